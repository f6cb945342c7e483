package org.hearth.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.hearth.local.soak.Fuzz;
import org.hearth.local.template.Template;
import org.junit.jupiter.api.Test;

/** No input to any route is answered with a fault of ours. {@code bin/soak --fuzz} sends ten thousand to each. */
class WhateverIsSentIsAnsweredIT {
    private static final int TO_EACH = 40;

    @Test
    void withoutAFaultOnAnyRoute() {
        try (RunningHearth hearth = RunningHearth.start(false)) {
            HearthClient author = hearth.somebodyNew();
            JsonNode made = hearth.publishedThread(author, RunningHearth.ANYTHING, "A walk", "I saw two grey geese by the canal.");
            String post = made.path("post").path("id").asText();
            RunningHearth.good(hearth.lead().post("/api/threads/" + made.path("thread").path("id").asText() + "/posts/" + post + "/reports",
                    HearthClient.object("reason", "other", "note", "")));
            Fuzz fuzz = new Fuzz(11, RunningHearth.root(), List.of(hearth.visitor(), author, hearth.moderator(), hearth.lead(), hearth.admin()),
                    Map.of("groupId", List.of(RunningHearth.ANYTHING), "threadId", List.of(made.path("thread").path("id").asText()), "postId", List.of(post),
                            "caseId", List.of(post), "kind", List.of("heard")));
            Template.read(RunningHearth.root().resolve("template.yaml"), Map.of()).functions().stream()
                    .flatMap(function -> function.routes().stream()).forEach(route -> fuzz.send(route, TO_EACH));
            assertThat(fuzz.faults()).isEmpty();
            assertThat(fuzz.statuses()).containsKeys(200, 400, 403, 404, 413, 415, 422);
        }
    }

    @Test
    void orWithTooMuchOfIt() {
        HearthClient member = RunningHearth.shared().somebodyNew();
        for (String body : List.of("[".repeat(100_000), "{\"text\":" + "{\"a\":".repeat(100_000), "{\"text\":\"" + "a".repeat(10_000_000) + "\"}")) {
            Answer answer = member.send("POST", "/api/groups/" + RunningHearth.OPEN + "/threads", body, Map.of());
            assertThat(answer.status()).isIn(400, 413);
        }
    }
}
