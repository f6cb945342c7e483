package org.hearth.lambda.members;

import java.util.Map;
import org.hearth.forum.Refused;
import org.hearth.forum.conversation.AllowConversations;
import org.hearth.forum.conversation.Companion;
import org.hearth.forum.conversation.Converse;
import org.hearth.forum.posting.Post;
import org.hearth.lambda.http.Request;
import org.hearth.lambda.http.Response;
import org.hearth.lambda.json.JsonObject;
import org.hearth.lambda.listing.Views;

/** Conversations between two: who wishes for one, who has one, and whether there are any. */
final class ConversationRoutes {
  private static final Map<Companion.State, String> TOLD = Map.of(
      Companion.State.ASKED, "asked", Companion.State.ASKS, "asks", Companion.State.DECLINED, "declined", Companion.State.OPEN, "open",
      Companion.State.LEFT, "closed", Companion.State.CLOSED, "closed");

  private final Converse converse;
  private final AllowConversations allow;
  private final Cookies cookies;

  ConversationRoutes(Converse converse, AllowConversations allow, Cookies cookies) {
    this.converse = converse;
    this.allow = allow;
    this.cookies = cookies;
  }

  // Whoever was agreed with a moment ago should find the door open, and not only once the gateway has forgotten who they were.
  Response mine(Request request) {
    var all = converse.of(request.caller());
    return Response.ok(new JsonObject()
            .with("on", all.on())
            .with("taking", all.taking())
            .with("newcomer", all.newcomer())
            .with("items", all.items().stream()
                .map(told -> side(told.side()).with("with", new JsonObject()
                    .with("name", told.other().map(other -> other.name()).orElse(Post.FORMER_MEMBER))
                    .withIfPresent("id", told.other().map(other -> other.id()))))
                .toList()))
        .cookie(cookies.setKnownAs(all.profile().revision()));
  }

  Response step(Request request) {
    var caller = request.caller();
    caller.reader();
    var otherId = request.path("memberId");
    var step = request.body(body -> body.text("step"));
    return Response.ok(side(switch (step) {
      case "ask" -> converse.ask(caller, otherId);
      case "agree" -> converse.agree(caller, otherId);
      case "decline" -> converse.decline(caller, otherId);
      case "close" -> converse.close(caller, otherId);
      case null, default -> throw Refused.invalid("step", "Choose ask, agree, decline or close.");
    }));
  }

  Response set(Request request) {
    request.caller().leadOrAdmin();
    var on = request.body(body -> body.truth("on"));
    if (on == null) {
      throw Refused.invalid("on", "Say whether there are to be private conversations: true or false.");
    }
    return Response.ok(new JsonObject().with("on", allow.set(request.caller(), on).on()));
  }

  boolean takes(String memberId) {
    return converse.takes(memberId);
  }

  private static JsonObject side(Companion side) {
    boolean over = side.state() == Companion.State.LEFT || side.state() == Companion.State.CLOSED;
    return new JsonObject()
        .with("state", TOLD.get(side.state()))
        .with("since", side.since())
        .withIfPresent("threadId", side.threadId())
        .withIfPresent("readableUntil", over ? side.since().plus(Converse.READABLE) : null);
  }

  static JsonObject exported(Companion side) {
    return new JsonObject().with("memberId", side.otherId()).with("state", Views.lower(side.state())).with("since", side.since())
        .withIfPresent("threadId", side.threadId());
  }
}
