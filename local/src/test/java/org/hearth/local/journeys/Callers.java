package org.hearth.local.journeys;

import static org.hearth.local.RunningHearth.good;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.HearthClient;
import org.hearth.local.issuer.FalseSessions;
import org.hearth.local.issuer.Role;

/** Somebody of each kind that may call a route. */
final class Callers {
    /** In the order of the tables' columns. Each of the last four has a session that was a good one once, or looks like one. */
    static final List<String> ALL = List.of("visitor", "unnamed", "member", "other", "invited", "muted", "suspended", "banned",
            "moderator", "lead", "admin", "expired", "issuer", "forged", "tampered");
    private static final String OTHER_GROUP = "other-closed-room";

    private Callers() {
    }

    /** All of them, by their kind; those who are invited or under a sanction are invited to the closed room. */
    static Map<String, HearthClient> of(RunningHearth hearth) {
        hearth.makeGroup(OTHER_GROUP, "restricted");
        HearthClient other = hearth.somebodyNew();
        hearth.invite(other, OTHER_GROUP);
        HearthClient invited = invited(hearth);
        Map<String, HearthClient> callers = new LinkedHashMap<>();
        callers.put("visitor", hearth.visitor());
        callers.put("unnamed", HearthClient.signedIn(hearth.address(), "nobody-yet", Role.MEMBER));
        callers.put("member", hearth.somebodyNew());
        callers.put("other", other);
        callers.put("invited", invited);
        callers.put("muted", sanctioned(hearth, "mute"));
        callers.put("suspended", sanctioned(hearth, "suspend"));
        callers.put("banned", sanctioned(hearth, "ban"));
        callers.put("moderator", hearth.moderator());
        callers.put("lead", hearth.lead());
        callers.put("admin", hearth.admin());
        callers.put("expired", FalseSessions.expired(invited));
        callers.put("issuer", FalseSessions.ofAnotherIssuer(invited));
        callers.put("forged", FalseSessions.signedBySomebodyElse(invited));
        callers.put("tampered", FalseSessions.tampered(invited));
        hearth.forgetAuthorizations();
        return callers;
    }

    private static HearthClient invited(RunningHearth hearth) {
        HearthClient person = hearth.somebodyNew();
        hearth.invite(person, RunningHearth.CLOSED);
        return person;
    }

    private static HearthClient sanctioned(RunningHearth hearth, String action) {
        HearthClient person = invited(hearth);
        var sanction = HearthClient.object("action", action, "rule", "be-kind", "reason", "A pause");
        if (!action.equals("ban")) {
            sanction.put("until", "2099-01-01T00:00:00Z");
        }
        good(hearth.lead().post("/api/moderation/members/" + good(person.get("/api/me")).path("id").asText() + "/sanctions", sanction));
        return person;
    }
}
