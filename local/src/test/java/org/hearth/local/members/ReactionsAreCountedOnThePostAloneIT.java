package org.hearth.local.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.members.MembersForum.good;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rule: each person's reaction counts once, on the post and nowhere else, and can be taken back (row 27). */
class ReactionsAreCountedOnThePostAloneIT {
    @AutoClose
    private static MembersForum forum;
    private static HearthClient wren;
    private static HearthClient other;

    @BeforeAll
    static void start() throws IOException {
        forum = MembersForum.start();
        wren = forum.member("Marsh wren");
        other = forum.member("Quiet kettle");
    }

    @Test
    void onceForEachPersonAndKind() {
        String thread = forum.thread(wren, "Evening", "The kettle is on");
        String post = opening(thread);
        String path = "/api/threads/" + thread + "/posts/" + post + "/reactions/";

        good(other.put(path + "heard"));
        good(other.put(path + "heard"));
        assertThat(good(other.put(path + "me-too")).json().path("reactions").toString()).isEqualTo("{\"heard\":1,\"me-too\":1}");
        assertThat(good(other.get("/api/threads/" + thread + "/marks")).json().path("reactions").path(post)).hasSize(2);
        assertThat(forum.visitor().get("/api/public/threads/" + thread).json().at("/items/0/reactions").toString()).contains("\"heard\":1");
        assertThat(good(other.get("/api/members/" + id(wren))).text()).doesNotContain("heard");

        good(other.delete(path + "heard"));
        assertThat(good(other.delete(path + "me-too")).json().path("reactions")).isEmpty();
        assertThat(other.put(path + "dislike").status()).isEqualTo(404);
        assertThat(wren.put(path + "heard").status()).isEqualTo(409);
        assertThat(forum.visitor().put(path + "heard").status()).isEqualTo(401);
    }

    @Test
    void aReactionDoesNotSendThePostThroughTheChecksAgain() {
        String thread = forum.thread(wren, "Night", "Still up");
        good(other.put("/api/threads/" + thread + "/posts/" + opening(thread) + "/reactions/helpful"));
        assertThat(forum.visitor().get("/api/public/threads/" + thread).json().at("/items/0/status").asText()).isEqualTo("published");
    }

    @Test
    void whatIsFollowedSaysWhatIsNew() {
        String thread = forum.thread(wren, "To follow", "First words");
        good(other.put("/api/threads/" + thread + "/following"));
        ObjectNode read = HearthClient.object();
        read.withObject("read").set(thread, HearthClient.object("readTo", opening(thread), "lastActivityAt",
                good(other.get("/api/threads/" + thread)).json().at("/thread/lastActivityAt").asText()));
        good(other.put("/api/me/read", read));
        assertThat(good(other.get("/api/me/following")).json().at("/items/0/unread").asBoolean()).isFalse();

        forum.reply(wren, thread, "I had a walk in the sun");
        assertThat(good(other.get("/api/me/following")).json().at("/items/0/unread").asBoolean()).isTrue();
        good(other.delete("/api/threads/" + thread + "/following"));
        assertThat(good(other.get("/api/me/following")).json().path("items")).isEmpty();
    }

    private static String opening(String thread) {
        return wren.get("/api/threads/" + thread).json().at("/items/0/id").asText();
    }

    private static String id(HearthClient member) {
        return member.get("/api/me").json().path("id").asText();
    }
}
