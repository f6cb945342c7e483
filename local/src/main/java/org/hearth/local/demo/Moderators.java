package org.hearth.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;

/** The demo's moderators at work: they find a post's case, claim it and decide. */
final class Moderators {
    private static final String WELCOMER = "Maren";

    private final People people;
    private final Map<String, String> casesByPost = new HashMap<>();
    private final Map<String, String> postsByCase = new HashMap<>();

    Moderators(People people) {
        this.people = people;
    }

    void approve(String postId) {
        decide(WELCOMER, postId, HearthClient.object("action", "approve", "rule", "on-topic", "reason", "Just what this place is for."));
    }

    void decide(String moderator, String postId, Community.Decision decision) {
        ObjectNode body = HearthClient.object("action", decision.action(), "rule", decision.rule(), "reason", decision.reason());
        if (decision.text() != null) {
            body.put("text", decision.text());
        }
        decide(moderator, postId, body);
    }

    void claim(String moderator, String postId) {
        Seed.expect(people.get(moderator).put("/api/moderation/cases/" + caseOf(postId) + "/claim"), moderator + "'s claim");
    }

    void approveTheRest(Predicate<String> wanted) {
        readCases();
        for (String caseId : openCases()) {
            String post = postsByCase.get(caseId);
            if (post != null && wanted.test(post)) {
                approve(post);
            }
        }
    }

    private void decide(String moderator, String postId, ObjectNode decision) {
        String path = "/api/moderation/cases/" + caseOf(postId);
        HearthClient client = people.get(moderator);
        Answer claimed = client.put(path + "/claim");
        boolean decidedInAnEarlierRun = claimed.status() == 409 && Seed.expect(client.get(path), "reading a case")
                .path("state").asText().equals("closed");
        if (!decidedInAnEarlierRun) {
            Seed.expect(claimed, moderator + "'s claim");
            Seed.expect(client.post(path + "/decisions", decision), moderator + "'s decision");
        }
    }

    boolean haveCaseOf(String postId) {
        if (!casesByPost.containsKey(postId)) {
            readCases();
        }
        return casesByPost.containsKey(postId);
    }

    private String caseOf(String postId) {
        if (!haveCaseOf(postId)) {
            throw new IllegalStateException("The demo decides on a post that has no case.");
        }
        return casesByPost.get(postId);
    }

    private void readCases() {
        HearthClient client = people.get(WELCOMER);
        for (String caseId : openCases()) {
            if (!postsByCase.containsKey(caseId)) {
                JsonNode post = Seed.expect(client.get("/api/moderation/cases/" + caseId), "reading a case").path("post");
                postsByCase.put(caseId, post.path("id").asText());
                casesByPost.put(post.path("id").asText(), caseId);
            }
        }
    }

    private List<String> openCases() {
        List<String> cases = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = Seed.expect(people.get(WELCOMER).get("/api/moderation/cases?state=open" + cursor), "reading the queue");
            page.path("items").forEach(item -> cases.add(item.path("id").asText()));
            cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
        } while (!cursor.isEmpty());
        return cases;
    }
}
