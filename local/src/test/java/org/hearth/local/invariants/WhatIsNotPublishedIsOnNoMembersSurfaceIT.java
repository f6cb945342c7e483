package org.hearth.local.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.hearth.local.faults.Faults;
import org.junit.jupiter.api.Test;

/**
 * Invariant 3: what is unchecked, held, escalated, hidden, removed or deleted, and the words that a redaction took out, are in no
 * answer to anybody but their author and moderators: no page, list, count, feed, export or message, on any route that there is.
 */
class WhatIsNotPublishedIsOnNoMembersSurfaceIT {
    private static final String CANARY = "zanzibargold";
    private static final String SEEN = "porridgespoon";
    private static final String ROOM = RunningHearth.NEWCOMERS;

    private final Faults faults = Faults.seeded(3);
    private final List<JsonNode> posts = new ArrayList<>();

    @Test
    void ofAnyRoute() {
        try (RunningHearth hearth = RunningHearth.startWith(faults)) {
            HearthClient moderator = hearth.moderator();
            JsonNode opened = hearth.publishedThread(moderator, ROOM, "An ordinary day with a " + SEEN, "The kettle sang while it rained, said the " + SEEN + ".");
            String thread = opened.path("thread").path("id").asText();
            HearthClient author = hearth.as("author of it all");

            JsonNode held = reply(hearth, author, thread, "I had toast for breakfast, " + CANARY + ".");
            JsonNode crisis = reply(hearth, author, thread, CANARY + ". I have the pills in front of me and I am going to take them all tonight.");
            decided(hearth, reply(hearth, author, thread, "The tram was late today, " + CANARY + "."), "hide", null);
            decided(hearth, reply(hearth, author, thread, "The bus was early today, " + CANARY + "."), "remove", null);
            decided(hearth, reply(hearth, author, thread, "We walked home, " + CANARY + "."), "redact", "We walked home with a " + SEEN + ".");
            JsonNode deleted = decided(hearth, reply(hearth, author, thread, "I took this back, " + CANARY + "."), "approve", null);
            good(author.delete(path(deleted)));
            JsonNode edited = decided(hearth, reply(hearth, author, thread, "The soup was warm, says the " + SEEN + "."), "approve", null);
            JsonNode unlisted = good(author.post("/api/groups/" + ROOM + "/threads",
                    HearthClient.object("title", "A title of " + CANARY, "text", "The text of " + CANARY))).path("post");
            hearth.verdict(author, unlisted);
            posts.add(unlisted);
            faults.pause("ScreeningFunction");
            good(author.put(path(edited), HearthClient.object("text", "The soup was cold, " + CANARY + ".").put("version", edited.path("version").asInt())));
            JsonNode pending = good(author.post("/api/threads/" + thread + "/posts", HearthClient.object("text", "Nobody has checked " + CANARY)));
            posts.add(pending);

            assertThat(List.of(status(author, held), status(author, crisis), status(author, unlisted), status(author, edited), status(author, pending)))
                    .containsExactly("held", "held", "held", "pending", "pending");
            assertThat(good(author.get("/api/me/posts")).toString()).contains(CANARY);

            List<String> leaks = new ArrayList<>();
            int seen = 0;
            for (HearthClient reader : List.of(hearth.visitor(), hearth.somebodyNew(), hearth.admin())) {
                for (Routes.Route route : Routes.reading()) {
                    for (JsonNode post : posts) {
                        String asked = route.filled(things(hearth, author, post, ROOM));
                        Answer answer = reader.get(asked);
                        seen += answer.text().contains(SEEN) ? 1 : 0;
                        if ((answer.text() + answer.headers().map()).contains(CANARY)) {
                            leaks.add(asked);
                        }
                    }
                }
            }
            assertThat(leaks).isEmpty();
            assertThat(seen).isGreaterThan(20);
            assertThat(hearth.outbox()).isNotEmpty().noneMatch(message -> (message.subject() + message.body()).contains(CANARY));
            JsonNode shown = good(hearth.visitor().get("/api/public/threads/" + thread));
            assertThat(shown.path("items").valueStream().map(post -> post.path("status").asText())).hasSize(3).containsOnly("published");
            assertThat(shown.path("thread").path("replyCount").asInt()).isEqualTo(2);
        }
    }

    private static Map<String, String> things(RunningHearth hearth, HearthClient author, JsonNode post, String room) {
        return Map.of("groupId", room, "threadId", post.path("threadId").asText(), "postId", post.path("id").asText(),
                "memberId", good(author.get("/api/me")).path("id").asText(), "caseId", post.path("id").asText());
    }

    private JsonNode reply(RunningHearth hearth, HearthClient author, String thread, String text) {
        JsonNode post = good(author.post("/api/threads/" + thread + "/posts", HearthClient.object("text", text)));
        hearth.verdict(author, post);
        posts.add(post);
        return post;
    }

    private static JsonNode decided(RunningHearth hearth, JsonNode post, String action, String text) {
        var decision = HearthClient.object("action", action, "rule", "be-kind", "reason", "Somebody has read it.");
        if (text != null) {
            decision.put("text", text);
        }
        good(hearth.decide(hearth.moderator(), post, decision));
        return post;
    }

    private static String status(HearthClient author, JsonNode post) {
        return good(author.get(path(post))).path("status").asText();
    }

    private static String path(JsonNode post) {
        return "/api/threads/" + post.path("threadId").asText() + "/posts/" + post.path("id").asText();
    }
}
