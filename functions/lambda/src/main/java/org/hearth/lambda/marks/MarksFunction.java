package org.hearth.lambda.marks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import org.hearth.forum.greeting.Greet;
import org.hearth.forum.marks.KeepPlace;
import org.hearth.forum.marks.React;
import org.hearth.forum.marks.Reading;
import org.hearth.forum.posting.Reaction;
import org.hearth.lambda.Rehearsal;
import org.hearth.lambda.Wiring;
import org.hearth.lambda.http.Answers;
import org.hearth.lambda.http.Request;
import org.hearth.lambda.http.Response;
import org.hearth.lambda.json.JsonObject;
import org.hearth.lambda.listing.Views;

/** What members leave on threads: reactions for others to see; what they follow and have read, for themselves;
 * and who waits for a first word, for those who greet. */
public final class MarksFunction implements RequestStreamHandler {
  private final React react;
  private final KeepPlace place;
  private final Greet greet;
  private final InstantSource clock;

  public MarksFunction() {
    this(Wiring.get());
    Rehearsal.ofRequest(this, "GET /api/threads/{threadId}/marks");
  }

  private MarksFunction(Wiring from) {
    this(new React(from.marks(), from.groups(), from.changes()),
        new KeepPlace(from.marks(), from.posts(), from.groups(), from.changes()), from.greet(), from.clock());
  }

  MarksFunction(React react, KeepPlace place, Greet greet, InstantSource clock) {
    this.react = react;
    this.place = place;
    this.greet = greet;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    Answers.to(in, out, context, request -> switch (request.route()) {
      case "PUT /api/threads/{threadId}/posts/{postId}/reactions/{kind}" -> {
        var caller = request.caller();
        var post = react.give(caller, request.path("threadId"), request.path("postId"), request.path("kind"));
        yield Response.ok(Views.post(post, caller, clock.instant()));
      }
      case "DELETE /api/threads/{threadId}/posts/{postId}/reactions/{kind}" -> {
        var caller = request.caller();
        var post = react.takeBack(caller, request.path("threadId"), request.path("postId"), request.path("kind"));
        yield Response.ok(Views.post(post, caller, clock.instant()));
      }
      case "GET /api/threads/{threadId}/marks" -> Response.ok(view(place.of(request.caller(), request.path("threadId"))));
      case "PUT /api/threads/{threadId}/following" -> follow(request, true);
      case "DELETE /api/threads/{threadId}/following" -> follow(request, false);
      case "GET /api/me/following" -> Response.ok(new JsonObject().with("items", place.following(request.caller()).stream().map(MarksFunction::followed).toList()));
      case "GET /api/greeting" -> Response.ok(new JsonObject().with("items", greet.waiting(request.caller()).stream().map(Views::thread).toList()));
      case "GET /api/moderation/greeters" -> Response.ok(new JsonObject().with("items", greet.all(request.caller()).stream()
          .map(greeter -> new JsonObject().with("id", greeter.id()).with("name", greeter.name())).toList()));
      case "PUT /api/moderation/greeters/{memberId}" -> appoint(request, true);
      case "DELETE /api/moderation/greeters/{memberId}" -> appoint(request, false);
      case "PUT /api/me/read" -> {
        var caller = request.caller();
        caller.reader();
        place.read(caller, request.body(body -> body.objectsByName("read", mark -> new Reading.Mark(mark.text("readTo"), mark.time("lastActivityAt")))));
        yield Response.nothing();
      }
      default -> throw new IllegalStateException("No such route here");
    });
  }

  private Response appoint(Request request, boolean greets) {
    greet.appoint(request.caller(), request.path("memberId"), greets);
    return Response.nothing();
  }

  private Response follow(Request request, boolean follows) {
    place.follow(request.caller(), request.path("threadId"), follows);
    return Response.nothing();
  }

  private static JsonObject view(KeepPlace.Kept kept) {
    var reactions = new JsonObject();
    kept.marks().reactions().forEach((post, kinds) -> reactions.with(post, kinds.stream().map(Reaction::id).toList()));
    return new JsonObject().with("reactions", reactions).with("following", kept.marks().following()).withIfPresent("readTo", kept.readTo().orElse(null));
  }

  private static JsonObject followed(KeepPlace.Followed followed) {
    return Views.thread(followed.thread()).with("unread", followed.unread()).withIfPresent("readTo", followed.readTo().orElse(null));
  }
}
