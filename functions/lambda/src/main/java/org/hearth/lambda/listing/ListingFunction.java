package org.hearth.lambda.listing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import org.hearth.forum.Page;
import org.hearth.forum.listing.ReadThreads;
import org.hearth.lambda.Rehearsal;
import org.hearth.lambda.Wiring;
import org.hearth.lambda.http.Answers;
import org.hearth.lambda.http.Request;
import org.hearth.lambda.http.Response;
import org.hearth.lambda.json.JsonObject;

/** Groups, threads and posts for those who are signed in. */
public final class ListingFunction implements RequestStreamHandler {
  private final ReadThreads read;
  private final InstantSource clock;

  public ListingFunction() {
    this(reading(Wiring.get()), Wiring.get().clock());
    Rehearsal.ofRequest(this, "GET /api/groups/{groupId}/threads");
    Rehearsal.ofRequest(this, "GET /api/threads/{threadId}");
  }

  ListingFunction(ReadThreads read, InstantSource clock) {
    this.read = read;
    this.clock = clock;
  }

  static ReadThreads reading(Wiring wiring) {
    return new ReadThreads(wiring.groups(), wiring.posts(), wiring.posts(), wiring.changes(), wiring.auditing(), wiring.clock());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    Answers.to(in, out, context, request -> switch (request.route()) {
      case "GET /api/groups" -> groups(request);
      case "GET /api/groups/{groupId}/threads" -> threads(request);
      case "GET /api/threads/{threadId}" -> thread(request);
      case "GET /api/threads/{threadId}/posts/{postId}" -> post(request);
      case "GET /api/threads/{threadId}/posts/{postId}/history" -> history(request);
      default -> throw new IllegalStateException("No such route here");
    });
  }

  private Response groups(Request request) {
    return Response.ok(Views.page(Page.last(read.groups(request.caller().reader())), Views::group));
  }

  private Response threads(Request request) {
    var found = read.in(request.caller().reader(), request.path("groupId"), request.position());
    return Response.ok(new JsonObject().with("group", Views.group(found.group())).withAll(Views.page(found.threads(), Views::thread)));
  }

  private Response thread(Request request) {
    var caller = request.caller().reader();
    var found = read.thread(caller, request.path("threadId"), request.position());
    return Response.ok(new JsonObject()
        .with("thread", Views.thread(found.thread()))
        .withAll(Views.page(found.posts(), post -> Views.post(post, caller, clock.instant()))));
  }

  private Response history(Request request) {
    var versions = read.history(request.caller(), request.path("threadId"), request.path("postId"));
    return Response.ok(new JsonObject().with("items", versions.stream().map(Views::version).toList()));
  }

  private Response post(Request request) {
    var caller = request.caller().reader();
    return Response.ok(Views.post(read.post(caller, request.path("threadId"), request.path("postId")), caller, clock.instant()));
  }
}
