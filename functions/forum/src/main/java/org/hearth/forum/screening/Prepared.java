package org.hearth.forum.screening;

import java.util.ArrayList;
import java.util.List;

/**
 * A submission as the checks read it: the text itself, its characters folded, its words spelled the one way that the rules know.
 */
public final class Prepared {
  private final Submission submission;
  private final Folded folded;
  private final Canonical canonical;
  private final Work work = new Work();
  private List<RuleSet.Hit> hits;
  private Evidence evidence;
  private Scores scores;

  Prepared(Submission submission) {
    this.submission = submission;
    this.folded = Folded.of(submission.text());
    this.canonical = Words.read(folded, work);
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

  /** The standard rules' matches, shields and signals among them. */
  List<RuleSet.Hit> hits() {
    if (hits == null) {
      hits = Rules.STANDARD.hits(canonical, work);
    }
    return hits;
  }

  List<RuleSet.Hit> hits(String family) {
    return hits().stream().filter(hit -> hit.rule().family().equals(family) && hit.rule().finds()).toList();
  }

  Evidence evidence() {
    if (evidence == null) {
      evidence = Evidence.of(this);
    }
    return evidence;
  }

  /** The evidence of parts of about so many words, in whole sentences; none if the text is not longer than that. */
  List<Evidence> parts(int words) {
    List<Evidence> parts = new ArrayList<>();
    if (canonical.tokens().size() > words * 3 / 2) {
      int first = 0;
      for (Canonical.Sentence sentence : canonical.sentences()) {
        if (sentence.last() - first >= words || sentence.last() == canonical.tokens().size()) {
          parts.add(Evidence.of(this, first, sentence.last()));
          first = sentence.last();
        }
      }
    }
    return parts;
  }

  /** The scores by rules and model together. */
  public Scores scores() {
    if (scores == null) {
      scores = Scoring.of(this);
    }
    return scores;
  }

  Finding finding(Family family, RuleSet.Hit hit, Grade grade) {
    int first = canonical.tokenAt(hit.at());
    int last = canonical.tokenAt(hit.to() - 1);
    return new Finding(family, hit.rule().id(), grade, canonical.tokens().get(first).start(), canonical.tokens().get(last).end(),
        hit.rule().reason());
  }
}
