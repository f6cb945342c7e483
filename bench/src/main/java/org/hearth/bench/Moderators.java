package org.hearth.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hearth.local.client.HearthClient;

/** What moderators do with cases, threads and members, and what runs by itself so that nothing is forgotten. */
final class Moderators {
    private static final String CASES = "/api/moderation/cases";
    private static final String IN_DANGER = "I can't do this any more. I am going to kill myself tonight.";
    private static final String REPLY =
            "I have read what you wrote tonight, and I am glad that you told us. Will you ring one of the numbers with me?";

    private final Stage stage;
    private final Writing writing;
    private final HearthClient maren;
    private final HearthClient robin;

    Moderators(Stage stage, Writing writing) {
        this.stage = stage;
        this.writing = writing;
        this.maren = stage.moderator();
        this.robin = stage.member("Robin");
    }

    void decide(JsonNode reply) {
        String theCase = CASES + "/" + reply.path("id").asText();
        stage.get(maren, CASES, CASES);
        stage.get(maren, CASES + "/{caseId}", theCase);
        stage.call("PUT " + CASES + "/{caseId}/reading", maren, theCase + "/reading", null);
        stage.call("PUT " + CASES + "/{caseId}/claim", maren, theCase + "/claim", null);
        stage.call("DELETE " + CASES + "/{caseId}/claim", maren, theCase + "/claim", null);
        Stage.good(maren.put(theCase + "/claim"));
        JsonNode decided = stage.call("POST " + CASES + "/{caseId}/decisions", maren, theCase + "/decisions",
                HearthClient.object("action", "hide", "rule", "be-kind", "reason", "For the bench.")).json();
        stage.call("POST /api/appeals", robin, "/api/appeals",
                HearthClient.object("decisionId", decided.path("decision").path("id").asText(), "note", "I meant it kindly."));
        stage.get(maren, "/api/moderation/rules", "/api/moderation/rules");
        stage.get(maren, "/api/moderation/templates", "/api/moderation/templates");
        String member = "/api/moderation/members/" + Stage.id(robin);
        stage.get(maren, "/api/moderation/members/{memberId}", member);
        stage.call("POST /api/moderation/members/{memberId}/sanctions", maren, member + "/sanctions",
                HearthClient.object("action", "warn", "rule", "be-kind", "reason", "For the bench."));
    }

    void keepWatch(String thread) {
        HearthClient wren = stage.member("Wren");
        String posts = "/api/threads/" + thread + "/posts";
        JsonNode hidden = Stage.good(wren.post(posts, HearthClient.object("text", writing.text()).put("anonymous", true)));
        writing.screen(hidden);
        Stage.good(robin.post(Writing.path(hidden) + "/reports",
                HearthClient.object("reason", "rules", "note", "Please look at this.")));
        stage.call("POST " + CASES + "/{caseId}/unmasking", maren, CASES + "/" + hidden.path("id").asText() + "/unmasking",
                HearthClient.object("reason", "For the bench."));
        JsonNode urgent = Stage.good(wren.post(posts, HearthClient.object("text", IN_DANGER)));
        stage.measured("a post by somebody in danger is checked", () -> writing.screen(urgent));
        String id = urgent.path("id").asText();
        stage.measured("its alert is sent", () -> stage.handOn("NotificationFunction", "ModerationTable", "CASE#" + id, "CASE"));
        approve(stage, id, approval().put("reply", REPLY));
        stage.call("POST " + CASES + "/{caseId}/follow-up", maren, CASES + "/" + id + "/follow-up",
                HearthClient.object("note", "We spoke."));
        stage.download("GET " + CASES + "/{caseId}/pack", stage.lead(), CASES + "/" + id + "/pack");
        stage.measured("the sweep, each minute", () -> stage.invoke("SweepFunction", HearthClient.object()));
        stage.measured("the members' sweep", () -> stage.invoke("MembersSweepFunction", HearthClient.object()));
    }

    static ObjectNode approval() {
        return HearthClient.object("action", "approve", "rule", "safeguarding", "reason", "For the bench.");
    }

    /** Closes a case about somebody who may be in danger. */
    static void approve(Stage stage, String caseId, ObjectNode approval) {
        Stage.good(stage.moderator().put(CASES + "/" + caseId + "/claim"));
        Stage.good(stage.moderator().post(CASES + "/" + caseId + "/decisions", approval));
    }

    void lookAfterThreadsAndMembers(String thread) {
        String changes = "/api/moderation/threads/" + thread + "/changes";
        stage.call("POST /api/moderation/threads/{threadId}/changes", maren, changes, HearthClient.object("action", "pin"));
        Stage.good(maren.post(changes, HearthClient.object("action", "unpin")));
        String notes = "/api/moderation/members/" + Stage.id(robin) + "/notes";
        JsonNode note = stage.call("POST /api/moderation/members/{memberId}/notes", maren, notes,
                HearthClient.object("text", "Asked to be called only in the evening.")).json();
        stage.call("DELETE /api/moderation/members/{memberId}/notes/{noteId}", maren, notes + "/" + note.path("id").asText(),
                null);
        stage.get(maren, "/api/greeting", "/api/greeting");
        stage.get(maren, "/api/moderation/care", "/api/moderation/care");
        stage.call("POST /api/moderation/debriefs", maren, "/api/moderation/debriefs", null);
    }
}
