package org.hearth.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hearth.local.client.HearthClient;
import org.hearth.local.client.SignInException;

/**
 * Makes the members known, as people become known: they introduce themselves, and a moderator lets that through. Otherwise a
 * newcomer's first posts are all held, and a replay would tell nothing about the checks.
 */
final class Introductions {
    private static final int ROUNDS = 10;
    private static final List<String> HELLOS = List.of("Good morning to everybody, I have been reading along for a while.",
            "The rain has stopped here at last, and the birds are loud.", "I made soup today and it was nearly good.",
            "My neighbour's cat has moved in with us.", "A slow week, but the tulips are out.");

    private final Players players;
    private final Performance performance;

    Introductions(Players players, Performance performance) {
        this.players = players;
        this.performance = performance;
    }

    /** Returns when nobody's posts are held any more for being new. */
    void make(String thread, String run) {
        for (int round = 0; round < ROUNDS; round++) {
            List<Integer> newcomers = IntStream.range(0, players.count()).filter(this::isNew).boxed().toList();
            if (newcomers.isEmpty()) {
                return;
            }
            for (int number : newcomers) {
                String text = HELLOS.get((number + round) % HELLOS.size()) + " (" + (number + 1) + ", " + (round + 1) + ")";
                Players.good(performance.post(players.member(number), thread, text, run + "-hello-" + round + "-" + number), "a hello");
            }
            newcomers.forEach(this::awaitVerdicts);
            letThrough(newcomers);
        }
        throw new SignInException("The members stay newcomers, whatever the moderator lets through.");
    }

    private boolean isNew(int number) {
        return Players.good(players.member(number).get("/api/me"), "reading a member").path("newcomer").asBoolean();
    }

    private void awaitVerdicts(int number) {
        while (Players.postsOf(players.member(number)).stream().anyMatch(post -> post.path("status").asText().equals("pending"))) {
            Performance.sleep(Duration.ofMillis(20));
        }
    }

    private void letThrough(List<Integer> newcomers) {
        Map<String, Integer> byName = newcomers.stream().collect(Collectors.toMap(Players::name, Function.identity()));
        Set<String> done = new HashSet<>();
        HearthClient moderator = players.reader();
        for (JsonNode one : players.openCases()) {
            String author = one.path("author").path("name").asText();
            if (byName.containsKey(author) && one.path("risk").asText().equals("green") && done.add(one.path("id").asText())) {
                String path = "/api/moderation/cases/" + one.path("id").asText();
                Players.good(moderator.put(path + "/claim"), "a claim");
                Players.good(moderator.post(path + "/decisions", HearthClient.object(
                        "action", "approve", "rule", "on-topic", "reason", "Welcome.")), "a decision");
            }
        }
    }
}
