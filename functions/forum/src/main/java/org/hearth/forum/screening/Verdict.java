package org.hearth.forum.screening;

import java.util.List;

/**
 * What the screening says of a post.
 *
 * @param grade the highest of the findings' grades; green when there is none
 * @param level the safeguarding level
 * @param findings most urgent first, then by place in the text
 * @param checkFailed true if a check could not do its work; the grade is then amber at least
 * @param scores the scores that the thresholds of {@link Tuning} are compared with
 */
public record Verdict(Grade grade, SafeguardingLevel level, List<Finding> findings, boolean checkFailed, Scores scores) {
  public Verdict {
    findings = List.copyOf(findings);
  }
}
