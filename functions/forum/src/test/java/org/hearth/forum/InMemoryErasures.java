package org.hearth.forum;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearth.forum.erasure.Erasure;
import org.hearth.forum.erasure.Erasures;
import org.hearth.forum.erasure.KeptCase;
import org.hearth.forum.posting.SentKey;
import org.hearth.forum.reporting.Report;

/** Wishes to be erased of an {@link InMemoryForum}. */
public final class InMemoryErasures implements Erasures {
  private final InMemoryForum forum;

  InMemoryErasures(InMemoryForum forum) {
    this.forum = forum;
  }

  @Override
  public Optional<Erasure> find(String memberId) {
    return forum.get(Erasure.class, memberId);
  }

  @Override
  public List<Erasure> waiting() {
    return forum.all(Erasure.class);
  }

  @Override
  public List<Stored> belongings(String memberId) {
    var keys = forum.each(SentKey.class).filter(sent -> sent.memberId().equals(memberId)).map(Stored.class::cast);
    return Stream.of(keys, forum.marks.of(memberId).marks().stream(), forum.marks.reading(memberId).stream(),
            forum.members.preferences(memberId).stream(), forum.access.of(memberId).stream(),
            forum.conversations.of(memberId).stream())
        .flatMap(items -> items.map(Stored.class::cast)).toList();
  }

  @Override
  public List<Report> reportsBy(String memberId) {
    return forum.each(Report.class).filter(report -> memberId.equals(report.reporterId())).toList();
  }

  @Override
  public Optional<KeptCase> keptCase(String caseId) {
    return forum.get(KeptCase.class, caseId);
  }

  @Override
  public List<KeptCase> keptCases(Instant until, int most) {
    return forum.each(KeptCase.class).filter(kept -> !kept.until().isAfter(until)).sorted(Comparator.comparing(KeptCase::until)).limit(most).toList();
  }
}
