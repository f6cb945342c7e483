package org.hearth.forum.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Caller;
import org.hearth.forum.moderation.Action;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Cases;

/** Tells those who reported something what came of it, and nothing about whom they reported. */
public final class ReadOutcomes {
  private static final int MOST = 50;

  /** What came of a report. What exactly was done stays between the moderators and the person whom it concerns. */
  public enum Result {
    /** Nobody has decided yet, or the lead is looking. */
    WAITING,
    /** A moderator did something about it. */
    ACTED,
    /** A moderator looked and left things as they are. */
    LEFT,
    /** The reporter asked not to be told. */
    UNTOLD
  }

  /** @param decidedAt null while it waits and when they asked not to be told */
  public record Told(String reference, Case.Kind about, ReportReason reason, Instant reportedAt, Result result, Instant decidedAt) {}

  private final Cases cases;

  public ReadOutcomes(Cases cases) {
    this.cases = cases;
  }

  /** The caller's newest 50 reports, whatever their own standing. */
  public List<Told> of(Caller caller) {
    var reports = cases.reportsBy(caller.signedIn().id(), MOST);
    var about = cases.all(reports.stream().map(Report::caseId).distinct().toList()).stream().collect(Collectors.toMap(Case::id, Function.identity()));
    return reports.stream().filter(report -> about.containsKey(report.caseId())).map(report -> told(report, about)).toList();
  }

  private static Told told(Report report, Map<String, Case> about) {
    var told = told(report, about.get(report.caseId()));
    return report.wantsOutcome() ? told : new Told(told.reference(), told.about(), told.reason(), told.reportedAt(), Result.UNTOLD, null);
  }

  /**
   * What came of the report with that reference, for whoever has it.
   *
   * @throws Refused as not found when there is none, and in the same way when its reporter asked not to be told
   */
  public Told of(String reference) {
    var report = cases.reportOf(reference).filter(Report::wantsOutcome).orElseThrow(Refused::notFound);
    return told(report, cases.find(report.caseId()).orElseThrow(Refused::notFound));
  }

  private static Told told(Report report, Case about) {
    var outcome = about.outcome();
    boolean decided = outcome != null && !outcome.at().isBefore(report.at()) && outcome.action() != Action.ESCALATE;
    var result = !decided ? Result.WAITING : outcome.action().changesSomething() ? Result.ACTED : Result.LEFT;
    return new Told(report.reference(), about.kind(), report.reason(), report.at(), result, decided ? outcome.at() : null);
  }
}
