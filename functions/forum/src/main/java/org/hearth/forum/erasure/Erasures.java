package org.hearth.forum.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearth.forum.Stored;
import org.hearth.forum.reporting.Report;

/** Wishes to be erased, and where a member's things lie. Writes go through {@link org.hearth.forum.Changes}. */
public interface Erasures {
  Optional<Erasure> find(String memberId);

  /** All wishes; there are few at any time. */
  List<Erasure> waiting();

  /** All that is kept with a member, but for their profile and the ends of their sessions, which run out within a day. */
  List<Stored> belongings(String memberId);

  /** The reports that a member made. */
  List<Report> reportsBy(String memberId);

  Optional<KeptCase> keptCase(String caseId);

  /** Cases that hold words of erased members, the earliest date first. */
  List<KeptCase> keptCases(Instant until, int most);
}
