package org.hearth.forum.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesFindWhatTheyNameTest {
  static List<String> posts() {
    return Resources.lines("rules.txt");
  }

  @ParameterizedTest
  @MethodSource("posts")
  void inTheWordsTheyName(String line) {
    int bar = line.lastIndexOf(" | ");
    assertThat(found(line.substring(bar + 3).replace("\\n", "\n"))).isEqualTo(line.substring(0, bar).replace("\\n", "\n"));
  }

  @Test
  void everyExpressionCanBeReadAndEveryRuleSaysWhy() {
    assertThat(Rules.STANDARD.rules()).hasSizeGreaterThan(400).allSatisfy(rule -> {
      assertThat(rule.pattern().groupCount()).as(rule.id()).isGreaterThanOrEqualTo(2);
      assertThat(rule.anchors()).as(rule.id()).isNotEmpty().noneMatch(String::isBlank);
      assertThat(rule.reason()).as(rule.id()).endsWith(".");
      assertThat(rule.family()).isIn("safeguarding", "abuse", "spam");
      assertThat(rule.plainKind()).isIn("imminent", "concerning", "historic", "amber", "red", "shield", "signal");
    });
  }

  @Test
  void hardCasesOfEveryFileAreThere() {
    Set<String> told = posts().stream().map(line -> line.substring(0, line.indexOf('@'))).map(id -> id.replaceFirst("=.*", ""))
        .collect(Collectors.toSet());
    for (String file : Rules.FILES) {
      assertThat(RuleFile.read(file)).as(file).anyMatch(rule -> told.contains(rule.id()));
    }
  }

  private static String found(String text) {
    Prepared post = new Prepared(Submission.of(text));
    Set<String> found = new LinkedHashSet<>();
    for (RuleSet.Hit hit : post.hits()) {
      Rule rule = hit.rule();
      String level = rule.family().equals("safeguarding") && rule.finds() ? "=" + Context.level(post, hit) : "";
      Finding finding = post.finding(Family.SAFEGUARDING, hit, Grade.GREEN);
      found.add(rule.id() + level + "@" + text.substring(finding.start(), finding.end()));
    }
    return String.join("; ", found);
  }
}
