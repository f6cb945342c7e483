package org.hearth.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/** A whole life of a post, with words that would be found again, and with requests that go wrong: none of it is in any log line. */
class NothingPrivateIsLoggedIT {
    private static final String CANARY = "marmosetcanary";

    @Test
    void ofAPostItsAuthorTheirSessionOrAReport() {
        try (RunningHearth hearth = RunningHearth.start(true)) {
            HearthClient author = hearth.as(CANARY + "n");
            JsonNode created = good(author.post("/api/groups/" + RunningHearth.NEWCOMERS + "/threads",
                    HearthClient.object("title", "About " + CANARY, "text", "My words are " + CANARY)));
            JsonNode post = created.path("post");
            hearth.verdict(author, post);
            good(hearth.decide(hearth.moderator(), post,
                    HearthClient.object("action", "redact", "rule", "no-personal-data", "reason", "Because " + CANARY, "text", "Less " + CANARY)));
            String decision = good(author.get("/api/me/posts")).path("items").path(0).path("decision").path("id").asText();
            good(author.post("/api/appeals", HearthClient.object("decisionId", decision, "note", "I say " + CANARY)));
            good(hearth.visitor().post("/api/public/reports",
                    HearthClient.object("reason", "other", "note", "They said " + CANARY, "contact", CANARY + "@example.org")));
            wrongs(hearth, author, post);
            hearth.runSchedules();

            assertThat(hearth.output()).noneMatch(line -> line.contains(CANARY));
            String token = author.cookie().replaceAll("(^|.*; )hearth=([^;]*).*", "$2");
            assertThat(hearth.output()).noneMatch(line -> line.contains(token.substring(0, 40)));
            assertThat(hearth.outbox()).isNotEmpty();
            assertThat(hearth.outbox()).noneMatch(message -> (message.subject() + message.body()).contains(CANARY));
        }
    }

    private static void wrongs(RunningHearth hearth, HearthClient author, JsonNode post) {
        String thread = post.path("threadId").asText();
        for (String body : List.of("{\"text\":\"" + CANARY, "{\"" + CANARY + "\":1}", "{\"text\":{\"" + CANARY + "\":1}}", "[\"" + CANARY + "\"]",
                "{\"text\":\"" + CANARY + "\\u0000\"}", "{\"text\":\"" + CANARY + "\",\"text\":\"" + CANARY + "\"}")) {
            assertThat(author.send("POST", "/api/threads/" + thread + "/posts", body, Map.of()).status()).isBetween(400, 499);
        }
        assertThat(author.send("GET", "/api/threads/" + CANARY + "?cursor=" + CANARY, null, Map.of()).status()).isBetween(400, 499);
        assertThat(author.send("GET", "/api/me/posts", null, Map.of("Cookie", "hearth=" + CANARY)).status()).isEqualTo(401);
    }
}
