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
    if (Repeats.repeats(post)) {
      findings.add(new Finding(Family.SPAM, "spam.repeat", Grade.AMBER, 0, post.text().length(),
          "Says nearly the same as a recent post of this author."));
    }
    if (post.author().newcomer()) {
      post.canonical().tokens().stream().filter(token -> token.word().equals("urllink")).limit(1).forEach(link ->
          findings.add(new Finding(Family.SPAM, "spam.newcomer-link", Grade.AMBER, link.start(), link.end(),
              "A newcomer's link.")));
    }
    return findings;
  }
}
