package org.hearth.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.HearthClient;
import org.hearth.local.outbox.Outbox;
import org.junit.jupiter.api.Test;

/** From the verdict on a crisis, people are told within ten seconds, by a link and without a word of what was written. */
class AlertsLeaveWithinTenSecondsIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String TITLE = "About the lighthouse";
    private static final String WORDS = "I can't do this any more. I am going to kill myself tonight.";

    private final RunningHearth hearth = RunningHearth.shared();

    @Test
    void toModeratorsAndTheLead() {
        HearthClient author = hearth.somebodyNew();
        String name = good(author.get("/api/me")).path("name").asText();
        JsonNode post = good(author.post("/api/groups/" + RunningHearth.OPEN + "/threads", HearthClient.object("title", TITLE, "text", WORDS))).path("post");
        assertThat(hearth.verdict(author, post)).isEqualTo("held");

        List<Outbox.Message> told = Awaitility.await("the alerts").atMost(LIMIT).pollInterval(Duration.ofMillis(20))
                .until(() -> about(post), messages -> messages.stream().map(Outbox.Message::to).distinct().count() == 2);

        assertThat(told).extracting(Outbox.Message::to).containsExactlyInAnyOrder("LeadTopic", "ModeratorsTopic");
        assertThat(told).allSatisfy(message -> assertThat(message.subject() + message.body())
                .doesNotContain(TITLE).doesNotContain("any more").doesNotContain("tonight").doesNotContain(name).contains("/case.html?id="));
    }

    private List<Outbox.Message> about(JsonNode post) {
        return hearth.outbox().stream().filter(message -> message.body().contains(post.path("id").asText())).toList();
    }
}
