package org.hearth.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/** Five reports an hour from one address by people who are not signed in, whatever they say where they come from; and one for each key. */
class VisitorsAreLimitedByTheirAddressIT {
    private static final int AN_HOUR = 5;

    @Test
    void theSixthIsToldWhenToComeBack() {
        try (RunningHearth hearth = RunningHearth.start(true)) {
            String key = UUID.randomUUID().toString();
            JsonNode first = good(complains(hearth, "The first", Map.of("Idempotency-Key", key)));
            assertThat(good(complains(hearth, "The first", Map.of("Idempotency-Key", key)))).isEqualTo(first);
            assertThat(complains(hearth, "Something else", Map.of("Idempotency-Key", key)).status()).isEqualTo(422);
            for (int i = 1; i < AN_HOUR; i++) {
                good(complains(hearth, "One more", Map.of("X-Forwarded-For", "198.51.100." + i)));
            }

            Answer refused = complains(hearth, "And another", Map.of("X-Forwarded-For", "198.51.100.77", "X-Hearth-Edge", "guessed"));

            assertThat(refused.status()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.headers().firstValue("retry-after").orElseThrow())).isBetween(1, 3600);
            assertThat(refused.json().path("type").asText()).isEqualTo("/problems/too-many");
            assertThat(good(complains(hearth, "The first", Map.of("Idempotency-Key", key)))).isEqualTo(first);
        }
    }

    private static Answer complains(RunningHearth hearth, String note, Map<String, String> headers) {
        return hearth.visitor().send("POST", "/api/public/reports", HearthClient.object("reason", "other", "note", note).toString(), headers);
    }
}
