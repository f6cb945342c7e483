package org.hearth.forum;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Cases;
import org.hearth.forum.moderation.Decision;
import org.hearth.forum.reporting.Report;

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
  public Optional<CaseFile> file(String caseId) {
    return find(caseId).map(found -> new CaseFile(
        found,
        forum.each(Report.class).filter(report -> report.caseId().equals(caseId)).sorted(Comparator.comparing(Report::at)).toList(),
        forum.each(Decision.class).filter(decision -> decision.caseId().equals(caseId)).sorted(Comparator.comparing(Decision::id)).toList()));
  }

  @Override
  public Page<Case> in(Case.State state, Optional<String> position, int size) {
    boolean open = state == Case.State.OPEN;
    var byRank = Comparator.comparing(InMemoryCases::rank);
    var inOrder = forum.each(Case.class).filter(one -> one.state() == state).sorted(open ? byRank : byRank.reversed());
    return InMemoryForum.page(inOrder, InMemoryCases::rank, position, open, size).map(InMemoryCases::outline);
  }

  private static String rank(Case one) {
    return one.open()
        ? String.format("%d#%013d#%s", one.risk().ordinal(), one.openedAt().toEpochMilli(), one.id())
        : String.format("%013d#%s", one.closedAt().toEpochMilli(), one.id());
  }

  // What a list shows: a table's index holds no more.
  private static Case outline(Case one) {
    return new Case(one.id(), one.kind(), one.state(), one.risk(), one.openedAt(), one.closedAt(), one.subject(), List.of(), List.of(),
        one.reasons(), one.reportCount(), one.claim(), one.appeal(), List.of(), null, one.checkFailed(), one.breachTold(), one.revision());
  }

  @Override
  public Optional<Report> reportBy(String caseId, String memberId) {
    return forum.get(Report.class, caseId + "/M/" + memberId);
  }

  @Override
  public List<Decision> concerning(String memberId, int most) {
    return forum.each(Decision.class).filter(decision -> memberId.equals(decision.concerns()))
        .sorted(Comparator.comparing(Decision::id).reversed()).limit(most).toList();
  }
}
