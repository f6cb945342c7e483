package org.hearth.lambda.moderation;

import java.time.Instant;
import org.hearth.forum.drill.RunDrill;
import org.hearth.forum.moderation.Case;
import org.hearth.lambda.http.Request;
import org.hearth.lambda.http.Response;
import org.hearth.lambda.json.JsonObject;
import org.hearth.lambda.listing.Views;

/** Exercises, for the lead. */
final class DrillRoutes {
  private final RunDrill drill;

  DrillRoutes(RunDrill drill) {
    this.drill = drill;
  }

  Response start(Request request) {
    var started = drill.start(request.caller());
    return Response.created("/api/moderation/drills", new JsonObject().with("id", started.id()).with("startedAt", started.startedAt()));
  }

  Response results(Request request) {
    var now = drill.now();
    return Response.ok(new JsonObject().with("items", drill.results(request.caller()).stream().map(result -> result(result, now)).toList()));
  }

  private static JsonObject result(RunDrill.Result result, Instant now) {
    return new JsonObject()
        .with("id", result.drill().id())
        .with("startedAt", result.drill().startedAt())
        .with("startedBy", result.drill().startedBy())
        .withIfPresent("case", result.theCase().map(one -> walked(one, now)));
  }

  private static JsonObject walked(Case one, Instant now) {
    var first = one.events().isEmpty() ? null : one.events().getFirst().at();
    return new JsonObject()
        .with("risk", Views.lower(one.risk()))
        .with("state", Views.lower(one.state()))
        .withIfPresent("checkedAt", first)
        .withIfPresent("toldAt", one.events().stream().filter(event -> event.by() == null && event.what().contains("told")).map(Case.Event::at).findFirst())
        .with("clocks", CaseViews.clocks(one, now))
        .withIfPresent("closedAt", one.closedAt())
        .with("timeline", one.events().stream().map(CaseViews::event).toList());
  }
}
