package org.hearth.forum.screening;

import java.util.List;

/** Lets a second opinion raise a post. */
final class SecondOpinionCheck implements Check {
  private final SecondOpinion opinion;

  SecondOpinionCheck(SecondOpinion opinion) {
    this.opinion = opinion;
  }

  @Override
  public String id() {
    return "second_opinion";
  }

  @Override
  public List<Finding> findings(Prepared post) {
    SafeguardingLevel level = opinion.of(post.text());
    if (level == null || level == SafeguardingLevel.NONE) {
      return List.of();
    }
    return List.of(new Finding(Family.SAFEGUARDING, "safeguarding.second-opinion", level.grade(), 0, post.text().length(),
        "A second opinion sees somebody who may be at risk."));
  }
}
