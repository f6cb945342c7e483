package org.hearth.lambda.members;

import java.time.Instant;
import java.time.InstantSource;
import org.hearth.forum.access.AcceptInvitation;
import org.hearth.forum.access.ExtendAccess;
import org.hearth.forum.access.ExtensionRequest;
import org.hearth.forum.access.Invitation;
import org.hearth.forum.access.Invite;
import org.hearth.forum.posting.Group;
import org.hearth.lambda.http.Request;
import org.hearth.lambda.http.Response;
import org.hearth.lambda.json.JsonObject;
import org.hearth.lambda.listing.Views;

/** Invitations to restricted groups, and access that ends. The link's secret comes in bodies alone, so that no log of addresses has it. */
final class AccessRoutes {
  private final Invite invite;
  private final AcceptInvitation accept;
  private final ExtendAccess extend;
  private final Cookies cookies;
  private final String siteUrl;
  private final InstantSource clock;

  AccessRoutes(Invite invite, AcceptInvitation accept, ExtendAccess extend, Cookies cookies, String siteUrl, InstantSource clock) {
    this.invite = invite;
    this.accept = accept;
    this.extend = extend;
    this.cookies = cookies;
    this.siteUrl = siteUrl;
    this.clock = clock;
  }

  Response look(Request request) {
    var offer = accept.look(request.body(body -> body.text("link")));
    return Response.ok(new JsonObject()
        .with("group", named(offer.group()).with("description", offer.group().description()))
        .with("expiresAt", offer.invitation().expiresAt())
        .with("stay", stay(offer.invitation().stay())));
  }

  Response accept(Request request) {
    request.caller().reader();
    var accepted = accept.by(request.caller(), request.body(body -> body.text("link")));
    return Response.created("/api/me/access", new JsonObject().with("group", named(accepted.group())).withIfPresent("until", accepted.until()))
        .cookie(cookies.setKnownAs(accepted.profile().revision()));
  }

  Response mine(Request request) {
    return Response.ok(new JsonObject().with("items", extend.of(request.caller()).stream().map(AccessRoutes::access).toList()));
  }

  Response ask(Request request) {
    request.caller().reader();
    var asked = extend.ask(request.caller(), request.path("groupId"), request.body(body -> body.text("note")));
    return Response.created("/api/me/access", request(asked));
  }

  Response invitations(Request request) {
    var caller = request.caller();
    return Response.ok(new JsonObject()
        .with("groups", invite.groups(caller).stream().map(AccessRoutes::named).toList())
        .with("items", invite.all(caller).stream().map(this::invitation).toList())
        .with("requests", extend.waiting(caller).stream().map(AccessRoutes::waiting).toList()));
  }

  Response make(Request request) {
    request.caller().leadOrAdmin();
    var draft = request.body(body -> new Invite.Draft(
        body.text("groupId"), body.time("expiresAt"), body.optionalNumber("uses"), body.time("stayUntil"), body.optionalNumber("stayDays")));
    var made = invite.make(request.caller(), draft);
    return Response.created("/api/moderation/invitations",
        invitation(made.invitation()).with("link", siteUrl + "/invited.html#" + made.token()));
  }

  Response withdraw(Request request) {
    invite.withdraw(request.caller(), request.path("invitationId"));
    return Response.nothing();
  }

  Response answer(Request request) {
    request.caller().leadOrAdmin();
    var draft = request.body(body -> new ExtendAccess.AnswerDraft(
        body.text("answer"), body.time("until"), body.text("reason"), body.optionalNumber("revision")));
    return Response.ok(request(extend.answer(request.caller(), request.path("memberId"), request.path("groupId"), draft)));
  }

  private static JsonObject named(Group group) {
    return new JsonObject().with("id", group.id()).with("name", group.name());
  }

  private JsonObject invitation(Invitation one) {
    return new JsonObject()
        .with("id", one.id())
        .with("groupId", one.groupId())
        .with("state", Views.lower(one.at(clock.instant())).replace('_', '-'))
        .with("createdAt", one.createdAt())
        .with("expiresAt", one.expiresAt())
        .with("uses", one.uses())
        .with("used", one.used())
        .with("stay", stay(one.stay()));
  }

  private static JsonObject stay(Invitation.Stay stay) {
    return new JsonObject().withIfPresent("until", stay.until()).withIfPresent("days", stay.days());
  }

  private static JsonObject access(ExtendAccess.TimedAccess one) {
    return new JsonObject()
        .with("group", named(one.group()))
        .withIfPresent("until", one.until())
        .with("ended", one.ended())
        .with("mayAsk", one.mayAsk())
        .withIfPresent("request", one.request().map(AccessRoutes::request));
  }

  private static JsonObject waiting(ExtendAccess.Waiting one) {
    Instant end = one.member().accessEnds().get(one.group().id());
    return request(one.request())
        .with("member", new JsonObject().with("id", one.member().id()).with("name", one.member().name()))
        .with("group", named(one.group()))
        .withIfPresent("accessUntil", end);
  }

  static JsonObject request(ExtensionRequest request) {
    return new JsonObject()
        .with("groupId", request.groupId())
        .with("note", request.note())
        .with("askedAt", request.askedAt())
        .with("revision", request.revision())
        .withIfPresent("answer", request.answer(), AccessRoutes::answered);
  }

  private static JsonObject answered(ExtensionRequest.Answer answer) {
    return new JsonObject().with("granted", answer.granted()).withIfPresent("until", answer.until()).with("reason", answer.reason())
        .with("at", answer.at());
  }
}
