package org.hearth.forum.reporting;

import java.time.Instant;
import java.util.Optional;
import org.hearth.forum.members.Profile;
import org.hearth.forum.moderation.Action;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Cases;
import org.hearth.forum.moderation.Risk;

/**
 * How much a member's report weighs. Somebody who flags everything is still read, and no longer pulls what they flag to the
 * front of the queue, past others who may need somebody sooner.
 */
final class Credit {
  private static final int LOOK_BACK = 20;
  private static final int ENOUGH_TO_JUDGE = 10;
  private static final int ONE_IN = 5;

  private final Cases cases;

  Credit(Cases cases) {
    this.cases = cases;
  }

  /** Whether this member reports very often of late, or reported often and was hardly ever right. */
  boolean discounts(Profile reporter, Instant now) {
    return reporter.reporting().at(now).count() >= ENOUGH_TO_JUDGE || seldomRight(reporter);
  }

  private boolean seldomRight(Profile reporter) {
    var reports = cases.reportsBy(reporter.id(), LOOK_BACK);
    if (reports.size() < ENOUGH_TO_JUDGE) {
      return false;
    }
    var decided = reports.stream().map(this::outcome).flatMap(Optional::stream).toList();
    long led = decided.stream().filter(Action::changesSomething).count();
    return decided.size() >= ENOUGH_TO_JUDGE && led * ONE_IN < decided.size();
  }

  private Optional<Action> outcome(Report report) {
    return cases.find(report.caseId()).map(Case::outcome).filter(outcome -> !outcome.at().isBefore(report.at())).map(Case.Outcome::action);
  }

  /** How urgent a discounted report makes a case: worry about somebody's safety is still looked at before the day is over. */
  static Risk discounted(ReportReason reason) {
    return reason == ReportReason.SAFEGUARDING ? Risk.AMBER : Risk.GREEN;
  }
}
