package org.hearth.forum.screening;

import java.util.List;

/** A submission as the checks read it: the text itself, its characters folded, its words spelled the one way that the rules know. */
public final class Prepared {
  private final Submission submission;
  private final Folded folded;
  private final Canonical canonical;
  private final Work work = new Work();

  Prepared(Submission submission) {
    this.submission = submission;
    this.folded = Folded.of(submission.text());
    this.canonical = Words.read(folded);
  }

  /** The text as it was submitted; findings' offsets are into it. */
  public String text() {
    return submission.text();
  }

  /** What is known of the author. */
  public Submission.Author author() {
    return submission.author();
  }

  /** The group's settings. */
  public Tuning tuning() {
    return submission.tuning();
  }

  Folded folded() {
    return folded;
  }

  Canonical canonical() {
    return canonical;
  }

  Work work() {
    return work;
  }

  List<RuleSet.Hit> hits(RuleSet rules) {
    return rules.hits(canonical, work);
  }

  Finding finding(Family family, RuleSet.Hit hit, Grade grade) {
    int first = canonical.tokenAt(hit.at());
    int last = canonical.tokenAt(hit.to() - 1);
    return new Finding(family, hit.rule().id(), grade, canonical.tokens().get(first).start(), canonical.tokens().get(last).end(),
        hit.rule().reason());
  }
}
