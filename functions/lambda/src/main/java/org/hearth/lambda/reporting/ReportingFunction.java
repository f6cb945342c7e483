package org.hearth.lambda.reporting;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import org.hearth.forum.Refused;
import org.hearth.forum.Ulid;
import org.hearth.forum.members.Caller;
import org.hearth.forum.reporting.ReadOutcomes;
import org.hearth.forum.reporting.ReportContent;
import org.hearth.forum.reporting.ReportDraft;
import org.hearth.forum.reporting.Sender;
import org.hearth.lambda.Wiring;
import org.hearth.lambda.http.Answers;
import org.hearth.lambda.http.Request;
import org.hearth.lambda.http.Response;
import org.hearth.lambda.json.JsonObject;
import org.hearth.lambda.listing.Views;

/** Reports and complaints, from members and from people who are not signed in. */
public final class ReportingFunction implements RequestStreamHandler {
  private final ReportContent report;
  private final ReadOutcomes outcomes;
  private final String edge;
  private final InstantSource clock;

  public ReportingFunction() {
    this(Wiring.get());
  }

  private ReportingFunction(Wiring from) {
    this(new ReportContent(from.senders(), from.cases(), from.posts(), from.groups(), from.members(), from.rotas(), from.changes(), from.auditing(),
        from.limits(), from.ids(), from.clock()), new ReadOutcomes(from.cases()), Wiring.environment("EDGE"), from.clock());
  }

  /** @param edge what the front sends along with each request, which nobody else knows; empty when the front sends nothing */
  ReportingFunction(ReportContent report, ReadOutcomes outcomes, String edge, InstantSource clock) {
    this.report = report;
    this.outcomes = outcomes;
    this.edge = edge;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    Answers.to(in, out, context, request -> switch (request.route()) {
      case "POST /api/public/reports" -> fromAnybody(request);
      case "POST /api/threads/{threadId}/posts/{postId}/reports" -> {
        var caller = request.caller().reader();
        yield received(report.post(caller, request.path("threadId"), request.path("postId"), draft(request)));
      }
      case "POST /api/members/{memberId}/reports" -> {
        var caller = request.caller().reader();
        yield received(report.member(Sender.of(caller), request.path("memberId"), draft(request)));
      }
      case "GET /api/me/reports" ->
          Response.ok(new JsonObject().with("items", outcomes.of(request.caller()).stream().map(ReportingFunction::told).toList()));
      case "GET /api/public/reports/{reference}" -> Response.ok(told(outcomes.of(request.path("reference"))));
      default -> throw new IllegalStateException("No such route here");
    });
  }

  private record Open(String threadId, String postId, String memberId, ReportDraft draft) {}

  private Response fromAnybody(Request request) {
    var open = request.body(body -> new Open(id(body.text("threadId")), id(body.text("postId")), id(body.text("memberId")),
        new ReportDraft(body.text("reason"), body.text("note"), body.text("contact"), body.truth("tellMe"))));
    var visitor = new Sender(Caller.VISITOR, Address.standIn(request.sourceAddress(edge), clock.instant()), request.key());
    if (open.postId() != null) {
      if (open.threadId() == null) {
        throw Refused.invalid("threadId", "Say which thread the post is in.");
      }
      return received(report.post(visitor, open.threadId(), open.postId(), open.draft()));
    }
    return received(open.memberId() == null
        ? report.complaint(visitor, open.draft())
        : report.member(visitor, open.memberId(), open.draft()));
  }

  // What can't be an id is the id of nothing.
  private static String id(String sent) {
    if (sent != null && !Ulid.is(sent)) {
      throw Refused.notFound();
    }
    return sent;
  }

  private static ReportDraft draft(Request request) {
    return request.body(body -> new ReportDraft(body.text("reason"), body.text("note"), null, body.truth("tellMe")));
  }

  private static JsonObject told(ReadOutcomes.Told told) {
    return new JsonObject()
        .with("reference", told.reference())
        .with("about", Views.lower(told.about()))
        .with("reason", told.reason().id())
        .with("reportedAt", told.reportedAt())
        .with("result", Views.lower(told.result()))
        .withIfPresent("decidedAt", told.decidedAt());
  }

  private static Response received(String reference) {
    return Response.created(new JsonObject().with("reference", reference));
  }
}
