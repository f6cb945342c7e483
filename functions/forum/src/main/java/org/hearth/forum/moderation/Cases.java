package org.hearth.forum.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearth.forum.Page;
import org.hearth.forum.reporting.Report;

/** Cases and what belongs to them. Writes go through {@link org.hearth.forum.Changes}. */
public interface Cases {
  Optional<Case> find(String caseId);

  /** Those of the cases that are there, in no particular order; 100 at the most. */
  List<Case> all(List<String> caseIds);

  /** A case with all its reports and decisions, oldest first. */
  Optional<CaseFile> file(String caseId);

  record CaseFile(Case theCase, List<Report> reports, List<Decision> decisions) {}

  /**
   * Open ones by risk, then age; closed ones newest first. The items are without snapshots, findings and events.
   */
  default Page<Case> in(Case.State state, Optional<String> position, int size) {
    return in(state, CaseFilter.NONE, position, size);
  }

  /** As above, those that the filter takes. A page may hold fewer than there are, or none, and still have a next one. */
  Page<Case> in(Case.State state, CaseFilter filter, Optional<String> position, int size);

  /** A report that this member made before on this case. */
  Optional<Report> reportBy(String caseId, String memberId);

  /** Reports that this member made, at most so many, newest first. */
  List<Report> reportsBy(String memberId, int most);

  /** The case and report behind a reference. */
  Optional<Report> reportOf(String reference);

  /** Open cases that were opened since then, and those closed since, by risk and then age; without their texts. */
  List<Case> since(Instant since, int most);

  /** What replies in a crisis begin with: the organisation's own, or the standard ones. */
  ReplyTemplates templates();

  /** What moderators wrote down about a member, newest first. */
  List<MemberNote> notes(String memberId);

  /** How many cases were open when the sweep last looked; empty before it did. */
  Optional<QueueCounts> counts();

  /** Decisions that concern a member, newest first. */
  List<Decision> concerning(String memberId, int most);
}
