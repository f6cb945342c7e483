package org.hearth.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hearth.local.client.HearthClient;

/** What members write, mark, choose for themselves and report. */
final class Members {
    private static final Map<String, String> AS_A_FORM = Map.of("Content-Type", "application/x-www-form-urlencoded");

    private final Stage stage;
    private final Writing writing;
    private final HearthClient robin;
    private final HearthClient wren;

    Members(Stage stage, Writing writing) {
        this.stage = stage;
        this.writing = writing;
        this.robin = stage.member("Robin");
        this.wren = stage.member("Wren");
    }

    void write(String thread) {
        JsonNode started = stage.call("POST /api/groups/{groupId}/threads", robin, "/api/groups/" + Journey.GROUP + "/threads",
                HearthClient.object("title", Writing.TITLE, "text", writing.text())).json();
        stage.measured("a new thread's post is checked", () -> writing.screen(started.path("post")));
        JsonNode reply = stage.call("POST /api/threads/{threadId}/posts", robin, "/api/threads/" + thread + "/posts",
                HearthClient.object("text", writing.text())).json();
        stage.measured("a reply is checked", () -> writing.screen(reply));
        JsonNode edited = stage.call("PUT /api/threads/{threadId}/posts/{postId}", robin, Writing.path(reply),
                HearthClient.object("text", writing.text() + " Sleep well.").put("version", 1)).json();
        stage.measured("an edit is checked", () -> writing.screen(edited));
        stage.get(robin, "/api/threads/{threadId}/posts/{postId}/history", Writing.path(reply) + "/history");
        stage.call("DELETE /api/threads/{threadId}/posts/{postId}", robin, Writing.path(reply), null);
    }

    void mark(String thread, JsonNode post) {
        String path = Writing.path(post);
        stage.call("PUT /api/threads/{threadId}/posts/{postId}/reactions/{kind}", wren, path + "/reactions/heard", null);
        stage.call("DELETE /api/threads/{threadId}/posts/{postId}/reactions/{kind}", wren, path + "/reactions/heard", null);
        stage.call("PUT /api/threads/{threadId}/following", wren, "/api/threads/" + thread + "/following", null);
        stage.get(wren, "/api/me/following", "/api/me/following");
        stage.get(wren, "/api/threads/{threadId}/marks", "/api/threads/" + thread + "/marks");
        // Once before, so that as many are remembered as ever are.
        Stage.good(wren.put("/api/me/read", ReadMarks.ofOthersThan(thread, 0)));
        stage.call("PUT /api/me/read", wren, "/api/me/read", ReadMarks.ofOthersThan(thread, 1));
        mail(thread);
        stage.call("DELETE /api/threads/{threadId}/following", wren, "/api/threads/" + thread + "/following", null);
    }

    private void mail(String thread) {
        stage.call("PATCH /api/me/preferences", wren, "/api/me/preferences", HearthClient.object().put("mailReplies", true));
        JsonNode reply = writing.publishedReply("Robin", thread);
        stage.measured("whoever follows a thread is told of a reply by mail",
                () -> writing.handOn("NotificationFunction", reply));
        String link = stage.lastMail().replaceAll("(?s).*?(/api/unsubscribe\\?token=[\\w.-]+).*", "$1");
        stage.get(stage.visitor(), "/api/unsubscribe", link);
        stage.call("POST /api/unsubscribe", stage.visitor(), link, "List-Unsubscribe=One-Click", AS_A_FORM);
    }

    void lookAfterTheirAccount() {
        stage.get(robin, "/api/me", "/api/me");
        stage.get(robin, "/api/me/posts", "/api/me/posts");
        stage.get(wren, "/api/me/preferences", "/api/me/preferences");
        stage.get(robin, "/api/members/{memberId}", "/api/members/" + Stage.id(wren));
        HearthClient newcomer = stage.newcomer("Dunnock " + Instant.now());
        stage.call("PUT /api/me", newcomer, "/api/me", HearthClient.object("name", unusedName()));
        stage.get(newcomer, "/api/me/export", "/api/me/export");
        stage.call("PUT /api/me/erasure", newcomer, "/api/me/erasure", HearthClient.object("posts", "remove"));
        stage.get(newcomer, "/api/me/erasure", "/api/me/erasure");
        stage.call("DELETE /api/me/erasure", newcomer, "/api/me/erasure", null);
    }

    void areInvited() {
        String invitations = "/api/moderation/invitations";
        ObjectNode wish = HearthClient.object("groupId", Journey.CLOSED_GROUP, "expiresAt",
                Instant.now().plus(Duration.ofDays(7)).toString());
        JsonNode made = stage.call("POST " + invitations, stage.lead(), invitations, wish.put("uses", 1).put("stayDays", 30))
                .json();
        String link = made.path("link").asText();
        ObjectNode sent = HearthClient.object("link", link.substring(link.indexOf('#') + 1));
        stage.call("POST /api/public/invitations", stage.visitor(), "/api/public/invitations", sent);
        stage.call("POST /api/me/access", wren, "/api/me/access", sent);
        stage.get(wren, "/api/me/access", "/api/me/access");
        stage.call("POST /api/me/access/{groupId}/requests", wren, "/api/me/access/" + Journey.CLOSED_GROUP + "/requests",
                HearthClient.object("note", "It does me good."));
        JsonNode asked = stage.get(stage.lead(), invitations, invitations).json().path("requests").path(0);
        stage.call("PUT /api/moderation/access-requests/{memberId}/{groupId}", stage.lead(),
                "/api/moderation/access-requests/" + Stage.id(wren) + "/" + Journey.CLOSED_GROUP,
                HearthClient.object("answer", "grant", "reason", "You are welcome.")
                .put("revision", asked.path("revision").asInt()));
        stage.call("DELETE " + invitations + "/{invitationId}", stage.lead(), invitations + "/" + made.path("id").asText(), null);
    }

    void converse() {
        String allowed = "/api/moderation/conversations";
        Stage.good(stage.lead().put(allowed, HearthClient.object().put("on", false)));
        stage.call("PUT " + allowed, stage.lead(), allowed, HearthClient.object().put("on", true));
        for (HearthClient one : List.of(robin, wren)) {
            Stage.good(one.send("PATCH", "/api/me/preferences", "{\"conversations\": true}", Map.of()));
        }
        String step = "PUT /api/me/conversations/{memberId}";
        stage.call(step, robin, "/api/me/conversations/" + Stage.id(wren), HearthClient.object("step", "ask"));
        stage.get(wren, "/api/me/conversations", "/api/me/conversations");
        stage.call(step + ", to agree", wren, "/api/me/conversations/" + Stage.id(robin), HearthClient.object("step", "agree"));
    }

    private static String unusedName() {
        StringBuilder letters = new StringBuilder("quiet ");
        Long.toString(Instant.now().toEpochMilli(), 26).chars().map(digit -> digit >= 'a' ? digit + 10 : digit - '0' + 'a')
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    void report(String thread, JsonNode reply) {
        ObjectNode report = HearthClient.object("reason", "rules", "note", "Please look at this.");
        JsonNode reported = stage.call("POST /api/public/reports", stage.visitor(), "/api/public/reports",
                report.deepCopy().put("threadId", thread).put("postId", reply.path("id").asText())).json();
        stage.get(stage.visitor(), "/api/public/reports/{reference}",
                "/api/public/reports/" + reported.path("reference").asText());
        stage.call("POST /api/threads/{threadId}/posts/{postId}/reports", wren, Writing.path(reply) + "/reports", report);
        stage.call("POST /api/members/{memberId}/reports", wren, "/api/members/" + Stage.id(robin) + "/reports", report);
        stage.get(wren, "/api/me/reports", "/api/me/reports");
    }
}
