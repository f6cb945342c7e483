package org.hearth.local.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/** Invariant 12: whatever position somebody sends along, they get what they may read, or an error; never more, and never a fault. */
class ACursorReachesNothingElseIT {
    private static final RunningHearth HEARTH = RunningHearth.shared();
    private static final String CANARY = "tangerinemoon";

    @Test
    void onAnyRouteThatReads() {
        HearthClient author = HEARTH.somebodyNew();
        HEARTH.invite(author, RunningHearth.CLOSED);
        JsonNode hidden = HEARTH.publishedThread(author, RunningHearth.CLOSED, "Behind the door, " + CANARY, "It is warm in here, " + CANARY + ".");
        JsonNode open = HEARTH.publishedThread(author, RunningHearth.OPEN, "In front of the door", "It is raining out here.");
        good(HEARTH.lead().post("/api/threads/" + hidden.path("thread").path("id").asText() + "/posts/" + hidden.path("post").path("id").asText()
                + "/reports", HearthClient.object("reason", "other", "note", CANARY)));
        HearthClient stranger = HEARTH.somebodyNew();

        List<String> wrong = new ArrayList<>();
        int refused = 0;
        for (HearthClient reader : List.of(HEARTH.visitor(), stranger)) {
            for (Routes.Route route : Routes.reading()) {
                for (JsonNode place : List.of(hidden, open)) {
                    String path = route.filled(Map.of("groupId", place.path("thread").path("groupId").asText(),
                            "threadId", place.path("thread").path("id").asText(), "postId", place.path("post").path("id").asText()));
                    for (String cursor : cursors(hidden)) {
                        Answer answer = reader.get(path + "?cursor=" + cursor);
                        refused += answer.status() == 422 ? 1 : 0;
                        if (answer.status() >= 500 || answer.text().contains(CANARY)) {
                            wrong.add(path + "?cursor=" + cursor + ": " + answer.status());
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(refused).isGreaterThan(20);
    }

    @Test
    void andPagesGiveEachVisiblePostOnce() {
        HearthClient author = HEARTH.somebodyNew();
        String thread = HEARTH.publishedThread(author, RunningHearth.OPEN, "A long one", "It begins here.").path("thread").path("id").asText();
        Set<String> written = new LinkedHashSet<>();
        for (int i = 0; i < 45; i++) {
            JsonNode post = good(author.post("/api/threads/" + thread + "/posts",
                    HearthClient.object("text", "Stitch number " + words(i) + " in the blue blanket is done now.")));
            if (HEARTH.verdict(author, post).equals("published")) {
                written.add(post.path("id").asText());
            }
        }
        assertThat(written).hasSizeGreaterThan(20);
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = good(HEARTH.visitor().get("/api/public/threads/" + thread + cursor));
            page.path("items").forEach(post -> read.add(post.path("id").asText()));
            cursor = page.has("nextCursor") ? "?cursor=" + page.path("nextCursor").asText() : "";
        } while (!cursor.isEmpty());
        assertThat(read.subList(1, read.size())).containsExactlyElementsOf(written);
    }

    private static String words(int i) {
        return List.of("one", "two", "three", "four", "five", "six", "seven").get(i % 7) + " of row " + "abcdefg".charAt(i / 7);
    }

    /** Positions of lists that a stranger has no part in, of other kinds of lists, and of no list at all. */
    private static List<String> cursors(JsonNode hidden) {
        String post = hidden.path("post").path("id").asText();
        String thread = hidden.path("thread").path("id").asText();
        return Stream.of(post, thread, "0000000000000#" + thread, "9999999999999#" + thread, "~", "POST#" + post, "THREAD#" + thread + "/POST#" + post,
                "0#0000000000000#" + post, "2026-11/1", "", " ", "\0", "../" + post, "{\"pk\":{\"S\":\"THREAD#" + thread + "\"}}", post.toLowerCase(), post + "\n")
                .map(position -> Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
