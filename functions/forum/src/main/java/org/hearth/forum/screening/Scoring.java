package org.hearth.forum.screening;

import org.hearth.forum.screening.LinearModel.Question;

/** Puts rules and model together: the model's log-odds, and what a rule's match adds to them. */
final class Scoring {
  /** Longer posts are also read in parts of about so many words, so that one sentence is not drowned by many. */
  private static final int PART = 60;

  private Scoring() {}

  static Scores of(Prepared post) {
    if (post.canonical().tokens().isEmpty()) {
      return Scores.NONE;
    }
    double atRisk = highest(post, Question.AT_RISK);
    double imminent = highest(post, Question.IMMINENT);
    boolean imminentRule = false;
    boolean concerningRule = false;
    for (RuleSet.Hit hit : post.hits("safeguarding")) {
      SafeguardingLevel level = Context.level(post, hit);
      imminentRule |= level == SafeguardingLevel.IMMINENT;
      concerningRule |= level == SafeguardingLevel.CONCERNING;
    }
    atRisk += imminentRule ? Bonus.IMMINENT_RULE_AT_RISK : concerningRule ? Bonus.CONCERNING_RULE : 0;
    imminent += imminentRule ? Bonus.IMMINENT_RULE : 0;
    double spam = LinearModel.standard().logit(Question.SPAM, post.evidence())
        + (post.hits("spam").isEmpty() ? 0 : Bonus.SPAM_RULE);
    double abuse = LinearModel.standard().logit(Question.ABUSE, post.evidence())
        + (post.hits("abuse").isEmpty() ? 0 : Bonus.ABUSE_RULE);
    return new Scores(probability(atRisk), probability(imminent), probability(spam), probability(abuse));
  }

  private static double highest(Prepared post, Question question) {
    LinearModel model = LinearModel.standard();
    double highest = model.logit(question, post.evidence());
    for (Evidence part : post.parts(PART)) {
      highest = Math.max(highest, model.logit(question, part));
    }
    return highest;
  }

  static double probability(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }

  /** What a rule's match adds to the log-odds; measured on posts that the model never saw. */
  static final class Bonus {
    static final double IMMINENT_RULE_AT_RISK = 4;
    static final double CONCERNING_RULE = 3.5;
    static final double IMMINENT_RULE = 2;
    static final double SPAM_RULE = 2;
    static final double ABUSE_RULE = 2;

    private Bonus() {}
  }
}
