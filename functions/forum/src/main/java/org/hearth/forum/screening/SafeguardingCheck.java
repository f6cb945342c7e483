package org.hearth.forum.screening;

import java.util.List;

/** Looks for people at risk. */
final class SafeguardingCheck implements Check {
  private final RuleSet rules = RuleSet.read("safeguarding.rules");

  @Override
  public String id() {
    return "safeguarding";
  }

  @Override
  public List<Finding> findings(Prepared post) {
    return post.hits(rules).stream()
        .map(hit -> post.finding(Family.SAFEGUARDING, hit, level(hit.rule()).grade())).toList();
  }

  private static SafeguardingLevel level(Rule rule) {
    return switch (rule.kind()) {
      case "imminent" -> SafeguardingLevel.IMMINENT;
      case "concerning" -> SafeguardingLevel.CONCERNING;
      default -> SafeguardingLevel.LOW_HISTORIC;
    };
  }
}
