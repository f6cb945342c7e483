package org.hearth.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.hearth.local.client.HearthClient;

/** What the safeguarding lead plans, reads, sets and practises. */
final class Leads {
    private final Stage stage;
    private final HearthClient lead;

    Leads(Stage stage) {
        this.stage = stage;
        this.lead = stage.lead();
    }

    void planTheRota() {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        stage.get(lead, "/api/moderation/rota", "/api/moderation/rota");
        stage.call("PUT /api/moderation/rota", lead, "/api/moderation/rota",
                HearthClient.object().put("inUse", false).put("windowMinutes", 60));
        ObjectNode shift = HearthClient.object("moderatorId", Stage.id(stage.moderator()), "start", tomorrow.toString(),
                "end", tomorrow.plus(Duration.ofHours(3)).toString());
        JsonNode shifts = stage.call("POST /api/moderation/rota/shifts", lead, "/api/moderation/rota/shifts", shift).json();
        stage.call("DELETE /api/moderation/rota/shifts/{shiftId}", lead,
                "/api/moderation/rota/shifts/" + shifts.path("items").path(0).path("id").asText(), null);
        stage.get(lead, "/api/moderation/handover", "/api/moderation/handover");
    }

    void readTheLog() {
        stage.get(lead, "/api/moderation/audit", "/api/moderation/audit");
        stage.get(lead, "/api/moderation/audit.csv", "/api/moderation/audit.csv");
        stage.get(lead, "/api/moderation/audit/verification", "/api/moderation/audit/verification");
    }

    void lookAfterTheForum() {
        library();
        checks();
        String wren = Stage.id(stage.member("Wren"));
        stage.call("PUT /api/moderation/greeters/{memberId}", lead, "/api/moderation/greeters/" + wren, null);
        stage.get(lead, "/api/moderation/greeters", "/api/moderation/greeters");
        stage.call("DELETE /api/moderation/greeters/{memberId}", lead, "/api/moderation/greeters/" + wren, null);
        stage.call("PUT /api/moderation/care", lead, "/api/moderation/care", care());
        stage.call("DELETE /api/moderation/debriefs/{memberId}", lead, "/api/moderation/debriefs/" + Stage.id(stage.moderator()),
                null);
    }

    static void letMembersTalkInPrivate(Stage stage) {
        Stage.good(stage.lead().put("/api/moderation/conversations", HearthClient.object().put("on", true)));
    }

    static void setCare(Stage stage) {
        Stage.good(stage.lead().put("/api/moderation/care", care()));
    }

    private static ObjectNode care() {
        return HearthClient.object().put("budget", 20).put("restMinutes", 30);
    }

    private void library() {
        String resources = "/api/moderation/resources";
        ObjectNode draft = HearthClient.object("title", "Sleeping before a scan", "text",
                "Ten pages from a nurse who has seen many of us.",
                "reviewBy", Instant.now().plus(Duration.ofDays(90)).toString());
        JsonNode added = stage.call("POST " + resources, lead, resources, draft).json();
        stage.get(stage.visitor(), "/api/public/resources", "/api/public/resources");
        String one = resources + "/" + added.path("id").asText();
        stage.call("PUT " + resources + "/{resourceId}", lead, one,
                draft.deepCopy().put("version", added.path("version").asInt()));
        stage.call("DELETE " + resources + "/{resourceId}", lead, one, null);
    }

    private void checks() {
        JsonNode groups = stage.get(lead, "/api/moderation/checks", "/api/moderation/checks").json().path("items");
        String checks = "/api/moderation/checks/" + groups.path(0).path("id").asText();
        ObjectNode draft = HearthClient.object();
        draft.putArray("heldWords").add("detox tea");
        stage.call("POST /api/moderation/checks/{groupId}/preview", lead, checks + "/preview", draft);
        stage.call("PUT /api/moderation/checks/{groupId}", lead, checks,
                draft.put("reason", "Sellers of it keep coming back.").put("revision", groups.path(0).path("revision").asLong()));
    }

    void practise() {
        JsonNode drill = stage.call("POST /api/moderation/drills", lead, "/api/moderation/drills", null).json();
        String id = drill.path("id").asText();
        stage.handOn("ScreeningFunction", "ContentTable", "THREAD#" + id, "POST#" + id);
        Moderators.approve(stage, id, Moderators.approval());
        stage.get(lead, "/api/moderation/drills", "/api/moderation/drills");
    }
}
