package org.hearth.forum.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearth.forum.screening.LinearModel.Question;

/** Looks for attacks, threats, hate, encouragement to harm, and details of methods. */
final class AbuseCheck implements Check {
  @Override
  public String id() {
    return "abuse";
  }

  @Override
  public List<Finding> findings(Prepared post) {
    List<Finding> findings = new ArrayList<>(GroupWords.held(post));
    if (post.scores().abuse() >= post.tuning().abuse()) {
      for (RuleSet.Hit hit : post.hits("abuse")) {
        findings.add(post.finding(Family.ABUSE, hit, Grade.valueOf(hit.rule().plainKind().toUpperCase(Locale.ROOT))));
      }
      if (findings.isEmpty()) {
        findings.add(Wording.finding(post, Family.ABUSE, Question.ABUSE, "abuse.wording", Grade.AMBER, "abuse"));
      }
    }
    return findings;
  }
}
