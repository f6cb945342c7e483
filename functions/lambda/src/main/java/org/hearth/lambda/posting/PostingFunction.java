package org.hearth.lambda.posting;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import org.hearth.forum.posting.DeletePost;
import org.hearth.forum.posting.Draft;
import org.hearth.forum.posting.EditPost;
import org.hearth.forum.posting.Reply;
import org.hearth.forum.posting.StartThread;
import org.hearth.forum.resources.KeepResources;
import org.hearth.lambda.Rehearsal;
import org.hearth.lambda.Wiring;
import org.hearth.lambda.http.Answers;
import org.hearth.lambda.http.Request;
import org.hearth.lambda.http.Response;
import org.hearth.lambda.json.JsonObject;
import org.hearth.lambda.listing.Library;
import org.hearth.lambda.listing.Views;

/** Writing: threads, replies, changes of mind. */
public final class PostingFunction implements RequestStreamHandler {
  private final StartThread startThread;
  private final Reply reply;
  private final EditPost edit;
  private final DeletePost delete;
  private final KeepResources resources;
  private final InstantSource clock;

  public PostingFunction() {
    this(Wiring.get());
    Rehearsal.ofRequest(this, "POST /api/threads/{threadId}/posts");
  }

  private PostingFunction(Wiring from) {
    this(
        new StartThread(from.posts(), from.marks(), from.groups(), from.changes(), from.auditing(), from.limits(), from.ids(), from.clock()),
        new Reply(from.posts(), from.marks(), from.groups(), from.conversations(), from.changes(), from.auditing(), from.limits(), from.ids(),
            from.clock()),
        new EditPost(from.posts(), from.groups(), from.conversations(), from.changes(), from.limits(), from.clock()),
        new DeletePost(from.posts(), from.groups(), from.cases(), from.changes(), from.clock()),
        from.keepResources(),
        from.clock());
  }

  PostingFunction(StartThread startThread, Reply reply, EditPost edit, DeletePost delete, KeepResources resources, InstantSource clock) {
    this.startThread = startThread;
    this.reply = reply;
    this.edit = edit;
    this.delete = delete;
    this.resources = resources;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    Answers.to(in, out, context, request -> switch (request.route()) {
      case "POST /api/groups/{groupId}/threads" -> startThread(request);
      case "POST /api/threads/{threadId}/posts" -> reply(request);
      case "PUT /api/threads/{threadId}/posts/{postId}" -> edit(request);
      case "DELETE /api/threads/{threadId}/posts/{postId}" -> delete(request);
      case "POST /api/moderation/resources" -> addResource(request);
      case "PUT /api/moderation/resources/{resourceId}" -> changeResource(request);
      case "DELETE /api/moderation/resources/{resourceId}" -> {
        resources.remove(request.caller(), request.path("resourceId"));
        yield Response.nothing();
      }
      default -> throw new IllegalStateException("No such route here");
    });
  }

  private record Edit(String text, int version) {}

  private Response startThread(Request request) {
    var caller = request.caller().writer();
    var draft = request.body(body -> new Draft(body.text("title"), body.text("text"), body.texts("labels"), null,
        body.truthOrFalse("anonymous"), body.truthOrFalse("official")));
    var started = startThread.by(caller, request.path("groupId"), draft, request.key());
    return Response.created("/api/threads/" + started.thread().id(), new JsonObject()
        .with("thread", Views.thread(started.thread()))
        .with("post", Views.post(started.post(), caller, clock.instant())));
  }

  private Response reply(Request request) {
    var caller = request.caller().writer();
    var draft = request.body(body -> new Draft(null, body.text("text"), List.of(), body.text("quotes"), body.truthOrFalse("anonymous"),
        body.truthOrFalse("official")));
    var post = reply.by(caller, request.path("threadId"), draft, request.key());
    return Response.created("/api/threads/" + post.threadId() + "/posts/" + post.id(), Views.post(post, caller, clock.instant()));
  }

  private Response edit(Request request) {
    var caller = request.caller().writer();
    var draft = request.body(body -> new Edit(body.text("text"), body.number("version")));
    var post = edit.by(caller, request.path("threadId"), request.path("postId"), draft.text(), draft.version());
    return Response.ok(Views.post(post, caller, clock.instant()));
  }

  private Response delete(Request request) {
    delete.by(request.caller(), request.path("threadId"), request.path("postId"));
    return Response.nothing();
  }

  private Response addResource(Request request) {
    var caller = request.caller().leadOrAdmin();
    var added = resources.add(caller, request.body(Library::draft));
    return Response.created("/api/public/resources", Library.view(added, clock.instant()));
  }

  private Response changeResource(Request request) {
    record Changed(KeepResources.Draft draft, int version) {}

    var caller = request.caller().leadOrAdmin();
    var sent = request.body(body -> new Changed(Library.draft(body), body.number("version")));
    return Response.ok(Library.view(resources.change(caller, request.path("resourceId"), sent.draft(), sent.version()), clock.instant()));
  }
}
