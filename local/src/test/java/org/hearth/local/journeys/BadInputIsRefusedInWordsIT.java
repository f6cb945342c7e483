package org.hearth.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent: a documented 4xx that names the field and says how to mend it, and nothing is written. */
class BadInputIsRefusedInWordsIT {
    private static final RunningHearth HEARTH = RunningHearth.shared();

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("nothing", "", 400, null),
                Arguments.of("no JSON", "text=hello", 400, null),
                Arguments.of("a list", "[]", 400, null),
                Arguments.of("a half", "{\"text\":\"hello", 400, null),
                Arguments.of("something behind it", "{\"text\":\"hello\"} {}", 400, null),
                Arguments.of("a key twice", "{\"text\":\"hello\",\"text\":\"hello again\"}", 400, null),
                Arguments.of("depth", "{\"text\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", 413, null),
                Arguments.of("less depth", "{\"text\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}", 400, null),
                Arguments.of("100 KB", "{\"text\":\"" + "a".repeat(100_000) + "\"}", 422, "text"),
                Arguments.of("1 MB", "{\"text\":\"" + "a".repeat(1_000_000) + "\"}", 413, null),
                Arguments.of("one character too many", "{\"text\":\"" + "a".repeat(10_001) + "\"}", 422, "text"),
                Arguments.of("an empty text", "{\"text\":\"\"}", 422, "text"),
                Arguments.of("spaces", "{\"text\":\"  \\n \"}", 422, "text"),
                Arguments.of("no text", "{}", 422, "text"),
                Arguments.of("null", "{\"text\":null}", 422, "text"),
                Arguments.of("a number", "{\"text\":5}", 422, "text"),
                Arguments.of("an object", "{\"text\":{}}", 422, "text"),
                Arguments.of("an unknown field", "{\"text\":\"hello\",\"pinned\":true}", 422, "pinned"),
                Arguments.of("half a character", "{\"text\":\"hello \\ud83d\"}", 422, "text"),
                Arguments.of("a NUL", "{\"text\":\"hello \\u0000\"}", 422, "text"),
                Arguments.of("a bidi override", "{\"text\":\"hello \\u202e\"}", 422, "text"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void inAReply(String what, String body, int status, String field) {
        HearthClient author = HEARTH.somebodyNew();
        String thread = HEARTH.publishedThread(author, RunningHearth.OPEN, "A plain question", "Is anybody up?").path("thread").path("id").asText();

        Answer answer = author.send("POST", "/api/threads/" + thread + "/posts", body, Map.of());

        assertProblem(answer, status, field);
        assertThat(good(author.get("/api/threads/" + thread)).path("items")).hasSize(1);
    }

    @Test
    void inACursor() {
        HearthClient member = HEARTH.somebodyNew();
        String thread = HEARTH.publishedThread(member, RunningHearth.OPEN, "One more question", "Is it late?").path("thread").path("id").asText();
        for (String cursor : new String[] {"%00", "../../etc", "MDFBUlozTkRFS1RTVjRSUkZGUTY5RzVGQVY9", "a".repeat(3_000)}) {
            assertProblem(member.get("/api/threads/" + thread + "?cursor=" + cursor), 422, "cursor");
            assertProblem(member.get("/api/groups/" + RunningHearth.OPEN + "/threads?cursor=" + cursor), 422, "cursor");
            assertProblem(member.get("/api/me/posts?cursor=" + cursor), 422, "cursor");
        }
    }

    @Test
    void ofSomebodyElsesPostOrAStaleVersion() {
        HearthClient author = HEARTH.somebodyNew();
        JsonNode post = HEARTH.publishedThread(author, RunningHearth.OPEN, "My own words", "They are about my garden.").path("post");
        String path = "/api/threads/" + post.path("threadId").asText() + "/posts/" + post.path("id").asText();

        assertProblem(HEARTH.somebodyNew().send("PUT", path, "{\"text\":\"Yours?\",\"version\":1}", Map.of()), 403, null);
        assertProblem(author.send("PUT", path, "{\"text\":\"Stale\",\"version\":7}", Map.of()), 409, null);
        assertProblem(author.send("PUT", path, "{\"text\":\"No version\"}", Map.of()), 422, "version");
        assertProblem(author.get("/api/threads/" + "x".repeat(3_000)), 404, null);
        assertThat(good(author.get(path)).path("text").asText()).isEqualTo("They are about my garden.");
    }

    @Test
    void theSameKeyTwiceGivesTheSamePostAndAnotherBodyIsRefused() {
        HearthClient author = HEARTH.somebodyNew();
        String thread = HEARTH.publishedThread(author, RunningHearth.OPEN, "Keys", "One for each door.").path("thread").path("id").asText();
        String key = UUID.randomUUID().toString();
        String path = "/api/threads/" + thread + "/posts";

        JsonNode first = good(author.post(path, HearthClient.object("text", "Once."), key));
        JsonNode again = good(author.post(path, HearthClient.object("text", "Once."), key));

        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertProblem(author.post(path, HearthClient.object("text", "Twice."), key), 422, null);
        assertProblem(author.post(path, HearthClient.object("text", "Twice."), "not a key!"), 422, "Idempotency-Key");
        assertThat(good(author.get("/api/threads/" + thread)).path("items")).hasSize(2);
    }

    @Test
    void withoutTheHeadersOfOurPages() {
        HearthClient author = HEARTH.somebodyNew();
        String path = "/api/groups/" + RunningHearth.OPEN + "/threads";
        assertProblem(author.send("POST", path, "{}", Map.of("X-Hearth", "0")), 403, null);
        assertProblem(author.send("POST", path, "{}", Map.of("Content-Type", "text/plain")), 415, null);
    }

    private static void assertProblem(Answer answer, int status, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("type").asText()).startsWith("/problems/");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).endsWith(".");
        if (field != null) {
            assertThat(problem.path("errors").valueStream().map(error -> error.path("field").asText())).contains(field);
            assertThat(problem.path("errors").valueStream().map(error -> error.path("detail").asText())).allMatch(detail -> detail.length() > 10);
        }
    }
}
