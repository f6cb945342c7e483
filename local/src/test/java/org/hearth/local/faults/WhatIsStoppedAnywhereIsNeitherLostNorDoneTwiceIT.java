package org.hearth.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Invariants 1, 2, 5, 6 and 15: wherever a function is stopped, whoever sends again what got no answer has it once, every post gets
 * a verdict, and what needs a person has one open case and one entry in the log. {@code bin/soak} does the same by the hundred.
 */
class WhatIsStoppedAnywhereIsNeitherLostNorDoneTwiceIT {
    private static final String CRISIS = "I have the pills in front of me and I am going to take them all tonight.";
    private static final Faults FAULTS = Faults.seeded(1);
    @AutoClose
    private static RunningHearth hearth;

    @BeforeAll
    static void start() {
        hearth = RunningHearth.startWith(FAULTS);
    }

    @AfterEach
    void calm() {
        FAULTS.calm();
        hearth.runner().resetClock();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PostingFunction starts", "PostingFunction reads", "PostingFunction writes", "PostingFunction wrote", "PostingFunction ends"})
    void aPostIsThereOnce(String point) {
        HearthClient author = hearth.somebodyNew();
        String thread = hearth.publishedThread(author, RunningHearth.OPEN, "An ordinary day", "The kettle sang while it rained.").path("thread").path("id").asText();
        FAULTS.killAt(point);

        String key = UUID.randomUUID().toString();
        JsonNode post = sent(() -> author.post("/api/threads/" + thread + "/posts", HearthClient.object("text", "I hear you, and I am here."), key));

        assertStopped(point);
        assertThat(hearth.verdict(author, post)).isEqualTo("published");
        assertThat(good(author.get("/api/threads/" + thread)).path("items")).hasSize(2);
        assertThat(good(author.get("/api/threads/" + thread)).path("thread").path("replyCount").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ScreeningFunction starts", "ScreeningFunction reads", "ScreeningFunction writes", "ScreeningFunction wrote",
        "ScreeningFunction ends"})
    void aCrisisIsEscalatedOnce(String point) {
        HearthClient author = hearth.somebodyNew();
        FAULTS.killAt(point);

        JsonNode post = started(author, CRISIS);

        hearth.verdict(author, post);
        assertStopped(point);
        assertEscalatedOnce(post);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NotificationFunction starts", "NotificationFunction tells", "NotificationFunction told", "NotificationFunction writes",
        "NotificationFunction wrote", "NotificationFunction ends"})
    void somebodyIsTold(String point) {
        int before = hearth.outbox().size();
        FAULTS.killAt(point);

        JsonNode post = started(hearth.somebodyNew(), CRISIS);

        await().atMost(Duration.ofSeconds(60)).until(() -> hearth.caseOf(post).path("clocks").path("leadTold").has("at"));
        assertStopped(point);
        assertThat(hearth.outbox().size()).isGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ModerationFunction reads", "ModerationFunction writes", "ModerationFunction wrote", "ModerationFunction ends"})
    void aDecisionIsMadeOnce(String point) {
        HearthClient author = hearth.somebodyNew();
        JsonNode post = started(author, CRISIS);
        hearth.verdict(author, post);
        String path = "/api/moderation/cases/" + hearth.caseOf(post).path("id").asText();
        good(hearth.moderator().put(path + "/claim"));
        ObjectNode decision = HearthClient.object("action", "approve", "rule", "be-kind", "reason", "I have read it.",
                "reply", "Thank you for telling us how bad this night is. I read all of it, and I will write again in the morning.");
        FAULTS.killAt(point);

        Answer first = hearth.moderator().post(path + "/decisions", decision);
        Answer again = hearth.moderator().post(path + "/decisions", decision);

        assertThat(first.status()).isEqualTo(500);
        assertThat(again.status()).isIn(201, 409);
        assertStopped(point);
        assertThat(good(hearth.moderator().get(path)).path("decisions")).hasSize(1);
        assertThat(good(author.get("/api/threads/" + post.path("threadId").asText())).path("items").path(0).path("status").asText()).isEqualTo("published");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ReportingFunction writes", "ReportingFunction wrote", "ReportingFunction ends"})
    void aReportCountsOnce(String point) {
        HearthClient author = hearth.somebodyNew();
        JsonNode post = hearth.publishedThread(author, RunningHearth.OPEN, "An ordinary day", "The tram came late and I walked.").path("post");
        HearthClient reporter = hearth.somebodyNew();
        FAULTS.killAt(point);

        sent(() -> reporter.post("/api/threads/" + post.path("threadId").asText() + "/posts/" + post.path("id").asText() + "/reports",
                HearthClient.object("reason", "other", "note", "Please look at this.")));

        assertStopped(point);
        JsonNode reported = hearth.caseOf(post);
        assertThat(reported.path("reportCount").asInt()).isEqualTo(1);
        assertThat(reported.path("reports")).hasSize(1);
    }

    @Test
    void aRecordThatPoisonsTheFunctionIsFoundByTheSweep() {
        HearthClient author = hearth.somebodyNew();
        FAULTS.poison("ScreeningFunction", event -> event.contains("quagmire"));
        JsonNode poisoned = started(author, "We walked round the quagmire by the lake, and it was lovely.");
        JsonNode behindIt = started(author, "We walked round the orchard by the mill, and it was lovely.");

        assertThat(hearth.verdict(author, behindIt)).isEqualTo("published");
        await().atMost(Duration.ofSeconds(60)).until(() -> hearth.outbox().stream().anyMatch(message -> message.kind().equals("failed")));
        assertThat(status(author, poisoned)).isEqualTo("pending");
        hearth.moveClockTo(Instant.now().plus(Duration.ofMinutes(3)));
        hearth.runSchedules();

        assertThat(status(author, poisoned)).isEqualTo("published");
    }

    @Test
    void recordsThatComeTwiceAndInAnotherOrderChangeNothing() {
        HearthClient author = hearth.somebodyNew();
        FAULTS.at(new Faults.Rates(0, 0, 0, 0, Duration.ZERO, 1, 0.5));
        FAULTS.pause("ScreeningFunction");
        JsonNode harmless = started(author, "The kettle sang while it rained.");
        HearthClient inCrisis = hearth.somebodyNew();
        JsonNode crisis = started(inCrisis, CRISIS);
        FAULTS.resume("ScreeningFunction");

        assertThat(hearth.verdict(author, harmless)).as(() -> hearth.caseOf(harmless).path("reasons").toString()).isEqualTo("published");
        hearth.verdict(inCrisis, crisis);
        await().until(() -> FAULTS.happened().getOrDefault("record twice", 0) > 1);
        assertEscalatedOnce(crisis);
        assertThat(good(author.get("/api/groups/" + RunningHearth.OPEN + "/threads")).path("items").valueStream()
                .filter(thread -> thread.path("id").asText().equals(harmless.path("threadId").asText()))).hasSize(1);
    }

    @Test
    void onARoughSeaEverythingArrivesOnce() {
        HearthClient author = hearth.somebodyNew();
        String thread = hearth.publishedThread(author, RunningHearth.OPEN, "Rough", "The sea was rough and the tea was good.").path("thread").path("id").asText();
        FAULTS.at(new Faults.Rates(0.1, 0.15, 0.4, 0, Duration.ZERO, 0, 0));
        for (int i = 0; i < 12; i++) {
            String key = UUID.randomUUID().toString();
            String text = "Wave number " + "abcdefghijkl".charAt(i) + " came in, and the tea was still warm.";
            sent(() -> author.post("/api/threads/" + thread + "/posts", HearthClient.object("text", text), key));
        }
        assertThat(FAULTS.happened()).containsKeys("throttled", "reply lost", "transaction cancelled");
        FAULTS.calm();

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(good(author.get("/api/threads/" + thread)).path("items").valueStream()
                .map(post -> post.path("status").asText())).hasSize(13).containsOnly("published"));
        assertThat(good(author.get("/api/threads/" + thread)).path("thread").path("replyCount").asInt()).isEqualTo(12);
    }

    /** Sends again until there is a good answer, as our pages do. */
    private static JsonNode sent(Supplier<Answer> request) {
        return good(await().atMost(Duration.ofSeconds(60)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(50))
                .until(request::get, answer -> answer.status() < 500));
    }

    private static JsonNode started(HearthClient author, String text) {
        String key = UUID.randomUUID().toString();
        return sent(() -> author.post("/api/groups/" + RunningHearth.OPEN + "/threads", HearthClient.object("title", "A day like this", "text", text), key)).path("post");
    }

    private static String status(HearthClient author, JsonNode post) {
        return good(author.get("/api/threads/" + post.path("threadId").asText() + "/posts/" + post.path("id").asText())).path("status").asText();
    }

    private static void assertStopped(String point) {
        assertThat(FAULTS.kills()).containsKey(point);
    }

    private static void assertEscalatedOnce(JsonNode post) {
        JsonNode opened = hearth.caseOf(post);
        assertThat(opened.path("risk").asText()).isEqualTo("crisis");
        assertThat(opened.path("timeline").valueStream().filter(event -> event.path("what").asText().contains("automatic check"))).hasSize(1);
        assertThat(good(hearth.lead().get("/api/moderation/audit")).path("items").valueStream()
                .filter(entry -> entry.path("target").asText().equals(post.path("id").asText())).map(entry -> entry.path("action").asText()))
                .containsExactly("escalated");
    }
}
