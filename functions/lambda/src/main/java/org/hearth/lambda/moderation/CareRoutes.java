package org.hearth.lambda.moderation;

import org.hearth.forum.care.Care;
import org.hearth.forum.care.CareSettings;
import org.hearth.forum.care.Load;
import org.hearth.forum.members.Role;
import org.hearth.lambda.http.Request;
import org.hearth.lambda.http.Response;
import org.hearth.lambda.json.JsonObject;

/** How moderators are looked after. */
final class CareRoutes {
  private final Care care;

  CareRoutes(Care care) {
    this.care = care;
  }

  Response mine(Request request) {
    var reader = request.caller().moderator();
    var mine = state(care.of(reader));
    return Response.ok(reader.role() != Role.LEAD ? mine : mine
        .with("settings", settings(care.settings(reader)))
        .with("waiting", care.waitingToTalk(reader).stream().map(CareRoutes::waiting).toList()));
  }

  Response opened(Request request) {
    return Response.ok(state(care.opened(request.caller(), request.path("caseId"))));
  }

  Response askToTalk(Request request) {
    care.askToTalk(request.caller());
    return Response.nothing();
  }

  Response talked(Request request) {
    care.talked(request.caller(), request.path("memberId"));
    return Response.nothing();
  }

  Response set(Request request) {
    record Draft(Integer budget, Integer restMinutes) {}
    request.caller().lead();
    var draft = request.body(body -> new Draft(body.optionalNumber("budget"), body.optionalNumber("restMinutes")));
    return Response.ok(settings(care.set(request.caller(), draft.budget(), draft.restMinutes())));
  }

  static JsonObject state(Care.State state) {
    return new JsonObject()
        .with("opened", state.opened())
        .with("budget", state.budget())
        .withIfPresent("restUntil", state.restUntil())
        .with("spent", state.spent())
        .with("others", state.others())
        .with("debriefAsked", state.debriefAsked());
  }

  private static JsonObject settings(CareSettings settings) {
    return new JsonObject().with("budget", settings.budget()).with("restMinutes", settings.rest().toMinutes());
  }

  private static JsonObject waiting(Load load) {
    return new JsonObject().with("id", load.moderatorId()).with("name", load.name()).with("askedAt", load.debriefAskedAt());
  }
}
