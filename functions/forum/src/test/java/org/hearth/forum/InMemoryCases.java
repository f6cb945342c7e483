package org.hearth.forum;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.CaseFilter;
import org.hearth.forum.moderation.Cases;
import org.hearth.forum.moderation.Decision;
import org.hearth.forum.moderation.MemberNote;
import org.hearth.forum.moderation.QueueCounts;
import org.hearth.forum.moderation.ReplyTemplates;
import org.hearth.forum.reporting.Report;
import org.hearth.forum.reporting.ReportReference;

/** Cases of an {@link InMemoryForum}. */
public final class InMemoryCases implements Cases {
  private final InMemoryForum forum;

  InMemoryCases(InMemoryForum forum) {
    this.forum = forum;
  }

  @Override
  public Optional<Case> find(String caseId) {
    return forum.get(Case.class, caseId);
  }

  @Override
  public List<Case> all(List<String> caseIds) {
    return caseIds.stream().map(this::find).flatMap(Optional::stream).toList();
  }

  @Override
  public Optional<CaseFile> file(String caseId) {
    return find(caseId).map(found -> new CaseFile(
        found,
        forum.each(Report.class).filter(report -> report.caseId().equals(caseId)).sorted(Comparator.comparing(Report::at)).toList(),
        forum.each(Decision.class).filter(decision -> decision.caseId().equals(caseId)).sorted(Comparator.comparing(Decision::id)).toList()));
  }

  @Override
  public Page<Case> in(Case.State state, CaseFilter filter, Optional<String> position, int size) {
    boolean open = state != Case.State.CLOSED;
    var byRank = Comparator.comparing(Case::place);
    var inOrder = forum.each(Case.class).filter(one -> one.state() == state && one.listed() && filter.takes(one)).sorted(open ? byRank : byRank.reversed());
    return InMemoryForum.page(inOrder, Case::place, position, open, size).map(InMemoryCases::outline);
  }

  // What a list shows: a table's index holds no more.
  private static Case outline(Case one) {
    return new Case(one.id(), one.kind(), one.state(), one.risk(), one.openedAt(), one.closedAt(), one.subject(), List.of(), List.of(),
        one.reasons(), one.reportCount(), one.claim(), one.appeal(), List.of(), one.clocks(), one.checkFailed(), 0,
        one.followUp(), one.outcome(), one.revision());
  }

  @Override
  public Optional<Report> reportBy(String caseId, String memberId) {
    return forum.get(Report.class, caseId + "/M/" + memberId);
  }

  @Override
  public List<Report> reportsBy(String memberId, int most) {
    return forum.each(Report.class).filter(report -> memberId.equals(report.reporterId()))
        .sorted(Comparator.comparing(Report::at).reversed()).limit(most).toList();
  }

  @Override
  public Optional<Report> reportOf(String reference) {
    return forum.get(ReportReference.class, reference)
        .flatMap(found -> forum.each(Report.class).filter(report -> report.reference().equals(reference)).findFirst());
  }

  @Override
  public List<Case> since(Instant since, int most) {
    return forum.each(Case.class)
        .filter(Case::listed)
        .filter(one -> !(one.open() ? one.openedAt() : one.closedAt()).isBefore(since))
        .sorted(Comparator.comparing(Case::state).thenComparing(Case::place)).limit(most).map(InMemoryCases::outline).toList();
  }

  @Override
  public List<MemberNote> notes(String memberId) {
    return forum.each(MemberNote.class).filter(note -> note.memberId().equals(memberId)).sorted(Comparator.comparing(MemberNote::id).reversed()).toList();
  }

  @Override
  public Optional<QueueCounts> counts() {
    return forum.get(QueueCounts.class, "");
  }

  @Override
  public ReplyTemplates templates() {
    return forum.get(ReplyTemplates.class, "").orElse(ReplyTemplates.STANDARD);
  }

  @Override
  public List<Decision> concerning(String memberId, int most) {
    return forum.each(Decision.class).filter(decision -> memberId.equals(decision.concerns()))
        .sorted(Comparator.comparing(Decision::id).reversed()).limit(most).toList();
  }
}
