package org.hearth.forum.screening;

import java.util.List;
import java.util.Locale;

/** Looks for the wordings of one .rules file; each rule there names its grade. */
final class WordingCheck implements Check {
  private final Family family;
  private final RuleSet rules;

  WordingCheck(Family family, String resource) {
    this.family = family;
    this.rules = RuleSet.read(resource);
  }

  @Override
  public String id() {
    return family.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Finding> findings(Prepared post) {
    return post.hits(rules).stream()
        .map(hit -> post.finding(family, hit, Grade.valueOf(hit.rule().kind().toUpperCase(Locale.ROOT)))).toList();
  }
}
