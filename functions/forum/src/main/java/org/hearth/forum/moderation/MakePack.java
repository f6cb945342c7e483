package org.hearth.forum.moderation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearth.forum.Changes;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.AuditLog;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.audit.Excerpt;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Members;
import org.hearth.forum.posting.Posts;
import org.hearth.forum.reporting.Report;

/** Gathers all that is known of a case for somebody outside of the forum. That it was done, and by whom, is in the audit log. */
public final class MakePack {

  /**
   * A case for somebody outside.
   *
   * @param opened the case without what others wrote around it
   * @param log what the audit log says of it; its last entry is that this pack was made
   */
  public record Pack(ReadCases.OpenedCase opened, List<Excerpt.Line> log, Caller.Member by, Instant at) {}

  private final Cases cases;
  private final Posts posts;
  private final Members members;
  private final AuditLog log;
  private final Changes changes;
  private final Auditing audit;
  private final InstantSource clock;

  public MakePack(Cases cases, Posts posts, Members members, AuditLog log, Changes changes, Auditing audit, InstantSource clock) {
    this.cases = cases;
    this.posts = posts;
    this.members = members;
    this.log = log;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  /** @throws Refused unless the caller is a lead or an admin, and where there is no such case or it is practice */
  public Pack of(Caller caller, String caseId) {
    var maker = caller.auditor();
    var file = cases.file(caseId).filter(found -> !found.theCase().drill()).orElseThrow(Refused::notFound);
    var now = clock.instant();
    audit.alone(changes, now, maker.id(), Audited.PACK_MADE, caseId);
    var subject = file.theCase().subject();
    var post = Optional.ofNullable(subject.postId()).flatMap(id -> posts.find(subject.threadId(), id));
    var author = Optional.ofNullable(subject.memberId()).flatMap(members::find)
        .map(profile -> new ReadCases.MemberHistory(profile, file.decisions(), List.of(), List.of()));
    var opened = new ReadCases.OpenedCase(file.theCase(), post, file.reports(), file.decisions(), author, List.of());
    return new Pack(opened, Excerpt.of(log, caseId, began(file)), maker, now);
  }

  private static Instant began(Cases.CaseFile file) {
    var times = Stream.of(
        file.theCase().events().stream().map(Case.Event::at), file.reports().stream().map(Report::at),
        file.decisions().stream().map(Decision::at), Stream.of(file.theCase().openedAt()));
    return times.flatMap(one -> one).min(Instant::compareTo).orElseThrow();
  }
}
