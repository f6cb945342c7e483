package org.hearth.local.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/** Invariant 11: on every route, somebody who does not belong gets the same bytes whether a restricted thing is there or not. */
class AnswersAboutWhatIsRestrictedAreThoseAboutNothingIT {
    private static final RunningHearth HEARTH = RunningHearth.shared();
    private static final String NOTHING = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    // Ending the session that asks would end the test.
    private static final List<String> ENDS = List.of("/api/session", "/api/session/exit", "/api/session/start", "/api/session/callback", "/api/me/erasure");
    private static final List<String> BODIES = List.of(
            "{\"text\":\"Here too.\"}", "{\"title\":\"A plain title\",\"text\":\"Here too.\"}", "{\"text\":\"Here too.\",\"version\":1}",
            "{\"reason\":\"rules\",\"note\":\"\"}", "{}");

    @Test
    void byteForByteOnEveryRoute() {
        HearthClient author = HEARTH.somebodyNew();
        HEARTH.invite(author, RunningHearth.CLOSED);
        byteForByte(author, HEARTH.publishedThread(author, RunningHearth.CLOSED, "Leeks", "Does anybody have a recipe for soup with leeks?"));
    }

    @Test
    void alsoWhereAModeratorHasClosedTheConversation() {
        HearthClient author = HEARTH.somebodyNew();
        HEARTH.invite(author, RunningHearth.CLOSED);
        JsonNode created = HEARTH.publishedThread(author, RunningHearth.CLOSED, "Leeks", "Does anybody have a recipe for soup with leeks?");
        good(HEARTH.moderator().post("/api/moderation/threads/" + created.path("thread").path("id").asText() + "/changes",
                HearthClient.object("action", "lock", "reason", "It is late.")));
        byteForByte(author, created);
    }

    private static void byteForByte(HearthClient author, JsonNode created) {
        String post = created.path("post").path("id").asText();
        String thread = created.path("thread").path("id").asText();
        var there = Map.of("groupId", RunningHearth.CLOSED, "threadId", thread, "postId", post, "caseId", post, "kind", "heard");
        var nothing = Map.of("groupId", "no-such-room", "threadId", NOTHING, "postId", NOTHING, "caseId", NOTHING, "kind", "heard");

        List<String> differences = new ArrayList<>();
        int asked = 0;
        for (HearthClient reader : List.of(HEARTH.visitor(), HEARTH.somebodyNew(), HEARTH.admin())) {
            for (Routes.Route route : Routes.all()) {
                if (!route.path().contains("{") || ENDS.contains(route.path()) || route.path().contains("/moderation/")) {
                    continue;
                }
                for (String body : bodies(route)) {
                    asked++;
                    Answer one = send(reader, route, there, body);
                    Answer other = send(reader, route, nothing, body);
                    if (!same(one, other)) {
                        differences.add(route + " " + body + ": " + one.status() + " " + one.text() + " and " + other.status() + " " + other.text());
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(60);
        assertThat(differences).isEmpty();
        assertThat(good(author.get("/api/threads/" + thread)).path("items")).hasSize(1);
    }

    @Test
    void inTheReportOfAVisitorToo() {
        HearthClient author = HEARTH.somebodyNew();
        HEARTH.invite(author, RunningHearth.CLOSED);
        JsonNode post = HEARTH.publishedThread(author, RunningHearth.CLOSED, "Leeks", "Does anybody have a recipe for soup with leeks?").path("post");
        String report = "{\"threadId\":\"%s\",\"postId\":\"%s\",\"reason\":\"spam\",\"note\":\"\"}";
        Answer there = HEARTH.visitor().send("POST", "/api/public/reports",
                report.formatted(post.path("threadId").asText(), post.path("id").asText()), Map.of());
        Answer nothing = HEARTH.visitor().send("POST", "/api/public/reports", report.formatted(NOTHING, NOTHING), Map.of());
        assertThat(same(there, nothing)).as(there + " and " + nothing).isTrue();
        assertThat(there.status()).isEqualTo(404);
    }

    // A body that is refused before anybody looks what it is about would prove nothing: each route gets its own sample too.
    private static List<String> bodies(Routes.Route route) {
        if (route.reads() || route.method().equals("DELETE")) {
            return List.of("");
        }
        return Stream.concat(Stream.ofNullable(Routes.samples().get(route.method() + " " + route.path())), BODIES.stream()).distinct().toList();
    }

    private static Answer send(HearthClient reader, Routes.Route route, Map<String, String> things, String body) {
        return reader.send(route.method(), route.filled(things), body.isEmpty() ? null : body, Map.of());
    }

    private static boolean same(Answer one, Answer other) {
        return one.status() == other.status() && one.text().equals(other.text()) && headers(one).equals(headers(other));
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(new LinkedHashMap<>(answer.headers().map()));
        headers.remove("date");
        return headers;
    }
}
