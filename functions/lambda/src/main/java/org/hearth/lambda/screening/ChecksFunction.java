package org.hearth.lambda.screening;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.hearth.forum.moderation.ChecksDraft;
import org.hearth.forum.moderation.TuneChecks;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Post;
import org.hearth.forum.screening.Finding;
import org.hearth.forum.screening.Preview;
import org.hearth.forum.screening.Screening;
import org.hearth.forum.screening.Tuning;
import org.hearth.forum.screening.Verdict;
import org.hearth.lambda.Wiring;
import org.hearth.lambda.http.Answers;
import org.hearth.lambda.http.Body;
import org.hearth.lambda.http.Request;
import org.hearth.lambda.http.Response;
import org.hearth.lambda.json.JsonObject;
import org.hearth.lambda.listing.Views;

/** How careful the checks of each group are: read, tried on its newest posts, and changed. */
public final class ChecksFunction implements RequestStreamHandler {
  private static final int MOST_SHOWN = 50;
  private static final int EXCERPT = 240;

  private final TuneChecks tune;

  public ChecksFunction() {
    this(Wiring.get());
  }

  private ChecksFunction(Wiring from) {
    this(new TuneChecks(from.groupsAsTheyAreNow(), from.posts(), from.changes(), from.auditing(), Screening.standard(), from.clock()));
  }

  ChecksFunction(TuneChecks tune) {
    this.tune = tune;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    Answers.to(in, out, context, request -> switch (request.route()) {
      case "GET /api/moderation/checks" -> list(request);
      case "POST /api/moderation/checks/{groupId}/preview" -> preview(request);
      case "PUT /api/moderation/checks/{groupId}" -> change(request);
      default -> throw new IllegalStateException("No such route here");
    });
  }

  private Response list(Request request) {
    return Response.ok(new JsonObject()
        .with("standard", thresholds(Tuning.standard()))
        .with("items", tune.groups(request.caller()).stream().map(ChecksFunction::group).toList()));
  }

  private Response preview(Request request) {
    request.caller().leadOrAdmin();
    var foreseen = tune.preview(request.caller(), request.path("groupId"), request.body(ChecksFunction::draft));
    var outcome = foreseen.outcome();
    return Response.ok(new JsonObject()
        .with("days", TuneChecks.LOOKED_BACK.toDays())
        .with("posts", outcome.posts())
        .with("more", foreseen.more())
        .with("held", outcome.held())
        .with("released", outcome.released())
        .with("changed", outcome.differences().size())
        .with("items", foreseen.differences().stream().limit(MOST_SHOWN).map(ChecksFunction::difference).toList()));
  }

  private Response change(Request request) {
    record Change(ChecksDraft checks, String reason, int revision) {}
    request.caller().leadOrAdmin();
    var wanted = request.body(body -> new Change(draft(body), body.text("reason"), body.number("revision")));
    return Response.ok(group(tune.change(request.caller(), request.path("groupId"), wanted.checks(), wanted.reason(), wanted.revision())));
  }

  private static ChecksDraft draft(Body body) {
    return new ChecksDraft(body.optionalNumber("concerning"), body.optionalNumber("imminent"), body.optionalNumber("spam"),
        body.optionalNumber("abuse"), body.texts("heldWords"), body.texts("allowedWords"));
  }

  private static JsonObject group(Group group) {
    var checks = group.checks().tuning();
    var standard = Tuning.standard();
    return new JsonObject()
        .with("id", group.id())
        .with("name", group.name())
        .with("revision", group.revision())
        .withIfPresent("concerning", own(checks.concerning(), standard.concerning()))
        .withIfPresent("imminent", own(checks.imminent(), standard.imminent()))
        .withIfPresent("spam", own(checks.spam(), standard.spam()))
        .withIfPresent("abuse", own(checks.abuse(), standard.abuse()))
        .with("heldWords", checks.heldWords())
        .with("allowedWords", checks.allowedWords())
        .withIfPresent("reason", group.checks().reason());
  }

  private static JsonObject thresholds(Tuning checks) {
    return new JsonObject()
        .with("concerning", percent(checks.concerning()))
        .with("imminent", percent(checks.imminent()))
        .with("spam", percent(checks.spam()))
        .with("abuse", percent(checks.abuse()));
  }

  private static Long own(double chosen, double standard) {
    return chosen == standard ? null : percent(chosen);
  }

  private static long percent(double threshold) {
    return Math.round(threshold * 100);
  }

  private static JsonObject difference(TuneChecks.Difference one) {
    var post = one.post();
    return new JsonObject()
        .with("threadId", post.threadId())
        .with("postId", post.id())
        .with("author", post.authorName())
        .with("createdAt", post.createdAt())
        .with("excerpt", excerpt(post))
        .with("now", grade(one.verdicts().now()))
        .with("then", grade(one.verdicts().then()))
        .with("reasons", reasons(one.verdicts()));
  }

  private static String grade(Verdict verdict) {
    return Views.lower(verdict.grade());
  }

  /** Of the more careful of the two: why the post would be held, or why it is. */
  private static List<String> reasons(Preview.Difference verdicts) {
    var careful = verdicts.then().grade().compareTo(verdicts.now().grade()) >= 0 ? verdicts.then() : verdicts.now();
    return careful.findings().stream().map(Finding::reason).distinct().toList();
  }

  private static String excerpt(Post post) {
    var text = post.screenedText();
    return text.codePointCount(0, text.length()) <= EXCERPT ? text : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…";
  }
}
