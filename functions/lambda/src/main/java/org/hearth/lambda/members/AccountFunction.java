package org.hearth.lambda.members;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.access.AcceptInvitation;
import org.hearth.forum.access.ExtendAccess;
import org.hearth.forum.access.Invite;
import org.hearth.forum.conversation.AllowConversations;
import org.hearth.forum.conversation.Converse;
import org.hearth.forum.erasure.AskForErasure;
import org.hearth.forum.members.Account;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Joining;
import org.hearth.forum.members.NameFilters;
import org.hearth.forum.members.Prefer;
import org.hearth.forum.members.Preferences;
import org.hearth.forum.members.Profile;
import org.hearth.forum.members.Role;
import org.hearth.forum.moderation.Appeal;
import org.hearth.forum.moderation.Decision;
import org.hearth.forum.notifying.Mail;
import org.hearth.forum.notifying.StopLinks;
import org.hearth.forum.posting.BetweenTwo;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Groups;
import org.hearth.forum.posting.Post;
import org.hearth.lambda.Rehearsal;
import org.hearth.lambda.Wiring;
import org.hearth.lambda.http.Answers;
import org.hearth.lambda.http.Request;
import org.hearth.lambda.http.Response;
import org.hearth.lambda.json.JsonObject;
import org.hearth.lambda.listing.Views;

/** A member's own account: their name, their posts and what became of them, appeals, and all that is kept about them. */
public final class AccountFunction implements RequestStreamHandler {
  private static final int MONTH = "2026-11".length();

  private final Account account;
  private final Joining joining;
  private final Appeal appeal;
  private final AskForErasure erasure;
  private final Prefer prefer;
  private final NameFilters names;
  private final Mail mail;
  private final StopMail stopMail;
  private final AccessRoutes access;
  private final ConversationRoutes conversations;
  private final Groups groups;
  private final Cookies cookies;
  private final InstantSource clock;

  public AccountFunction() {
    this(Wiring.get());
    Rehearsal.ofRequest(this, "GET /api/me");
  }

  private AccountFunction(Wiring from) {
    this(
        new Account(from.members(), from.posts(), from.cases(), from.erasures(), from.invitations(), from.conversations()),
        new Joining(from.members(), from.changes(), from.clock()),
        new Appeal(from.cases(), from.posts(), from.members(), from.changes(), from.ids(), from.clock()),
        new AskForErasure(from.erasures(), from.members(), from.cases(), from.changes(), from.clock()),
        new Prefer(from.members(), from.changes(), from.clock()),
        new NameFilters(from.members(), from.posts(), from.groups()),
        from.mail(),
        from.stopLinks(),
        access(from),
        conversations(from),
        from.groups(),
        new Cookies(Wiring.environment("SITE_URL")),
        from.clock());
  }

  private static AccessRoutes access(Wiring from) {
    var store = from.invitations();
    var site = Wiring.environment("SITE_URL");
    return new AccessRoutes(
        new Invite(store, from.groups(), from.changes(), from.auditing(), from.ids(), from.clock()),
        new AcceptInvitation(store, from.groups(), from.members(), from.changes(), from.auditing(), from.clock()),
        new ExtendAccess(store, from.groups(), from.members(), from.changes(), from.auditing(), from.clock()),
        new Cookies(site), site, from.clock());
  }

  private static ConversationRoutes conversations(Wiring from) {
    return new ConversationRoutes(
        new Converse(from.conversations(), from.members(), from.posts(), from.groups(), from.changes(), from.ids(), from.clock()),
        new AllowConversations(from.conversations(), from.changes(), from.auditing(), from.clock()),
        new Cookies(Wiring.environment("SITE_URL")));
  }

  AccountFunction(
      Account account, Joining joining, Appeal appeal, AskForErasure erasure, Prefer prefer, NameFilters names, Mail mail, StopLinks links, AccessRoutes access,
      ConversationRoutes conversations, Groups groups, Cookies cookies, InstantSource clock) {
    this.account = account;
    this.joining = joining;
    this.appeal = appeal;
    this.erasure = erasure;
    this.prefer = prefer;
    this.names = names;
    this.mail = mail;
    this.stopMail = new StopMail(links, prefer);
    this.access = access;
    this.conversations = conversations;
    this.groups = groups;
    this.cookies = cookies;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    Answers.to(in, out, context, request -> switch (request.route()) {
      case "GET /api/me" -> Response.ok(me(account.own(request.caller())));
      case "PUT /api/me" -> join(request);
      case "GET /api/me/posts" -> posts(request);
      case "GET /api/me/export" -> export(request);
      case "GET /api/me/preferences" -> Response.ok(chosen(request, prefer.of(request.caller())));
      case "PATCH /api/me/preferences" -> prefer(request);
      case "GET /api/unsubscribe" -> stopMail.ask();
      case "POST /api/unsubscribe" -> stopMail.stop(request);
      case "GET /api/me/erasure" -> Response.ok(Departure.view(erasure.outlook(request.caller())));
      case "PUT /api/me/erasure" -> {
        var caller = request.caller();
        caller.signedIn();
        yield Response.ok(Departure.view(erasure.ask(caller, request.body(body -> body.text("posts")))));
      }
      case "DELETE /api/me/erasure" -> {
        erasure.cancel(request.caller());
        yield Response.nothing();
      }
      case "POST /api/appeals" -> appeal(request);
      case "GET /api/members/{memberId}" -> Response.ok(others(account.of(request.caller(), request.path("memberId"))));
      case "POST /api/public/invitations" -> access.look(request);
      case "GET /api/me/access" -> access.mine(request);
      case "POST /api/me/access" -> access.accept(request);
      case "POST /api/me/access/{groupId}/requests" -> access.ask(request);
      case "GET /api/moderation/invitations" -> access.invitations(request);
      case "POST /api/moderation/invitations" -> access.make(request);
      case "DELETE /api/moderation/invitations/{invitationId}" -> access.withdraw(request);
      case "PUT /api/moderation/access-requests/{memberId}/{groupId}" -> access.answer(request);
      case "GET /api/me/conversations" -> conversations.mine(request);
      case "PUT /api/me/conversations/{memberId}" -> conversations.step(request);
      case "PUT /api/moderation/conversations" -> conversations.set(request);
      default -> throw new IllegalStateException("No such route here");
    });
  }

  private Response join(Request request) {
    var caller = request.caller();
    if (caller instanceof Caller.Visitor visitor) {
      throw new Refused(new Refusal.NotSignedIn(visitor.expired()));
    }
    var name = request.body(body -> body.text("name"));
    if (name == null) {
      throw Refused.invalid("name", "Choose a name.");
    }
    var joined = switch (caller) {
      case Caller.Unnamed unnamed -> joining.as(unnamed.id(), unnamed.role(), name);
      case Caller.Member member -> joining.as(member.writer().id(), member.role(), name);
      case Caller.Visitor visitor -> throw new Refused(new Refusal.NotSignedIn(visitor.expired()));
    };
    var answer = joined.joined() ? Response.created("/api/me", me(joined.profile())) : Response.ok(me(joined.profile()));
    return answer.cookie(cookies.setKnownAs(joined.profile().revision()));
  }

  private Response prefer(Request request) {
    var caller = request.caller();
    caller.signedIn();
    var reached = request.subject().filter(subject -> mail.on());
    return Response.ok(chosen(request, prefer.change(caller, request.body(body -> Chosen.wish(body, reached)))));
  }

  private JsonObject chosen(Request request, Preferences chosen) {
    return Chosen.view(chosen, names.of(request.caller(), chosen.filters()), mail.on() && request.subject().isPresent(), clock.instant());
  }

  private JsonObject me(Profile profile) {
    var standing = profile.standing().at(clock.instant());
    return new JsonObject()
        .with("id", profile.id())
        .with("name", profile.name())
        .with("role", Views.lower(profile.role()))
        .with("standing", new JsonObject().with("state", Views.lower(standing.state())).withIfPresent("until", standing.until()))
        .with("joinedAt", profile.joinedAt())
        .with("groups", profile.groupsAt(clock.instant()))
        .with("newcomer", profile.newcomer(groups.all().stream().mapToInt(Group::newcomerPosts).max().orElse(0)))
        .withIfPresent("decision", profile.notice(), Views::notice);
  }

  private JsonObject others(Profile profile) {
    return new JsonObject()
        .with("id", profile.id())
        .with("name", profile.name())
        .with("joined", profile.joinedAt().toString().substring(0, MONTH))
        .withIfPresent("role", profile.role() == Role.MEMBER ? null : Views.lower(profile.role()))
        .with("takesConversations", conversations.takes(profile.id()));
  }

  private Response posts(Request request) {
    var caller = request.caller();
    return Response.ok(Views.page(account.posts(caller, request.position()), own -> own(own, caller)));
  }

  private JsonObject own(Account.OwnPost own, Caller caller) {
    var post = own.post();
    return new JsonObject()
        .withAll(Views.post(post, caller, clock.instant()))
        .withIfPresent("threadTitle", own.threadTitle())
        .withIfPresent("groupName", groups.find(post.groupId()).map(Group::name))
        .withIfPresent("betweenTwo", BetweenTwo.is(post.groupId()) ? true : null)
        .withIfPresent("threadNote", own.note().map(Views::note))
        .withIfPresent("decision", post.notice(), Views::notice);
  }

  private Response appeal(Request request) {
    record Draft(String decisionId, String note) {}
    var caller = request.caller();
    caller.signedIn();
    var draft = request.body(body -> new Draft(body.text("decisionId"), body.text("note")));
    if (draft.decisionId() == null) {
      throw Refused.invalid("decisionId", "Say which decision you appeal against.");
    }
    var opened = appeal.by(caller, draft.decisionId(), draft.note());
    return Response.created("/api/me/posts", new JsonObject().with("id", opened.id()).with("state", "open"));
  }

  private Response export(Request request) {
    var all = account.export(request.caller());
    return Response.ok(new JsonObject()
            .with("exportedAt", clock.instant())
            .with("account", me(all.profile()))
            .with("posts", all.posts().stream()
                .map(post -> exported(post).with("earlierVersions", all.history().getOrDefault(post.id(), List.of()).stream().map(Views::version).toList())).toList())
            .with("decisions", all.decisions().stream().map(AccountFunction::exported).toList())
            .with("preferences", Chosen.exported(all.preferences(), names.of(request.caller(), all.preferences().filters()), clock.instant()))
            .with("reports", all.reports().stream().map(Departure::report).toList())
            .with("access", all.profile().accessEnds().entrySet().stream()
                .map(end -> new JsonObject().with("groupId", end.getKey()).with("until", end.getValue())).toList())
            .with("extensionRequests", all.extensionRequests().stream().map(AccessRoutes::request).toList())
            .with("conversations", all.companions().stream().map(ConversationRoutes::exported).toList())
            .withIfPresent("erasure", all.erasure().map(Departure::wish)))
        .header("content-disposition", "attachment; filename=\"hearth-my-data.json\"");
  }

  private static JsonObject exported(Post post) {
    return new JsonObject()
        .with("id", post.id())
        .with("threadId", post.threadId())
        .with("groupId", post.groupId())
        .withIfPresent("title", post.title())
        .with("text", post.text())
        .withIfPresent("shownText", post.earlier() == null ? null : post.earlier().text())
        .with("version", post.version())
        .with("status", Views.toAuthor(post.status()))
        .with("createdAt", post.createdAt())
        .withIfPresent("editedAt", post.editedAt())
        .withIfPresent("decision", post.notice(), Views::notice);
  }

  private static JsonObject exported(Decision decision) {
    return new JsonObject()
        .with("id", decision.id())
        .with("action", decision.action().id())
        .with("rule", decision.rule())
        .with("reason", decision.reason())
        .with("at", decision.at())
        .withIfPresent("until", decision.until())
        .withIfPresent("reply", decision.reply());
  }
}
