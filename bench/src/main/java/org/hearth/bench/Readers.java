package org.hearth.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hearth.local.client.HearthClient;

/** What visitors and members read, and how somebody comes in and goes. */
final class Readers {
    private final Stage stage;

    Readers(Stage stage) {
        this.stage = stage;
    }

    void visit(String largest) {
        HearthClient visitor = stage.visitor();
        lists(visitor, "/api/public", largest);
        stage.get(visitor, "/api/public/feed.xml", "/api/public/feed.xml");
        stage.get(visitor, "/api/public/groups/{groupId}/feed.xml", "/api/public/groups/" + Journey.GROUP + "/feed.xml");
        stage.get(visitor, "/api/public/help", "/api/public/help");
        stage.get(visitor, "/api/public/cover", "/api/public/cover");
    }

    void read(String largest, JsonNode post) {
        HearthClient wren = stage.member("Wren");
        lists(wren, "/api", largest);
        stage.get(wren, "/api/threads/{threadId}/posts/{postId}", Writing.path(post));
    }

    private void lists(HearthClient reader, String api, String largest) {
        stage.get(reader, api + "/groups", api + "/groups");
        stage.get(reader, api + "/groups/{groupId}/threads", api + "/groups/" + Journey.GROUP + "/threads");
        JsonNode first = stage.get(reader, api + "/threads/{threadId}", api + "/threads/" + largest).json();
        stage.get(reader, api + "/threads/{threadId}, a later page",
                api + "/threads/" + largest + "?cursor=" + first.path("nextCursor").asText());
    }

    void signIn() {
        HearthClient robin = stage.member("Robin");
        stage.measured("a session is checked, once a minute", () -> stage.invoke("AuthorizerFunction", authorizer(robin)));
        stage.get(robin, "/api/session", "/api/session");
        stage.measured("signing in: GET /api/session/start, GET /api/session/callback and a look at the session",
                () -> stage.newcomer("Robin"));
        stage.call("DELETE /api/session", stage.newcomer("Robin"), "/api/session", null);
        stage.call("GET /api/session/exit", stage.newcomer("Robin"), "/api/session/exit", null);
    }

    private static ObjectNode authorizer(HearthClient who) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        for (String cookie : who.cookie().split("; ")) {
            event.withArray("cookies").add(cookie);
        }
        return event;
    }
}
