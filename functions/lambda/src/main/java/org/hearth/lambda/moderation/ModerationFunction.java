package org.hearth.lambda.moderation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.hearth.forum.Page;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.AuditFilter;
import org.hearth.forum.audit.ReadAudit;
import org.hearth.forum.care.Care;
import org.hearth.forum.drill.RunDrill;
import org.hearth.forum.members.Caller;
import org.hearth.forum.moderation.ArrangeThread;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.CaseFilter;
import org.hearth.forum.moderation.ClaimCase;
import org.hearth.forum.moderation.Decide;
import org.hearth.forum.moderation.DecisionDraft;
import org.hearth.forum.moderation.FollowUps;
import org.hearth.forum.moderation.KeepNotes;
import org.hearth.forum.moderation.MakePack;
import org.hearth.forum.moderation.ReadCases;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.moderation.ThreadDraft;
import org.hearth.forum.moderation.Unmask;
import org.hearth.forum.rota.AtWork;
import org.hearth.lambda.Wiring;
import org.hearth.lambda.http.Answers;
import org.hearth.lambda.http.Request;
import org.hearth.lambda.http.Response;
import org.hearth.lambda.json.JsonObject;
import org.hearth.lambda.listing.Views;
import org.hearth.lambda.parameters.ParameterStore;
import org.hearth.lambda.signing.SigningKey;

/** The queue, the cases, decisions, and the audit log. */
public final class ModerationFunction implements RequestStreamHandler {
  private final ReadCases read;
  private final ClaimCase claim;
  private final Decide decide;
  private final FollowUps followUps;
  private final Unmask unmask;
  private final ArrangeThread arrange;
  private final KeepNotes notes;
  private final ReadAudit audit;
  private final AtWork atWork;
  private final MakePack makePack;
  private final Care care;
  private final CareRoutes careRoutes;
  private final DrillRoutes drillRoutes;
  private final ParameterStore parameters;
  private final String siteUrl;
  private final InstantSource clock;

  public ModerationFunction() {
    this(Wiring.get());
  }

  private ModerationFunction(Wiring from) {
    this(from, new Care(from.cares(), from.cases(), from.rotas(), from.changes(), from.auditing(), from.tellPeople(), from.clock()));
  }

  private ModerationFunction(Wiring from, Care care) {
    this(
        new ReadCases(from.cases(), from.posts(), from.groups(), from.members(), from.changes(), from.auditing(), from.clock()),
        new ClaimCase(from.cases(), care, from.changes(), from.clock()),
        new Decide(from.cases(), from.posts(), from.members(), from.changes(), from.auditing(), from.ids(), from.clock()),
        new FollowUps(from.cases(), from.changes(), from.auditing(), from.clock()),
        new Unmask(from.cases(), from.members(), from.changes(), from.auditing(), from.clock()),
        new ArrangeThread(from.posts(), from.posts(), from.groupsAsTheyAreNow(), from.cases(), from.changes(), from.auditing(), from.clock()),
        new KeepNotes(from.cases(), from.members(), from.changes(), from.auditing(), from.ids(), from.clock()),
        new ReadAudit(from.auditLog(), from.witness()),
        new AtWork(from.rotas(), from.changes(), from.clock()),
        new MakePack(from.cases(), from.posts(), from.members(), from.auditLog(), from.changes(), from.auditing(), from.clock()),
        care,
        new RunDrill(from.drills(), from.cases(), from.changes(), from.auditing(), from.ids(), from.clock()),
        from.parameters(),
        Wiring.environment("SITE_URL"),
        from.clock());
  }

  ModerationFunction(
      ReadCases read, ClaimCase claim, Decide decide, FollowUps followUps, Unmask unmask, ArrangeThread arrange, KeepNotes notes, ReadAudit audit,
      AtWork atWork, MakePack makePack, Care care, RunDrill drill, ParameterStore parameters, String siteUrl, InstantSource clock) {
    this.read = read;
    this.claim = claim;
    this.decide = decide;
    this.followUps = followUps;
    this.unmask = unmask;
    this.arrange = arrange;
    this.notes = notes;
    this.audit = audit;
    this.atWork = atWork;
    this.makePack = makePack;
    this.care = care;
    this.careRoutes = new CareRoutes(care);
    this.drillRoutes = new DrillRoutes(drill);
    this.parameters = parameters;
    this.siteUrl = siteUrl;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    Answers.to(in, out, context, request -> switch (request.route()) {
      case "GET /api/moderation/cases" -> queue(request);
      case "GET /api/moderation/cases/{caseId}" -> open(request);
      case "PUT /api/moderation/cases/{caseId}/claim" -> claim(request);
      case "DELETE /api/moderation/cases/{caseId}/claim" -> handBack(request);
      case "POST /api/moderation/cases/{caseId}/unmasking" -> unmask(request);
      case "POST /api/moderation/cases/{caseId}/decisions" -> decide(request);
      case "POST /api/moderation/cases/{caseId}/follow-up" -> followUp(request);
      case "POST /api/moderation/threads/{threadId}/changes" -> arrange(request);
      case "GET /api/moderation/cases/{caseId}/pack" -> pack(request);
      case "PUT /api/moderation/cases/{caseId}/reading" -> careRoutes.opened(request);
      case "GET /api/moderation/drills" -> drillRoutes.results(request);
      case "POST /api/moderation/drills" -> drillRoutes.start(request);
      case "GET /api/moderation/care" -> careRoutes.mine(request);
      case "PUT /api/moderation/care" -> careRoutes.set(request);
      case "POST /api/moderation/debriefs" -> careRoutes.askToTalk(request);
      case "DELETE /api/moderation/debriefs/{memberId}" -> careRoutes.talked(request);
      case "GET /api/moderation/rules" -> rules(request);
      case "GET /api/moderation/templates" -> templates(request);
      case "GET /api/moderation/members/{memberId}" -> member(request);
      case "POST /api/moderation/members/{memberId}/sanctions" -> sanction(request);
      case "POST /api/moderation/members/{memberId}/notes" -> note(request);
      case "DELETE /api/moderation/members/{memberId}/notes/{noteId}" -> removeNote(request);
      case "GET /api/moderation/audit" -> audit(request);
      case "GET /api/moderation/audit.csv" -> auditCsv(request);
      case "GET /api/moderation/audit/verification" -> verification(request);
      default -> throw new IllegalStateException("No such route here");
    });
  }

  private Response queue(Request request) {
    var reader = request.caller().moderator();
    var state = switch (request.query("state").orElse("open")) {
      case "open" -> Case.State.OPEN;
      case "follow-up" -> Case.State.FOLLOW_UP;
      case "closed" -> Case.State.CLOSED;
      default -> throw Refused.invalid("state", "Choose open, follow-up or closed.");
    };
    atWork.note(reader);
    var page = read.queue(reader, state, filter(request, reader), request.position());
    var mine = care.of(reader);
    // Whoever has read enough is not shown what others look after; what they hold themselves they keep.
    var theirs = new Page<>(page.items().stream().filter(one -> !mine.spares(one) || one.claimedBy(reader.id(), clock.instant())).toList(), page.next());
    return Response.ok(Views.page(theirs, one -> CaseViews.summary(one, reader, clock.instant()))
        .withIfPresent("counts", request.position().isPresent() ? Optional.empty() : read.counts(reader).map(CaseViews::counts))
        .withIfPresent("care", mine.spent() || mine.restUntil() != null ? CareRoutes.state(mine) : null)
        .withIfPresent("leftToOthers", page.items().size() == theirs.items().size() ? null : page.items().size() - theirs.items().size()));
  }

  private CaseFilter filter(Request request, Caller.Member reader) {
    var risk = request.query("risk").map(given -> oneOf(Risk.class, given, "risk", "Choose crisis, red, amber or green."));
    var kind = request.query("kind").map(given -> oneOf(Case.Kind.class, given, "kind", "Choose post, member, complaint or drill."));
    var holder = request.query("claim").map(given -> switch (given) {
      case "mine" -> CaseFilter.Holder.MINE;
      case "none" -> CaseFilter.Holder.NOBODY;
      default -> throw Refused.invalid("claim", "Choose mine or none.");
    });
    return new CaseFilter(
        risk.orElse(null), request.query("group").orElse(null), kind.orElse(null), holder.orElse(null), reader.id(), clock.instant());
  }

  private static <E extends Enum<E>> E oneOf(Class<E> of, String given, String name, String otherwise) {
    return Arrays.stream(of.getEnumConstants()).filter(one -> Views.lower(one).equals(given)).findFirst()
        .orElseThrow(() -> Refused.invalid(name, otherwise));
  }

  private Response open(Request request) {
    var reader = request.caller().moderator();
    atWork.note(reader);
    return Response.ok(CaseViews.whole(read.open(reader, request.path("caseId")), reader, clock.instant()));
  }

  private Response claim(Request request) {
    var moderator = request.caller().moderator();
    atWork.note(moderator);
    var claimed = claim.by(moderator, request.path("caseId"));
    return Response.ok(new JsonObject().with("claim", CaseViews.claim(claimed.claim(), moderator)));
  }

  private Response handBack(Request request) {
    claim.handBack(request.caller(), request.path("caseId"));
    return Response.nothing();
  }

  private Response unmask(Request request) {
    var moderator = request.caller().moderator();
    var reason = request.body(body -> body.text("reason"));
    var author = unmask.by(moderator, request.path("caseId"), reason);
    return Response.created(new JsonObject().with("author", new JsonObject().with("id", author.id()).with("name", author.name())));
  }

  private Response decide(Request request) {
    var moderator = request.caller().moderator();
    var draft = request.body(body -> new DecisionDraft(
        body.text("action"), body.text("rule"), body.text("reason"), body.text("text"), body.time("until"), body.optionalNumber("version"),
        body.text("reply")));
    return decided(request, decide.by(moderator, request.path("caseId"), draft));
  }

  private Response arrange(Request request) {
    var moderator = request.caller().moderator();
    var draft = request.body(body -> new ThreadDraft(body.text("action"), body.text("groupId"), body.text("reason")));
    return Response.ok(new JsonObject().with("thread", Views.thread(arrange.by(moderator, request.path("threadId"), draft))));
  }

  private Response followUp(Request request) {
    var moderator = request.caller().moderator();
    var note = request.body(body -> body.text("note"));
    var followed = followUps.record(moderator, request.path("caseId"), note);
    return Response.created("/api/moderation/cases/" + followed.id(), CaseViews.summary(followed, moderator, clock.instant()));
  }

  private Response pack(Request request) {
    var made = makePack.of(request.caller(), request.path("caseId"));
    return Response.file("application/zip", "case-" + made.opened().theCase().id() + ".zip",
        new CasePackFiles(made, siteUrl).signed(SigningKey.in(parameters)));
  }

  private Response sanction(Request request) {
    var moderator = request.caller().moderator();
    var draft = request.body(body ->
        new DecisionDraft(body.text("action"), body.text("rule"), body.text("reason"), null, body.time("until"), null, body.text("reply")));
    return decided(request, decide.about(moderator, request.path("memberId"), draft));
  }

  private Response note(Request request) {
    var moderator = request.caller().moderator();
    var text = request.body(body -> body.text("text"));
    return Response.created(CaseViews.note(notes.add(moderator, request.path("memberId"), text)));
  }

  private Response removeNote(Request request) {
    notes.remove(request.caller(), request.path("memberId"), request.path("noteId"));
    return Response.nothing();
  }

  private Response decided(Request request, Decide.Decided decided) {
    return Response.created("/api/moderation/cases/" + decided.theCase().id(), new JsonObject()
        .with("decision", CaseViews.decision(decided.decision()))
        .with("case", CaseViews.summary(decided.theCase(), request.caller().moderator(), clock.instant())));
  }

  private static Response rules(Request request) {
    request.caller().moderator();
    return Response.ok(new JsonObject().with("items", CaseViews.rules()));
  }

  private Response templates(Request request) {
    return Response.ok(new JsonObject().with("items", read.templates(request.caller()).templates().stream().map(CaseViews::template).toList()));
  }

  private Response member(Request request) {
    return Response.ok(CaseViews.member(read.member(request.caller(), request.path("memberId")), clock.instant()));
  }

  private Response audit(Request request) {
    return Response.ok(Views.page(audit.page(request.caller(), filter(request), request.position()), CaseViews::auditEntry));
  }

  private static AuditFilter filter(Request request) {
    return new AuditFilter(request.query("from").orElse(null), request.query("to").orElse(null), request.query("actor").orElse(null),
        request.query("action").orElse(null));
  }

  private Response auditCsv(Request request) {
    return Response.text("text/csv; charset=utf-8", AuditCsv.of(reader -> audit.each(request.caller(), filter(request), reader)))
        .header("content-disposition", "attachment; filename=\"hearth-audit.csv\"");
  }

  private Response verification(Request request) {
    var found = audit.verify(request.caller());
    return Response.ok(new JsonObject()
        .with("intact", found.intact())
        .with("entries", found.entries())
        .with("headHash", found.headHash())
        .withIfPresent("witnessed", found.witnessed().map(seen -> new JsonObject().with("sequence", seen.sequence()).with("at", seen.at())))
        .withIfPresent("brokenAt", found.brokenAt().map(broken ->
            new JsonObject().with("month", broken.month()).with("sequence", broken.sequence()).with("what", broken.what()))));
  }
}
