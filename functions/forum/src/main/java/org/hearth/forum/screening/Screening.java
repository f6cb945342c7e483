package org.hearth.forum.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs an ordered list of checks over a post and grades it by the highest risk. It never throws: what fails is held. */
public final class Screening {
  /** Longer texts are read so far, and the rest is for a person; the longest post that a forum accepts is half of this. */
  static final int LONGEST = 50_000;

  /** A post that is held anyway counts as concerning from this share of the threshold on, or if it has any words of risk. */
  private static final double NEAR = 0.15;

  private static final String FAILED = "A check failed, so a person looks.";
  private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::grade).reversed()
      .thenComparing(Finding::start).thenComparing(Finding::end).thenComparing(Finding::rule);

  private final List<Check> checks;
  private final boolean scored;

  /** Screening by these checks, in this order. */
  public Screening(List<Check> checks) {
    this.checks = List.copyOf(checks);
    this.scored = checks.stream().anyMatch(SafeguardingCheck.class::isInstance);
  }

  /** The checks that every forum has. One instance serves all threads. */
  public static Screening standard() {
    return Standard.SCREENING;
  }

  /**
   * Grades the submission. A check that throws, overruns or can't read the text gives a finding of its own, and the post is
   * held.
   */
  public Verdict of(Submission submission) {
    List<Finding> findings = new ArrayList<>();
    Prepared post = prepare(submission, findings);
    if (post != null) {
      for (Check check : checks) {
        run(check, post, findings);
      }
      Prepared read = post;
      findings.removeIf(finding -> GroupWords.allows(read, finding));
    }
    Scores scores = post == null || !scored ? Scores.NONE : scores(post, findings);
    notBuried(submission, post, scores, findings);
    findings.sort(ORDER);
    boolean failed = findings.stream().anyMatch(f -> f.family() == Family.CHECK_FAILED);
    Grade grade = findings.stream().map(Finding::grade).reduce(Grade.GREEN, Grade::max);
    return new Verdict(grade, level(findings), findings.stream().distinct().toList(), failed, scores);
  }

  /** These checks and one more judge, who can raise the safeguarding level but never lower it. */
  public Screening with(SecondOpinion opinion) {
    List<Check> more = new ArrayList<>(checks);
    more.add(new SecondOpinionCheck(opinion));
    return new Screening(more);
  }

  /** Whoever is held for spam, abuse or personal data and may be at risk is never left in that queue. */
  private static void notBuried(Submission submission, Prepared post, Scores scores, List<Finding> findings) {
    boolean held = findings.stream().anyMatch(f -> f.grade() != Grade.GREEN && f.family() != Family.SAFEGUARDING
        && f.family() != Family.CHECK_FAILED);
    if (held && (scores.safeguarding() >= submission.tuning().concerning() * NEAR || scores != Scores.NONE && hinted(post))
        && level(findings).compareTo(SafeguardingLevel.CONCERNING) < 0) {
      findings.add(new Finding(Family.SAFEGUARDING, "safeguarding.held-for-another-reason", Grade.RED, 0,
          submission.text().length(),
          "Held for another reason, and the writer may also be at risk: somebody should look soon."));
    }
  }

  /** Whether any words of risk are there, of whatever time and weight, that aren't said of the reader. */
  private static boolean hinted(Prepared post) {
    return post.hits().stream().anyMatch(hit -> hit.rule().family().equals("safeguarding") && !hit.rule().isShield()
        && !Context.isOfReader(post, hit));
  }

  private static Prepared prepare(Submission submission, List<Finding> findings) {
    try {
      if (submission.text().length() <= LONGEST) {
        return new Prepared(submission);
      }
      findings.add(failed("check-failed.too-long", submission.text()));
      return new Prepared(new Submission(submission.text().substring(0, LONGEST), submission.author(), submission.tuning()));
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      findings.add(failed("check-failed.unreadable", submission.text()));
      return null;
    }
  }

  private static void run(Check check, Prepared post, List<Finding> findings) {
    try {
      findings.addAll(check.findings(post));
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      findings.add(failed("check-failed." + check.id(), post.text()));
    }
  }

  private static Scores scores(Prepared post, List<Finding> findings) {
    try {
      return post.scores();
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      findings.add(failed("check-failed.scores", post.text()));
      return Scores.NONE;
    }
  }

  private static Finding failed(String rule, String text) {
    return new Finding(Family.CHECK_FAILED, rule, Grade.AMBER, 0, text.length(), FAILED);
  }

  private static SafeguardingLevel level(List<Finding> findings) {
    SafeguardingLevel level = SafeguardingLevel.NONE;
    for (Finding finding : findings) {
      if (finding.family() == Family.SAFEGUARDING) {
        level = level.max(switch (finding.grade()) {
          case CRISIS -> SafeguardingLevel.IMMINENT;
          case RED, AMBER -> SafeguardingLevel.CONCERNING;
          case GREEN -> SafeguardingLevel.LOW_HISTORIC;
        });
      }
    }
    return level;
  }

  private static final class Standard {
    static final Screening SCREENING = new Screening(List.of(
        new SafeguardingCheck(),
        new AbuseCheck(),
        new SpamCheck(),
        new PersonalDataCheck()));
  }
}
