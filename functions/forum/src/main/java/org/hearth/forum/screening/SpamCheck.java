package org.hearth.forum.screening;

import java.util.ArrayList;
import java.util.List;
import org.hearth.forum.screening.LinearModel.Question;

/** Looks for selling, scams, links and repeats. */
final class SpamCheck implements Check {
  @Override
  public String id() {
    return "spam";
  }

  @Override
  public List<Finding> findings(Prepared post) {
    List<Finding> findings = new ArrayList<>();
    if (post.scores().spam() >= post.tuning().spam()) {
      for (RuleSet.Hit hit : post.hits("spam")) {
        findings.add(post.finding(Family.SPAM, hit, Grade.AMBER));
      }
      if (findings.isEmpty()) {
        findings.add(Wording.finding(post, Family.SPAM, Question.SPAM, "spam.wording", Grade.AMBER, "spam"));
      }
    }
    return findings;
  }
}
