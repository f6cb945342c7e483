package org.hearth.local.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.members.MembersForum.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rule: after the cooling-off nothing of a member is left, but for what a case must keep, which goes a year later (row 16). */
class ErasedMembersLeaveNothingBehindIT {
    private static final Instant NOW = Instant.now();
    @AutoClose
    private static MembersForum forum;

    @BeforeAll
    static void start() throws IOException {
        forum = MembersForum.start();
    }

    @AfterEach
    void rightTheClock() {
        forum.hearth().resetClock();
    }

    @Test
    void theirWordsTheirNameAndTheirReportsAreInNoTableAndNoAnswer() {
        HearthClient wren = forum.member("Zephyrine");
        HearthClient other = forum.member("Quiet kettle");
        String own = forum.thread(wren, "Thrumbleworth evening", "A canary called glimmerspot sings");
        forum.reply(other, own, "I hear you");
        String elsewhere = forum.thread(other, "Long nights", "How do you sleep?");
        String reply = forum.reply(wren, elsewhere, "Glimmerspot hums at night");
        good(wren.post("/api/threads/" + elsewhere + "/posts/" + opening(other, elsewhere) + "/reports",
                HearthClient.object("reason", "other", "note", "Glimmerspot is worried")));
        muteAndHide(other, wren, own);
        changesTheirMind(wren, elsewhere);
        closeEveryCase();

        assertThat(good(ask(wren, "remove")).json().path("state").asText()).isEqualTo("waiting");
        sweepAfter(Duration.ofDays(6));
        assertThat(forum.itemsWith("limmerspot")).isNotEmpty();
        sweepAfter(Duration.ofDays(8));

        assertThat(forum.itemsWith("limmerspot")).isEmpty();
        assertThat(forum.itemsWith("Thrumbleworth")).isEmpty();
        assertThat(forum.itemsWith("Copperlark")).isEmpty();
        assertThat(forum.itemsWith("Quillmoor")).isEmpty();
        assertThat(forum.itemsWith("Zephyrine")).isEmpty();
        assertThat(forum.itemsWith("zephyrine")).isEmpty();
        assertThat(other.get("/api/threads/" + own).text()).contains("I hear you").doesNotContain("limmerspot").doesNotContain("Zephyrine");
        assertThat(good(other.get("/api/me/export")).text()).doesNotContain("Zephyrine").doesNotContain("Thrumbleworth");
        assertThat(other.get("/api/threads/" + elsewhere).text()).doesNotContain(reply);
        assertThat(forum.visitor().get("/api/public/groups/evenings/threads").text()).doesNotContain("Thrumbleworth");
        assertThat(forum.invoke("MembersSweepFunction", "{}")).contains("\"erased\":0");
        good(HearthClient.signedIn(forum.hearth().address(), "somebody-else", org.hearth.local.issuer.Role.MEMBER).joinedAs("Zephyrine").get("/api/me"));
    }

    @Test
    void wordsMayStayWithoutTheName() {
        HearthClient wren = forum.member("Brindlefox");
        String own = forum.thread(wren, "A good morning", "The kettle sang for me");
        good(ask(wren, "keep-unnamed"));

        sweepAfter(Duration.ofDays(8));

        JsonNode thread = forum.visitor().get("/api/public/threads/" + own).json();
        assertThat(thread.path("items").path(0).path("text").asText()).isEqualTo("The kettle sang for me");
        assertThat(thread.path("items").path(0).path("author").path("name").asText()).isEqualTo("A former member");
        assertThat(thread.path("items").path(0).path("author").has("id")).isFalse();
        assertThat(forum.itemsWith("Brindlefox")).isEmpty();
    }

    @Test
    void theyMayThinkBetterOfIt() {
        HearthClient wren = forum.member("Still here");
        forum.thread(wren, "Early morning", "I had a walk in the sun");
        good(ask(wren, "remove"));
        assertThat(good(wren.get("/api/me/erasure")).json().path("state").asText()).isEqualTo("waiting");

        good(wren.delete("/api/me/erasure"));
        sweepAfter(Duration.ofDays(8));

        assertThat(good(wren.get("/api/me")).json().path("name").asText()).isEqualTo("Still here");
        assertThat(good(wren.get("/api/me/erasure")).json().path("state").asText()).isEqualTo("none");
    }

    @Test
    void whatAnOpenCaseMustKeepIsSaidAndGoesAYearAfterItIsClosed() {
        HearthClient wren = forum.member("Larkspurly");
        HearthClient other = forum.member("Slow river");
        String thread = forum.thread(other, "The garden", "I had a walk in the sun");
        String reported = forum.reply(wren, thread, "I do not trust them, says fernwhistle");
        good(other.post("/api/threads/" + thread + "/posts/" + reported + "/reports",
                HearthClient.object("reason", "safeguarding", "note", "Please look at this")));
        assertThat(good(ask(wren, "remove")).json().path("kept").toString()).contains("a year after the case is closed").contains("Backup");

        sweepAfter(Duration.ofDays(8));
        assertThat(forum.itemsWith("Larkspurly")).isEmpty();
        assertThat(forum.itemsWith("fernwhistle")).allMatch(item -> item.startsWith("ModerationTable")).isNotEmpty();

        closeEveryCase();
        sweepAfter(Duration.ofDays(300));
        assertThat(forum.itemsWith("fernwhistle")).isNotEmpty();
        sweepAfter(Duration.ofDays(400));
        assertThat(forum.itemsWith("fernwhistle")).isEmpty();
    }

    @Test
    void somebodyWhoWasBannedComesBackAsSomebodyWhoWasBanned() {
        HearthClient wren = forum.member("Rough weather");
        String id = good(wren.get("/api/me")).json().path("id").asText();
        good(forum.moderator("Mo").post("/api/moderation/members/" + id + "/sanctions",
                HearthClient.object("action", "ban", "rule", "be-kind", "reason", "Threats")));
        forum.hearth().forgetAuthorizations();
        good(ask(wren, "remove"));

        sweepAfter(Duration.ofDays(8));
        forum.hearth().forgetAuthorizations();

        assertThat(good(wren.put("/api/me", HearthClient.object("name", "New start"))).json().path("standing").path("state").asText())
                .isEqualTo("banned");
    }

    /** What a post said before it was changed is kept beside it. */
    private static void changesTheirMind(HearthClient wren, String thread) {
        String id = forum.reply(wren, thread, "I slept by Quillmoor water once");
        String path = "/api/threads/" + thread + "/posts/" + id;
        good(wren.put(path, HearthClient.object("text", "I slept by the water once").put("version", 1)));
        MembersForum.eventually(wren, path, answer -> answer.json().path("status").asText().equals("published"));
        assertThat(forum.itemsWith("Quillmoor")).isNotEmpty();
    }

    /** What others would rather not meet, and what they and moderators wrote down beside it. */
    private static void muteAndHide(HearthClient other, HearthClient wren, String thread) {
        String id = good(wren.get("/api/me")).json().path("id").asText();
        ObjectNode chosen = JsonNodeFactory.instance.objectNode();
        chosen.putObject("muted").put(id, "Zephyrine");
        chosen.putObject("hidden").put(thread, "Thrumbleworth evening");
        JsonNode shown = good(other.send("PATCH", "/api/me/preferences", chosen.toString(), Map.of())).json().path("filters");
        assertThat(shown.path("muted").path(id).asText()).isEqualTo("Zephyrine");
        assertThat(shown.path("hidden").path(thread).asText()).isEqualTo("Thrumbleworth evening");
        good(forum.moderator("Mo").post("/api/moderation/members/" + id + "/notes", HearthClient.object("text", "Copperlark worries me")));
        assertThat(forum.itemsWith("Copperlark")).isNotEmpty();
    }

    private static void sweepAfter(Duration time) {
        forum.hearth().moveClockTo(NOW.plus(time));
        forum.invoke("MembersSweepFunction", "{}");
        forum.invoke("MembersSweepFunction", "{}");
    }

    private static org.hearth.local.client.Answer ask(HearthClient member, String posts) {
        return member.put("/api/me/erasure", HearthClient.object("posts", posts));
    }

    private static String opening(HearthClient reader, String thread) {
        return reader.get("/api/threads/" + thread).json().path("items").path(0).path("id").asText();
    }

    private static void closeEveryCase() {
        HearthClient moderator = forum.moderator("Mo");
        for (JsonNode waiting : good(moderator.get("/api/moderation/cases")).json().path("items")) {
            String path = "/api/moderation/cases/" + waiting.path("id").asText();
            good(moderator.put(path + "/claim"));
            good(moderator.post(path + "/decisions", HearthClient.object("action", "close", "rule", "be-kind", "reason", "Looked at")));
        }
    }
}
