package org.hearth.local.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;

/** Moderators who all reach for the same cases: one gets each, and decides it one way or another. */
final class Moderating {
    private static final int FROM_A_PAGE = 5;

    private final Journal journal;
    private final Words words;
    private final BooleanSupplier goingOn;

    Moderating(Journal journal, Words words, BooleanSupplier goingOn) {
        this.journal = journal;
        this.words = words;
        this.goingOn = goingOn;
    }

    /** Goes through the queue until all comes to an end. */
    void work(Person person) {
        while (goingOn.getAsBoolean()) {
            Answer queue = person.get("/api/moderation/cases?state=open");
            if (queue == null) {
                return;
            }
            // Sometimes all reach for the first one, sometimes each for another.
            List<JsonNode> items = new ArrayList<>(queue.json().path("items").valueStream().toList());
            if (ThreadLocalRandom.current().nextInt(3) > 0) {
                Collections.shuffle(items);
            }
            for (JsonNode summary : items.subList(0, Math.min(FROM_A_PAGE, items.size()))) {
                if (goingOn.getAsBoolean() && summary.path("kind").asText().equals("post")) {
                    decide(person, summary.path("id").asText());
                }
            }
            Load.rest(50);
        }
    }

    private void decide(Person person, String id) {
        String path = "/api/moderation/cases/" + id;
        Answer claim = person.put(path + "/claim", null);
        if (claim == null || !claim.isGood()) {
            return;
        }
        Answer opened = person.get(path);
        if (opened == null || !opened.isGood() || !opened.json().has("post")) {
            return;
        }
        boolean calm = Set.of("green", "amber").contains(opened.json().path("risk").asText());
        String action = switch (id.charAt(id.length() - 1) % 8) {
            case 0, 1 -> "hide";
            case 2 -> "remove";
            case 3 -> "redact";
            case 4 -> calm ? "escalate" : "approve";
            default -> "approve";
        };
        ObjectNode decision = HearthClient.object("action", action, "rule", "be-kind", "reason", "This was read, and decided.")
                .put("version", opened.json().path("version").asInt());
        if (!action.equals("escalate")) {
            decision.put("reply", "Thank you for telling us how bad this night is. I read all of it, and I will write again in the morning.");
        }
        if (action.equals("redact")) {
            decision.put("text", words.harmless());
        }
        if (action.equals("redact")) {
            // Also if the answer is lost: then other words are right as well.
            journal.unsure.add(id);
        }
        Answer answer = person.post(path + "/decisions", decision, UUID.randomUUID().toString());
        if (answer != null && answer.isGood()) {
            journal.decisions.add(new Journal.Entered(id, answer.json().path("decision").path("id").asText()));
        } else if (answer != null && answer.status() != 409 && answer.status() != 422) {
            journal.strange.add("An answer to a decision: " + answer.problem());
        }
    }
}
