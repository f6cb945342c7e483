package org.hearth.lambda.rota;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Caller;
import org.hearth.forum.rota.HandOver;
import org.hearth.forum.rota.PlanRota;
import org.hearth.forum.rota.Rotas;
import org.hearth.forum.rota.ShiftDraft;
import org.hearth.lambda.Wiring;
import org.hearth.lambda.http.Answers;
import org.hearth.lambda.http.Request;
import org.hearth.lambda.http.Response;
import org.hearth.lambda.json.JsonObject;
import org.hearth.lambda.moderation.CaseViews;

/** Who is on duty, what members are told of it, and the hand-over in the morning. */
public final class RotaFunction implements RequestStreamHandler {
  private static final String HALF_A_MINUTE = "public, max-age=30";

  private final PlanRota plan;
  private final HandOver handOver;
  private final Rotas rotas;
  private final InstantSource clock;

  public RotaFunction() {
    this(Wiring.get());
  }

  private RotaFunction(Wiring from) {
    this(
        new PlanRota(from.rotas(), from.changes(), from.auditing(), from.ids(), from.clock()),
        new HandOver(from.rotas(), from.cases(), from.clock()),
        from.rotas(),
        from.clock());
  }

  RotaFunction(PlanRota plan, HandOver handOver, Rotas rotas, InstantSource clock) {
    this.plan = plan;
    this.handOver = handOver;
    this.rotas = rotas;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    Answers.to(in, out, context, request -> switch (request.route()) {
      case "GET /api/public/cover" -> cover();
      case "GET /api/moderation/rota" -> rota(request.caller());
      case "PUT /api/moderation/rota" -> set(request);
      case "POST /api/moderation/rota/shifts" -> add(request);
      case "DELETE /api/moderation/rota/shifts/{shiftId}" -> remove(request);
      case "GET /api/moderation/handover" -> handOver(request);
      default -> throw new IllegalStateException("No such route here");
    });
  }

  private Response cover() {
    var now = clock.instant();
    var duty = rotas.duty();
    var cover = duty.cover(now);
    return Response.ok(new JsonObject()
            .with("holding", cover.holds())
            .withIfPresent("expectedBy", cover.nextShift().map(start -> duty.expected(now, now))))
        .header("cache-control", HALF_A_MINUTE);
  }

  private Response rota(Caller caller) {
    var duty = plan.read(caller);
    return Response.ok(RotaViews.duty(duty, caller.staff(), clock.instant()));
  }

  private Response set(Request request) {
    record Draft(Boolean inUse, Integer windowMinutes) {}
    request.caller().leadOrAdmin();
    var draft = request.body(body -> new Draft(body.truth("inUse"), body.optionalNumber("windowMinutes")));
    if (draft.inUse() == null) {
      throw Refused.invalid("inUse", "Say whether the rota is in use: true or false.");
    }
    plan.set(request.caller(), draft.inUse(), draft.windowMinutes());
    return rota(request.caller());
  }

  private Response add(Request request) {
    var caller = request.caller().leadOrAdmin();
    var draft = request.body(body ->
        new ShiftDraft(body.text("moderatorId"), body.time("start"), body.time("end"), body.optionalNumber("weeks")));
    var shifts = plan.add(caller, draft);
    return Response.created("/api/moderation/rota",
        new JsonObject().with("items", shifts.stream().map(shift -> RotaViews.shift(shift, caller.staff())).toList()));
  }

  private Response remove(Request request) {
    plan.remove(request.caller(), request.path("shiftId"));
    return Response.nothing();
  }

  private Response handOver(Request request) {
    var reader = request.caller().moderator();
    var now = clock.instant();
    var morning = handOver.list(reader, request.query("since").map(RotaFunction::time).orElse(null));
    return Response.ok(new JsonObject()
        .with("since", morning.since())
        .with("cover", RotaViews.cover(morning.cover()))
        .withIfPresent("gap", morning.gap().map(RotaViews::gap))
        .with("waiting", morning.waiting().stream().map(one -> CaseViews.summary(one, reader, now)).toList())
        .with("done", morning.done().stream().map(one -> CaseViews.summary(one, reader, now)).toList())
        .with("more", morning.more()));
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException notATime) {
      throw Refused.invalid("since", "Write this time as 2026-11-30T18:00:00Z.");
    }
  }
}
