package org.hearth.lambda.members;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Conflict;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Joining;
import org.hearth.forum.members.Preferences;
import org.hearth.forum.members.SessionEnd;
import org.hearth.lambda.Wiring;
import org.hearth.lambda.http.Answers;
import org.hearth.lambda.http.Request;
import org.hearth.lambda.http.Response;
import org.hearth.lambda.json.JsonObject;

/** Signing in and out. */
public final class SessionFunction implements RequestStreamHandler {
  private static final Duration SIGN_IN_TAKES = Duration.ofMinutes(15);
  private static final String NEUTRAL_SITE = "https://www.bbc.co.uk/weather";

  private static final String SLOW = """
      <!doctype html>
      <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Signing in is slow · Hearth</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/css/hearth.css">
      </head>
      <body>
        <header><div class="lintel"><a class="name" href="/">Hearth</a> <a class="exit" href="/api/session/exit" rel="nofollow">Quick exit</a></div></header>
        <main id="main" tabindex="-1">
          <div class="empty">
            <h1>We can’t sign you in just now</h1>
            <p>The sign-in does not answer. It is nothing that you did, and nothing that you wrote is lost. Please try again in a minute.</p>
            <p class="row centre"><a class="button" href="/">All groups</a> <a class="button plain" href="/help-now.html">Help now</a></p>
          </div>
        </main>
      </body>
      </html>
      """;

  private final SignIn signIn;
  private final Recognise recognise;
  private final Tokens tokens;
  private final Joining joining;
  private final Changes changes;
  private final Cookies cookies;

  public SessionFunction() {
    this(new SessionWiring(Wiring.get()), Wiring.get().changes());
  }

  SessionFunction(SessionWiring session, Changes changes) {
    this.signIn = session.signIn;
    this.recognise = session.recognise;
    this.tokens = session.tokens;
    this.joining = session.joining;
    this.cookies = session.cookies;
    this.changes = changes;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    Answers.to(in, out, context, request -> switch (request.route()) {
      case "GET /api/session" -> Response.ok(session(recognise.from(request.cookies())));
      case "GET /api/session/start" -> seen(request, this::start);
      case "GET /api/session/callback" -> seen(request, this::callback);
      case "DELETE /api/session" -> end(request, Response.nothing());
      case "GET /api/session/exit" -> end(request, Response.seeOther(NEUTRAL_SITE).header("clear-site-data", "\"cache\", \"cookies\", \"storage\""));
      default -> throw new IllegalStateException("No such route here");
    });
  }

  // A browser comes here as to a page, so a person reads what is answered.
  private static Response seen(Request request, Function<Request, Response> step) {
    try {
      return step.apply(request);
    } catch (Refused refused) {
      if (refused.refusal() instanceof Refusal.Unavailable && request.header("accept").filter(wanted -> wanted.contains("text/html")).isPresent()) {
        return Response.page(503, SLOW).header("retry-after", "10");
      }
      throw refused;
    }
  }

  private static JsonObject session(Recognise.Recognised recognised) {
    var caller = recognised.caller();
    return switch ((String) caller.get("session")) {
      case "member" -> new JsonObject().with("signedIn", true).with("member", new JsonObject()
          .with("id", caller.get("memberId"))
          .with("name", caller.get("name"))
          .with("role", lower(caller.get("role")))
          .with("standing", lower(caller.get("standing"))))
          .withIfPresent("greeter", recognised.known().map(Sessions.Known::greets).filter(greets -> greets))
          .withIfPresent("filters", recognised.known().flatMap(Sessions.Known::preferences)
              .map(Preferences::filters).filter(filters -> !filters.none()).map(Chosen::filters));
      case "unnamed" -> new JsonObject().with("signedIn", true).with("member", null).with("needsName", true);
      default -> new JsonObject().with("signedIn", false);
    };
  }

  private static String lower(Object name) {
    return name.toString().toLowerCase(Locale.ROOT);
  }

  private Response start(Request request) {
    var started = signIn.start(request.query("as").filter("staff"::equals).isPresent(), request.query("return").orElse("/"));
    return Response.seeOther(started.location()).cookie(cookies.setSignIn(started.attempt().asCookie(), SIGN_IN_TAKES.toSeconds()));
  }

  private Response callback(Request request) {
    var attempt = cookies.signIn(request.cookies()).flatMap(SignIn.Attempt::of);
    var signedIn = attempt.flatMap(begun -> signIn.finish(begun, request.query("code").orElse(""), request.query("state").orElse("")));
    signedIn.ifPresent(fresh -> endOlder(request, fresh.access()));
    return signedIn.map(this::welcome).orElseGet(() -> Response.seeOther("/join.html?sign-in=again")).cookie(cookies.clearSignIn());
  }

  // Whoever signs in has one session in this browser, and the one before is of no more use to anybody.
  private void endOlder(Request request, Tokens.Access fresh) {
    cookies.session(request.cookies()).flatMap(tokens::access).filter(older -> !older.tokenId().equals(fresh.tokenId())).ifPresent(this::end);
  }

  private Response welcome(SignIn.SignedIn signedIn) {
    var access = signedIn.access();
    boolean known = joining.keepRole(access.memberId(), access.role());
    var next = known ? signedIn.returnTo() : "/join.html?return=" + URLEncoder.encode(signedIn.returnTo(), StandardCharsets.UTF_8);
    long seconds = access.expiresAtSeconds() - Instant.now().getEpochSecond();
    return Response.seeOther(next).cookie(cookies.setSession(signedIn.token(), Math.max(0, seconds)));
  }

  private Response end(Request request, Response answer) {
    cookies.session(request.cookies()).flatMap(tokens::access).ifPresent(this::end);
    return answer.cookie(cookies.clearSession());
  }

  private void end(Tokens.Access access) {
    try {
      changes.commit(new Change().add(new SessionEnd(access.memberId(), access.tokenId(), Instant.ofEpochSecond(access.expiresAtSeconds()), 1)));
    } catch (Conflict endedAlready) {
      // Leaving twice is leaving.
    }
  }
}
