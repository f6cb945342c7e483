package org.hearth.forum.screening;

import java.util.ArrayList;
import java.util.List;

/** The rules that every forum has. */
final class Rules {
  static final List<String> FILES = List.of("safeguarding.rules", "safeguarding-more.rules", "safeguarding-explicit.rules",
      "safeguarding-languages.rules", "abuse.rules", "spam.rules");
  static final RuleSet STANDARD = new RuleSet(all());

  private Rules() {}

  private static List<Rule> all() {
    List<Rule> all = new ArrayList<>();
    for (String file : FILES) {
      all.addAll(RuleFile.read(file));
    }
    return all;
  }
}
