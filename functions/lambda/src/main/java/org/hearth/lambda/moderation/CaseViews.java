package org.hearth.lambda.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Profile;
import org.hearth.forum.members.Role;
import org.hearth.forum.members.Standing;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Decision;
import org.hearth.forum.moderation.MemberNote;
import org.hearth.forum.moderation.QueueCounts;
import org.hearth.forum.moderation.ReadCases;
import org.hearth.forum.moderation.ReplyTemplate;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.moderation.Rule;
import org.hearth.forum.posting.Post;
import org.hearth.forum.reporting.Report;
import org.hearth.forum.screening.Finding;
import org.hearth.lambda.json.JsonObject;
import org.hearth.lambda.listing.Views;

/** Cases as moderators see them. */
public final class CaseViews {
  // Up to here it says whether somebody is new; beyond, it would say who they are.
  private static final int COUNTED = 3;

  private CaseViews() {}

  public static JsonObject summary(Case one, Caller.Member reader, Instant now) {
    var subject = one.subject();
    boolean leads = one.withLead(now) && reader.role() != Role.LEAD;
    return new JsonObject()
        .with("id", one.id())
        .with("kind", Views.lower(one.shownKind()))
        .with("risk", Views.lower(one.risk()))
        .with("state", state(one))
        .with("openedAt", one.openedAt())
        .with("dueAt", one.dueAt())
        .with("breached", one.breached(now))
        .withIfPresent("closedAt", one.closedAt())
        .with("clocks", clocks(one, now))
        .withIfPresent("followUp", one.followUp(), owed -> followUp(owed, now))
        .withIfPresent("withLead", one.withLead(now) ? true : null)
        .withIfPresent("title", leads ? null : subject.title())
        .withIfPresent("groupName", subject.groupName())
        .with("snippet", leads ? "" : subject.snippet())
        .withIfPresent("author", leads || subject.memberName() == null ? null : person(subject.anonymous() ? null : subject.memberId(), subject.memberName()))
        .with("reasons", one.reasons())
        .with("reportCount", one.reportCount())
        .with("appeal", one.appeal() != null)
        .with("checkFailed", one.checkFailed())
        .with("claim", Optional.ofNullable(one.claimAt(now)).map(claim -> claim(claim, reader)).orElse(null));
  }

  private static String state(Case one) {
    return Views.lower(one.state()).replace('_', '-');
  }

  /** The three clocks: what was to be done by when, and when it was. */
  static JsonObject clocks(Case one, Instant now) {
    var clocks = one.clocks();
    var risk = one.risk();
    return new JsonObject()
        .with("seen", clock(one, clocks.seenAt(), risk.seenTarget(), now))
        .with("acted", clock(one, clocks.actedAt(), risk.target(), now))
        .withIfPresent("leadTold", risk.leadTarget(), within -> clock(one, clocks.leadToldAt(), within, now));
  }

  static JsonObject clock(Case one, Instant doneAt, Duration within, Instant now) {
    var due = one.openedAt().plus(within);
    var until = doneAt != null ? doneAt : one.closedAt() != null ? one.closedAt() : now;
    return new JsonObject().with("dueAt", due).withIfPresent("at", doneAt).with("breached", until.isAfter(due));
  }

  private static JsonObject followUp(Case.FollowUp owed, Instant now) {
    return new JsonObject()
        .with("dueAt", owed.dueAt())
        .with("breached", (owed.done() ? owed.doneAt() : now).isAfter(owed.dueAt()))
        .withIfPresent("doneAt", owed.doneAt())
        .withIfPresent("by", owed.by())
        .withIfPresent("note", owed.note());
  }

  static JsonObject claim(Case.Claim claim, Caller.Member reader) {
    return new JsonObject()
        .with("by", person(claim.moderatorId(), claim.moderatorName()))
        .with("until", claim.until())
        .with("mine", claim.moderatorId().equals(reader.id()));
  }

  static JsonObject whole(ReadCases.OpenedCase opened, Caller.Member reader, Instant now) {
    var one = opened.theCase();
    return summary(one, reader, now)
        .withIfPresent("title", one.lastSnapshot() == null ? null : one.lastSnapshot().title())
        .with("snippet", one.lastSnapshot() == null ? one.subject().snippet() : Case.snippetOf(one.lastSnapshot().text()))
        .withIfPresent("version", opened.post().map(Post::version))
        .withIfPresent("post", opened.post().map(CaseViews::post))
        .withIfPresent("snapshot", one.lastSnapshot(), CaseViews::snapshot)
        .with("snapshots", one.snapshots().stream().map(CaseViews::snapshot).toList())
        .with("findings", one.findings().stream().map(finding -> finding(finding, one.lastSnapshot())).toList())
        .with("reports", opened.reports().stream().map(CaseViews::report).toList())
        .with("decisions", opened.decisions().stream().map(CaseViews::decision).toList())
        .with("timeline", one.events().stream().map(CaseViews::event).toList())
        .withIfPresent("appealed", one.appeal(), appeal ->
            new JsonObject().with("id", appeal.id()).with("decisionId", appeal.decisionId()).with("note", appeal.note()).with("at", appeal.at()))
        .withIfPresent("authorHistory", opened.author().map(author -> one.subject().anonymous() ? unknown(one, author, now) : history(author, now)))
        .withIfPresent("replyNeeded", one.wantsReply() && opened.author().isPresent() ? true : null)
        .with("context", opened.context().stream().map(post -> Views.post(post, Caller.VISITOR, now)).toList());
  }

  private static JsonObject post(Post post) {
    return new JsonObject()
        .with("id", post.id())
        .with("threadId", post.threadId())
        .with("groupId", post.groupId())
        .withIfPresent("title", post.title())
        .with("text", post.text())
        .with("version", post.version())
        .with("status", Views.lower(post.status()))
        .with("createdAt", post.createdAt())
        .withIfPresent("editedAt", post.editedAt());
  }

  private static JsonObject snapshot(Case.Snapshot snapshot) {
    return new JsonObject()
        .with("version", snapshot.version())
        .withIfPresent("title", snapshot.title())
        .with("text", snapshot.text())
        .with("takenAt", snapshot.takenAt())
        .withIfPresent("redacted", snapshot.redacted() ? true : null);
  }

  // The checks read an opening post as title, blank line and text; moderators see the two apart.
  private static JsonObject finding(Finding finding, Case.Snapshot snapshot) {
    int textBegins = snapshot == null || snapshot.title() == null ? 0 : snapshot.title().length() + 2;
    boolean inTitle = finding.start() < textBegins;
    int begins = inTitle ? 0 : textBegins;
    int length = snapshot == null ? finding.end() : inTitle ? snapshot.title().length() : snapshot.text().length();
    return new JsonObject()
        .with("family", Views.lower(finding.family()).replace('_', '-'))
        .with("rule", finding.rule())
        .with("grade", Views.lower(finding.grade()))
        .with("part", inTitle ? "title" : "text")
        .with("start", Math.min(finding.start() - begins, length))
        .with("end", Math.min(finding.end() - begins, length))
        .with("reason", finding.reason());
  }

  private static JsonObject report(Report report) {
    return new JsonObject()
        .with("reference", report.reference())
        .with("reason", report.reason().id())
        .with("note", report.note() == null ? "" : report.note())
        .with("signedIn", report.reporterId() != null)
        .with("discounted", report.discounted())
        .withIfPresent("contact", report.contact())
        .with("at", report.at());
  }

  static JsonObject decision(Decision decision) {
    return new JsonObject()
        .with("id", decision.id())
        .with("caseId", decision.caseId())
        .with("action", decision.action().id())
        .with("rule", decision.rule())
        .with("reason", decision.reason())
        .with("by", person(decision.moderatorId(), decision.moderatorName()))
        .with("at", decision.at())
        .withIfPresent("until", decision.until())
        .withIfPresent("reply", decision.reply());
  }

  static JsonObject event(Case.Event event) {
    return new JsonObject().with("at", event.at()).with("what", event.what()).withIfPresent("by", event.by());
  }

  /** Of somebody who wants to stay unknown, with nothing exact in it by which they could be found among the others: what is needed to be fair to them, and nothing that leads to their other posts. */
  private static JsonObject unknown(Case one, ReadCases.MemberHistory history, Instant now) {
    var profile = history.profile();
    return new JsonObject()
        .with("name", one.subject().memberName())
        .with("anonymous", true)
        .with("publishedCount", Math.min(profile.publishedCount(), COUNTED))
        .with("standing", new JsonObject().with("state", Views.lower(profile.standing().at(now).state())))
        .with("decisions", List.of());
  }

  static JsonObject history(ReadCases.MemberHistory history, Instant now) {
    return new JsonObject().withAll(profile(history.profile(), now))
        .with("decisions", history.decisions().stream().map(CaseViews::decision).toList())
        .with("notes", history.notes().stream().map(CaseViews::note).toList());
  }

  static JsonObject member(ReadCases.MemberHistory history, Instant now) {
    return history(history, now).with("posts", history.recentPosts().stream().map(CaseViews::post).toList());
  }

  private static JsonObject profile(Profile profile, Instant now) {
    return new JsonObject()
        .with("id", profile.id())
        .with("name", profile.name())
        .withIfPresent("role", profile.role() == Role.MEMBER ? null : Views.lower(profile.role()))
        .with("joinedAt", profile.joinedAt())
        .with("publishedCount", profile.publishedCount())
        .with("standing", standing(profile.standing().at(now)));
  }

  private static JsonObject standing(Standing standing) {
    return new JsonObject().with("state", Views.lower(standing.state())).withIfPresent("until", standing.until());
  }

  static JsonObject auditEntry(AuditEntry entry) {
    return new JsonObject()
        .with("month", entry.month())
        .with("sequence", entry.sequence())
        .with("at", entry.at())
        .with("actor", entry.actor())
        .with("action", entry.action())
        .with("target", entry.target())
        .withIfPresent("rule", entry.rule().isEmpty() ? null : entry.rule())
        .with("hash", entry.hash())
        .with("previousHash", entry.previousHash());
  }

  private static JsonObject person(String id, String name) {
    return new JsonObject().withIfPresent("id", id).with("name", name);
  }

  static JsonObject note(MemberNote note) {
    return new JsonObject().with("id", note.id()).with("text", note.text()).with("by", person(note.moderatorId(), note.moderatorName()))
        .with("at", note.at());
  }

  static JsonObject counts(QueueCounts counts) {
    var view = new JsonObject();
    Arrays.stream(Risk.values()).forEach(risk -> view.with(Views.lower(risk), counts.open().getOrDefault(risk, 0)));
    return view.with("followUps", counts.followUps());
  }

  static JsonObject template(ReplyTemplate template) {
    return new JsonObject().with("id", template.id()).with("name", template.name()).with("text", template.text());
  }

  static List<JsonObject> rules() {
    return Arrays.stream(Rule.values())
        .map(rule -> new JsonObject().with("id", rule.id()).with("text", rule.text())).toList();
  }
}
