package org.hearth.lambda.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.hearth.forum.FieldError;
import org.hearth.forum.Refusal;
import org.hearth.forum.members.Standing;
import org.hearth.lambda.json.JsonObject;

/** Says no (RFC 9457): a stable type, and a plain sentence that can be shown to the person. */
final class Problems {
  private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private Problems() {}

  static Response of(Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotSignedIn who when who.expired() ->
          problem(401, "session-expired", "Your session has ended", "Your session has ended. Sign in again; what you wrote is kept.");
      case Refusal.NotSignedIn who -> problem(401, "not-signed-in", "Not signed in", "Sign in to do this.");
      case Refusal.NeedsName name -> problem(403, "needs-name", "No pseudonym yet", "Choose a pseudonym first.");
      case Refusal.WrongRole role -> problem(403, "wrong-role", "Not for your role", "Your role does not allow this.");
      case Refusal.StandingForbids standing -> of(standing.standing());
      case Refusal.NotFound gone -> problem(404, "not-found", "Not found", "There is nothing here, or it is not for you to see.");
      case Refusal.Claimed claim ->
          problem(409, "claimed", "Somebody else has this case",
              claim.byName() + " is working on this case until " + DAY_AND_TIME.format(claim.until()) + ". Take another, or wait.");
      case Refusal.NotClaimed claim -> problem(409, "not-claimed", "Not claimed", "Claim the case before you decide on it.");
      case Refusal.Changed changed -> problem(409, "changed", "Changed meanwhile", changed.nextStep());
      case Refusal.Locked locked -> problem(409, "locked", "Closed to this", locked.why());
      case Refusal.Invalid invalid ->
          Response.problem(422, body(422, "invalid", "Something needs mending", "Please look at what is marked and send it again.")
              .with("errors", errors(invalid.errors())));
      case Refusal.KeyReused key ->
          problem(422, "key-reused", "Key used before", "This Idempotency-Key came before with something else. Use a new one.");
      case Refusal.TooMany wait -> tooMany(wait.retryAfter());
      case Refusal.Unavailable busy ->
          problem(503, "unavailable", "Not just now", "This could not be done just now. Nothing is lost; try again in a moment.").header("retry-after", "2");
    };
  }

  static Response of(Request.NotAccepted refused) {
    var title = switch (refused.type) {
      case "too-large" -> "Too large";
      case "wrong-type" -> "Not JSON";
      case "not-from-our-pages" -> "Header missing";
      default -> "Can't be read";
    };
    return problem(refused.status, refused.type, title, refused.getMessage());
  }

  static Response malformed(String detail) {
    return problem(400, "malformed", "Can't be read", detail);
  }

  static Response fault() {
    return problem(500, "fault", "Our fault", "Something went wrong on our side. Nothing you wrote is lost; try again in a moment.");
  }

  private static Response of(Standing standing) {
    var end = until(standing.until());
    return switch (standing.state()) {
      case MUTED -> problem(403, "muted", "You can read, not write", "You can read, but not write, " + end + " Your account page says why and how to appeal.");
      case SUSPENDED -> problem(403, "suspended", "Suspended", "Your account is suspended " + end + " Your account page says why and how to appeal.");
      case BANNED -> problem(403, "banned", "Not a member any more", "You can't take part here any more. Your account page says why and how to appeal.");
      case ACTIVE -> throw new IllegalArgumentException("An active member is not refused");
    };
  }

  private static String until(Instant until) {
    return until == null ? "until a moderator changes that." : "until " + DAY_AND_TIME.format(until) + ".";
  }

  private static Response tooMany(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
    return problem(429, "too-many", "A little slower, please",
        "That was a lot in a short time. Try again in " + minutes + (minutes == 1 ? " minute" : " minutes") + "; what you wrote is kept.")
        .header("retry-after", Long.toString(seconds));
  }

  private static Response problem(int status, String type, String title, String detail) {
    return Response.problem(status, body(status, type, title, detail));
  }

  private static JsonObject body(int status, String type, String title, String detail) {
    return new JsonObject().with("type", "/problems/" + type).with("title", title).with("status", status).with("detail", detail);
  }

  private static List<JsonObject> errors(List<FieldError> errors) {
    return errors.stream().map(error -> new JsonObject().with("field", error.field()).with("detail", error.detail())).toList();
  }
}
