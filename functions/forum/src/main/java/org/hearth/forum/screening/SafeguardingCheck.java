package org.hearth.forum.screening;

import java.util.ArrayList;
import java.util.List;
import org.hearth.forum.screening.LinearModel.Question;

/** Looks for people at risk: the writer or somebody they write of. */
final class SafeguardingCheck implements Check {
  @Override
  public String id() {
    return "safeguarding";
  }

  @Override
  public List<Finding> findings(Prepared post) {
    SafeguardingLevel level = level(post);
    List<Finding> findings = new ArrayList<>();
    SafeguardingLevel shown = SafeguardingLevel.NONE;
    for (RuleSet.Hit hit : post.hits("safeguarding")) {
      SafeguardingLevel byRule = Context.level(post, hit);
      byRule = byRule.compareTo(level) > 0 ? level : byRule;
      if (byRule != SafeguardingLevel.NONE) {
        findings.add(post.finding(Family.SAFEGUARDING, hit, byRule.grade()));
        shown = shown.max(byRule);
      }
    }
    if (level.compareTo(shown) > 0) {
      findings.add(Wording.finding(post, Family.SAFEGUARDING,
          level == SafeguardingLevel.IMMINENT ? Question.IMMINENT : Question.AT_RISK, "safeguarding.wording", level.grade(),
          level == SafeguardingLevel.IMMINENT ? "people in immediate danger" : "people at risk"));
    }
    return findings;
  }

  private static SafeguardingLevel level(Prepared post) {
    Scores scores = post.scores();
    SafeguardingLevel byRules = SafeguardingLevel.NONE;
    for (RuleSet.Hit hit : post.hits("safeguarding")) {
      byRules = byRules.max(Context.level(post, hit));
    }
    if (scores.safeguarding() >= post.tuning().concerning() || byRules == SafeguardingLevel.IMMINENT) {
      return scores.imminent() >= post.tuning().imminent() ? SafeguardingLevel.IMMINENT : SafeguardingLevel.CONCERNING;
    }
    return byRules == SafeguardingLevel.NONE ? SafeguardingLevel.NONE : SafeguardingLevel.LOW_HISTORIC;
  }
}
