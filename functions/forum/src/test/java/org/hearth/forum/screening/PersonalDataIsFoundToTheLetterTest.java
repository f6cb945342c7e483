package org.hearth.forum.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalDataIsFoundToTheLetterTest {
  private static final Pattern MARK = Pattern.compile("(?s)\\[\\[([a-z-]+):(.*?)\\]\\]");

  static List<String> posts() {
    return Resources.lines("personal-data.txt");
  }

  @ParameterizedTest
  @MethodSource("posts")
  void whatIsMarkedIsFoundAndNothingElse(String line) {
    String marked = line.replace("\\n", "\n");
    TreeSet<String> expected = new TreeSet<>();
    StringBuilder text = new StringBuilder();
    Matcher mark = MARK.matcher(marked);
    int at = 0;
    while (mark.find()) {
      text.append(marked, at, mark.start());
      expected.add(text.length() + " " + mark.group(1) + " " + mark.group(2));
      text.append(mark.group(2));
      at = mark.end();
    }
    text.append(marked, at, marked.length());

    TreeSet<String> found = new TreeSet<>();
    for (Finding finding : Screening.standard().of(Submission.of(text.toString())).findings()) {
      if (finding.family() == Family.PERSONAL_DATA) {
        assertThat(finding.grade()).isEqualTo(Grade.AMBER);
        found.add(finding.start() + " " + finding.rule().substring("personal-data.".length()) + " "
            + text.substring(finding.start(), finding.end()));
      }
    }
    assertThat(found).isEqualTo(expected);
  }
}
