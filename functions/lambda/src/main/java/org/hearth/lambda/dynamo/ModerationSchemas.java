package org.hearth.lambda.dynamo;

import static org.hearth.lambda.dynamo.Attributes.list;
import static org.hearth.lambda.dynamo.Attributes.name;
import static org.hearth.lambda.dynamo.Attributes.number;
import static org.hearth.lambda.dynamo.Attributes.text;
import static org.hearth.lambda.dynamo.Attributes.textList;
import static org.hearth.lambda.dynamo.Attributes.time;
import static org.hearth.lambda.dynamo.Attributes.truth;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.audit.AuditHead;
import org.hearth.forum.drill.Drill;
import org.hearth.forum.erasure.KeptCase;
import org.hearth.forum.moderation.Action;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Decision;
import org.hearth.forum.moderation.MemberNote;
import org.hearth.forum.moderation.QueueCounts;
import org.hearth.forum.moderation.ReplyTemplate;
import org.hearth.forum.moderation.ReplyTemplates;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.reporting.Report;
import org.hearth.forum.reporting.ReportReason;
import org.hearth.forum.reporting.ReportReference;
import org.hearth.forum.screening.Family;
import org.hearth.forum.screening.Finding;
import org.hearth.forum.screening.Grade;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the Moderation table and the Audit table hold. */
final class ModerationSchemas {
  static final String CASE = "CASE#";
  static final String CASE_ITEM = "CASE";
  static final String REPORT = "REPORT#";
  static final String KEPT = "KEPT";
  static final String DECISION = "DECISION#";
  static final String REFERENCE = "REFERENCE#";
  static final String AUDIT = "AUDIT#";
  static final String DRILLS = "DRILLS";

  private ModerationSchemas() {}

  /** The index by state sorts open cases by risk, then age, and closed ones by when they were closed. */
  static TableSchema<Case> caseSchema() {
    return RecordSchema.of(Case.class, ModerationSchemas::readCase)
        .key(one -> CASE + one.id(), one -> CASE_ITEM)
        .with("kind", one -> name(one.kind()))
        .with("state", one -> name(one.state()))
        .with("rank", one -> one.listed() ? text(one.place()) : null)
        .with("risk", one -> name(one.risk()))
        .with("opened", one -> time(one.openedAt()))
        .with("closed", one -> time(one.closedAt()))
        .with("subject", one -> subject(one.subject()))
        .with("snapshots", one -> list(one.snapshots(), ModerationSchemas::snapshot))
        .with("findings", one -> list(one.findings(), ModerationSchemas::finding))
        .with("reasons", one -> textList(one.reasons()))
        .with("reports", one -> number(one.reportCount()))
        .with("claim", one -> Attributes.object(one.claim(), ModerationSchemas::claim))
        .with("appeal", one -> Attributes.object(one.appeal(), ModerationSchemas::appeal))
        .with("events", one -> list(one.events(), ModerationSchemas::event))
        .with("clocks", one -> clocks(one.clocks()))
        .with("failed", one -> truth(one.checkFailed()))
        .with("flags", one -> one.flags() == 0 ? null : number(one.flags()))
        .with("followUp", one -> Attributes.object(one.followUp(), ModerationSchemas::followUp))
        .with("outcome", one -> Attributes.object(one.outcome(), ModerationSchemas::outcome))
        .schema();
  }

  static Case readCase(Row row) {
    return new Case(row.after(CASE, "pk"), row.one(Case.Kind.class, "kind"), row.one(Case.State.class, "state"), row.one(Risk.class, "risk"),
        row.time("opened"), row.time("closed"), row.object("subject", ModerationSchemas::subject),
        row.list("snapshots", ModerationSchemas::snapshot), row.list("findings", ModerationSchemas::finding), row.textList("reasons"),
        row.number("reports"), row.object("claim", ModerationSchemas::claim), row.object("appeal", ModerationSchemas::appeal),
        row.list("events", ModerationSchemas::event), clocks(row), row.truth("failed"), row.number("flags"),
        row.object("followUp", ModerationSchemas::followUp), row.object("outcome", ModerationSchemas::outcome), row.longNumber("rev"));
  }

  private static AttributeValue clocks(Case.Clocks clocks) {
    return clocks.equals(Case.Clocks.NONE) ? null : Attributes.object()
        .with("seen", time(clocks.seenAt()))
        .with("acted", time(clocks.actedAt()))
        .with("lead", time(clocks.leadToldAt()))
        .with("told", time(clocks.toldAt()))
        .with("breachTold", truth(clocks.breachTold()))
        .map();
  }

  private static Case.Clocks clocks(Row row) {
    var clocks = row.object("clocks", kept ->
        new Case.Clocks(kept.time("seen"), kept.time("acted"), kept.time("lead"), kept.time("told"), kept.truth("breachTold")));
    return clocks == null ? Case.Clocks.NONE : clocks;
  }

  private static AttributeValue followUp(Case.FollowUp followUp) {
    return Attributes.object().with("due", time(followUp.dueAt())).with("done", time(followUp.doneAt())).with("by", text(followUp.by()))
        .with("note", text(followUp.note())).map();
  }

  private static Case.FollowUp followUp(Row row) {
    return new Case.FollowUp(row.time("due"), row.time("done"), row.text("by"), row.text("note"));
  }

  private static AttributeValue outcome(Case.Outcome outcome) {
    return Attributes.object().with("action", name(outcome.action())).with("at", time(outcome.at())).map();
  }

  private static Case.Outcome outcome(Row row) {
    return new Case.Outcome(row.one(Action.class, "action"), row.time("at"));
  }

  private static AttributeValue subject(Case.Subject subject) {
    return Attributes.object()
        .with("post", text(subject.postId()))
        .with("thread", text(subject.threadId()))
        .with("group", text(subject.groupId()))
        .with("groupName", text(subject.groupName()))
        .with("member", text(subject.memberId()))
        .with("name", text(subject.memberName()))
        .with("title", text(subject.title()))
        .with("snippet", text(subject.snippet()))
        .map();
  }

  private static Case.Subject subject(Row row) {
    return new Case.Subject(row.text("post"), row.text("thread"), row.text("group"), row.text("groupName"), row.text("member"), row.text("name"),
        row.text("title"), row.text("snippet"));
  }

  private static AttributeValue snapshot(Case.Snapshot snapshot) {
    return Attributes.object().with("v", number(snapshot.version())).with("title", text(snapshot.title())).with("text", text(snapshot.text()))
        .with("at", time(snapshot.takenAt())).with("redacted", truth(snapshot.redacted())).map();
  }

  private static Case.Snapshot snapshot(Row row) {
    return new Case.Snapshot(row.number("v"), row.text("title"), row.text("text"), row.time("at"), row.truth("redacted"));
  }

  private static AttributeValue finding(Finding finding) {
    return Attributes.object().with("family", name(finding.family())).with("rule", text(finding.rule())).with("grade", name(finding.grade()))
        .with("start", number(finding.start())).with("end", number(finding.end())).with("reason", text(finding.reason())).map();
  }

  private static Finding finding(Row row) {
    return new Finding(row.one(Family.class, "family"), row.text("rule"), row.one(Grade.class, "grade"), row.number("start"), row.number("end"),
        row.text("reason"));
  }

  private static AttributeValue claim(Case.Claim claim) {
    return Attributes.object().with("by", text(claim.moderatorId())).with("name", text(claim.moderatorName())).with("until", time(claim.until())).map();
  }

  private static Case.Claim claim(Row row) {
    return new Case.Claim(row.text("by"), row.text("name"), row.time("until"));
  }

  private static AttributeValue appeal(Case.OpenAppeal appeal) {
    return Attributes.object().with("id", text(appeal.id())).with("decision", text(appeal.decisionId())).with("decidedBy", text(appeal.decidedBy()))
        .with("note", text(appeal.note())).with("at", time(appeal.at())).map();
  }

  private static Case.OpenAppeal appeal(Row row) {
    return new Case.OpenAppeal(row.text("id"), row.text("decision"), row.text("decidedBy"), row.text("note"), row.time("at"));
  }

  private static AttributeValue event(Case.Event event) {
    return Attributes.object().with("at", time(event.at())).with("what", text(event.what())).with("by", text(event.by())).map();
  }

  private static Case.Event event(Row row) {
    return new Case.Event(row.time("at"), row.text("what"), row.text("by"));
  }

  /** Reports are found by who made them in the index by member, beside the decisions and apart from them. */
  static final String REPORTER = "REPORTER#";

  static TableSchema<KeptCase> keptCaseSchema() {
    return RecordSchema.of(KeptCase.class,
            row -> new KeptCase(row.after(CASE, "case"), row.time("until"), row.longNumber("rev")))
        .key(kept -> CASE + kept.caseId(), kept -> KEPT)
        .with("case", kept -> text(CASE + kept.caseId()))
        .with("until", kept -> time(kept.until()))
        .with("concerns", kept -> text(KEPT))
        .schema();
  }

  /** A member's report of one case has one place; those of people who are not signed in are told apart by their reference. */
  static TableSchema<Report> reportSchema() {
    return RecordSchema.of(Report.class, ModerationSchemas::report)
        .key(report -> CASE + report.caseId(), report -> report.reporterId() == null ? REPORT + report.reference() : reportKey(report.reporterId()))
        .with("ref", report -> text(report.reference()))
        .with("reason", report -> name(report.reason()))
        .with("note", report -> text(report.note()))
        .with("reporter", report -> text(report.reporterId()))
        .with("concerns", report -> report.reporterId() == null ? null : text(REPORTER + report.reporterId()))
        .with("contact", report -> text(report.contact()))
        .with("at", report -> time(report.at()))
        .with("silent", report -> truth(!report.wantsOutcome()))
        .with("discounted", report -> truth(report.discounted()))
        .schema();
  }

  static String reportKey(String reporterId) {
    return REPORT + "M#" + reporterId;
  }

  static Report report(Row row) {
    return new Report(row.after(CASE, "pk"), row.text("ref"), row.one(ReportReason.class, "reason"), row.text("note"), row.text("reporter"),
        row.text("contact"), row.time("at"), !row.truth("silent"), row.truth("discounted"), row.longNumber("rev"));
  }

  static TableSchema<ReportReference> referenceSchema() {
    return RecordSchema.of(ReportReference.class,
            row -> new ReportReference(row.after(REFERENCE, "pk"), row.text("case"), row.longNumber("rev")))
        .key(reference -> REFERENCE + reference.reference(), reference -> "REFERENCE")
        .with("case", reference -> text(reference.caseId()))
        .schema();
  }

  /** Decisions that concern a member are found by the index by member. */
  static TableSchema<Decision> decisionSchema() {
    return RecordSchema.of(Decision.class, ModerationSchemas::decision)
        .key(decision -> CASE + decision.caseId(), decision -> DECISION + decision.id())
        .with("action", decision -> name(decision.action()))
        .with("rule", decision -> text(decision.rule()))
        .with("reason", decision -> text(decision.reason()))
        .with("by", decision -> text(decision.moderatorId()))
        .with("name", decision -> text(decision.moderatorName()))
        .with("concerns", decision -> text(decision.concerns()))
        .with("at", decision -> time(decision.at()))
        .with("until", decision -> time(decision.until()))
        .with("reply", decision -> text(decision.reply()))
        .schema();
  }

  static Decision decision(Row row) {
    return new Decision(row.after(DECISION, "sk"), row.after(CASE, "pk"), row.one(Action.class, "action"), row.text("rule"), row.text("reason"),
        row.text("by"), row.text("name"), row.text("concerns"), row.time("at"), row.time("until"),
        row.text("reply"), row.longNumber("rev"));
  }

  static final String TEMPLATES = "TEMPLATES";

  static final String MEMBER = "MEMBER#";
  static final String NOTE = "NOTE#";
  static final String QUEUE = "QUEUE";

  static TableSchema<MemberNote> memberNoteSchema() {
    return RecordSchema.of(MemberNote.class, row -> new MemberNote(row.after(NOTE, "sk"), row.after(MEMBER, "pk"), row.text("text"), row.text("by"),
            row.text("name"), row.time("at")))
        .key(note -> MEMBER + note.memberId(), note -> NOTE + note.id())
        .with("text", note -> text(note.text()))
        .with("by", note -> text(note.moderatorId()))
        .with("name", note -> text(note.moderatorName()))
        .with("at", note -> time(note.at()))
        .schema();
  }

  static TableSchema<QueueCounts> queueCountsSchema() {
    return RecordSchema.of(QueueCounts.class, row -> new QueueCounts(row.object("open", ModerationSchemas::byRisk), row.number("followUps"),
            row.longNumber("rev")))
        .key(counts -> QUEUE, counts -> QUEUE)
        .with("open", counts -> byRisk(counts.open()))
        .with("followUps", counts -> number(counts.followUps()))
        .schema();
  }

  private static AttributeValue byRisk(Map<Risk, Integer> counts) {
    var written = Attributes.object();
    counts.forEach((risk, count) -> written.with(risk.name(), number(count)));
    return written.map();
  }

  private static Map<Risk, Integer> byRisk(Row row) {
    return Arrays.stream(Risk.values()).filter(risk -> row.has(risk.name()))
        .collect(Collectors.toUnmodifiableMap(Function.identity(), risk -> row.number(risk.name())));
  }

  /** There is one list of them. */
  static TableSchema<ReplyTemplates> templatesSchema() {
    return RecordSchema.of(ReplyTemplates.class,
            row -> new ReplyTemplates(row.list("templates", ModerationSchemas::template), row.longNumber("rev")))
        .key(templates -> TEMPLATES, templates -> TEMPLATES)
        .with("templates", templates -> list(templates.templates(), ModerationSchemas::template))
        .schema();
  }

  private static AttributeValue template(ReplyTemplate template) {
    return Attributes.object().with("id", text(template.id())).with("name", text(template.name())).with("text", text(template.text())).map();
  }

  private static ReplyTemplate template(Row row) {
    return new ReplyTemplate(row.text("id"), row.text("name"), row.text("text"));
  }

  static TableSchema<Drill> drillSchema() {
    return RecordSchema.of(Drill.class, row -> new Drill(row.text("sk"), row.text("by"), row.time("at"), row.longNumber("rev")))
        .key(drill -> DRILLS, Drill::id)
        .with("by", drill -> text(drill.startedBy()))
        .with("at", drill -> time(drill.startedAt()))
        .schema();
  }

  static TableSchema<AuditHead> auditHeadSchema() {
    return RecordSchema.of(AuditHead.class,
            row -> new AuditHead(row.longNumber("seq"), row.text("hash"), row.text("first"), row.text("month"), row.longNumber("rev")))
        .key(head -> "AUDIT", head -> "HEAD")
        .with("seq", head -> number(head.sequence()))
        .with("hash", head -> text(head.hash()))
        .with("first", head -> text(head.firstMonth()))
        .with("month", head -> text(head.month()))
        .schema();
  }

  static TableSchema<AuditEntry> auditEntrySchema() {
    return RecordSchema.of(AuditEntry.class,
            row -> new AuditEntry(row.after(AUDIT, "pk"), Long.parseLong(row.text("sk")), row.time("at"), row.text("actor"), row.text("action"),
                row.text("target"), row.text("rule") == null ? "" : row.text("rule"), row.text("previous"), row.text("hash")))
        .key(entry -> AUDIT + entry.month(), entry -> sequence(entry.sequence()))
        .with("at", entry -> time(entry.at()))
        .with("actor", entry -> text(entry.actor()))
        .with("action", entry -> text(entry.action()))
        .with("target", entry -> text(entry.target()))
        .with("rule", entry -> entry.rule().isEmpty() ? null : text(entry.rule()))
        .with("previous", entry -> text(entry.previousHash()))
        .with("hash", entry -> text(entry.hash()))
        .schema();
  }

  static String sequence(long sequence) {
    return String.format("%012d", sequence);
  }
}
