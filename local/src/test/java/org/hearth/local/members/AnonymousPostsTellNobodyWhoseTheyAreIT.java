package org.hearth.local.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.members.MembersForum.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rule: nothing that others get says who wrote an anonymous post; a moderator is told with a reason, which is logged (row 21). */
class AnonymousPostsTellNobodyWhoseTheyAreIT {
    @AutoClose
    private static MembersForum forum;
    private static HearthClient wren;
    private static HearthClient other;
    private static HearthClient moderator;
    private static String wrenId;

    @BeforeAll
    static void start() throws IOException {
        forum = MembersForum.start();
        wren = forum.member("Periwinkle");
        other = forum.member("Quiet kettle");
        moderator = forum.moderator("Mo");
        wrenId = good(wren.get("/api/me")).json().path("id").asText();
    }

    @Test
    void othersMeetAMemberWhoIsTheSameInAllOfTheThread() {
        String thread = forum.thread(wren, MembersForum.GROUP, anonymous(HearthClient.object("title", "Bread in the oven", "text", "The kettle is on")));
        String second = forum.reply(wren, thread, anonymous(HearthClient.object("text", "I feel the same")));
        String third = forum.reply(other, thread, anonymous(HearthClient.object("text", "I had a walk in the sun")));

        String page = good(other.get("/api/threads/" + thread)).text();
        assertThat(page).doesNotContain("Periwinkle").doesNotContain(wrenId);
        JsonNode items = other.get("/api/threads/" + thread).json().path("items");
        assertThat(items.path(0).path("author").path("name").asText()).isEqualTo("A member");
        assertThat(post(items, second).path("author").path("name").asText()).isEqualTo("A member");
        assertThat(post(items, third).path("author").path("name").asText()).isEqualTo("A member (2)");
        assertThat(post(items, third).path("mine").asBoolean()).isTrue();
        assertThat(items.path(0).has("mine")).isFalse();
        for (String path : new String[] {"/api/public/threads/" + thread, "/api/public/groups/evenings/threads", "/api/public/feed.xml",
                "/api/public/groups/evenings/feed.xml"}) {
            assertThat(good(forum.visitor().get(path)).text()).doesNotContain("Periwinkle").doesNotContain(wrenId);
        }
        assertThat(wren.get("/api/threads/" + thread).json().path("items").path(0).path("mine").asBoolean()).isTrue();
    }

    @Test
    void aModeratorIsToldOnlyWithAReason() {
        String thread = forum.thread(other, "Something", "That was said");
        String post = forum.reply(wren, thread, anonymous(HearthClient.object("text", "I said it")));
        good(other.post("/api/threads/" + thread + "/posts/" + post + "/reports", HearthClient.object("reason", "rules", "note", "Hm")));
        String path = "/api/moderation/cases/" + post;

        assertThat(good(moderator.get("/api/moderation/cases")).text()).doesNotContain("Periwinkle").doesNotContain(wrenId);
        assertThat(good(moderator.get(path)).text()).doesNotContain("Periwinkle").doesNotContain(wrenId);
        assertThat(good(moderator.get("/api/moderation/members/" + wrenId)).text()).doesNotContain("I said it").doesNotContain(post);
        assertThat(moderator.post(path + "/unmasking", HearthClient.object("reason", " ")).status()).isEqualTo(422);
        assertThat(other.post(path + "/unmasking", HearthClient.object("reason", "Curious")).status()).isEqualTo(403);

        assertThat(good(moderator.post(path + "/unmasking", HearthClient.object("reason", "A threat"))).json().at("/author/name").asText())
                .isEqualTo("Periwinkle");
        assertThat(forum.itemsWith("unmasked")).hasSize(1).first().asString().startsWith("AuditTable").doesNotContain("A threat");
        assertThat(good(moderator.get(path)).json().path("timeline").toString()).contains("A threat");
    }

    @Test
    void aModeratorIsToldNoNumberByWhichToFindThemAmongTheOthers() {
        String thread = forum.thread(other, "Numbers", "Something that was said here");
        for (int i = 0; i < 5; i++) {
            forum.reply(wren, thread, HearthClient.object("text", "I had " + (i + 2) + " cups of tea and a walk in the sun."));
        }
        String post = forum.reply(wren, thread, anonymous(HearthClient.object("text", "I had a seventh cup of tea.")));
        good(other.post("/api/threads/" + thread + "/posts/" + post + "/reports", HearthClient.object("reason", "rules", "note", "Hm")));
        good(forum.moderator("Another one").post("/api/moderation/members/" + wrenId + "/sanctions",
                HearthClient.object("action", "warn", "rule", "be-kind", "reason", "A word")));

        JsonNode known = good(moderator.get("/api/moderation/members/" + wrenId)).json();
        JsonNode unknown = good(moderator.get("/api/moderation/cases/" + post)).json().path("authorHistory");
        assertThat(known.path("publishedCount").asInt()).isGreaterThan(3);
        assertThat(unknown.path("publishedCount").asInt()).isEqualTo(3);
        assertThat(unknown.path("standing").properties()).hasSize(1);
        assertThat(unknown.path("decisions")).isEmpty();
    }

    @Test
    void nobodyCanTakeANameThatLooksLikeIt() {
        assertThat(other.put("/api/me", HearthClient.object("name", "A member")).status()).isEqualTo(422);
        assertThat(other.put("/api/me", HearthClient.object("name", "A Member 2")).status()).isEqualTo(422);
        assertThat(other.put("/api/me", HearthClient.object("name", "A former member")).status()).isEqualTo(422);
    }

    private static JsonNode post(JsonNode items, String id) {
        return items.valueStream().filter(item -> item.path("id").asText().equals(id)).findFirst().orElseThrow();
    }

    private static ObjectNode anonymous(ObjectNode draft) {
        return draft.put("anonymous", true);
    }
}
