package org.hearth.forum.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighestRiskDecidesTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      CRISIS | IMMINENT     | i'm going to kill myself tonight
      RED    | CONCERNING   | Some days I just want to die
      GREEN  | LOW_HISTORIC | We lost our son to suicide in March
      AMBER  | NONE         | write to me at jo@example.org
      RED    | NONE         | you pathetic moron, I will find you and hurt you
      AMBER  | NONE         | subscribe to my channel
      GREEN  | NONE         | The kettle is on, come and sit down
      """)
  void gradesByWhatIsSaid(Grade grade, SafeguardingLevel level, String text) {
    Verdict verdict = Screening.standard().of(Submission.of(text));
    assertThat(verdict.grade()).isEqualTo(grade);
    assertThat(verdict.level()).isEqualTo(level);
    assertThat(verdict.checkFailed()).isFalse();
  }

  @Test
  void spamDoesNotHideRisk() {
    Verdict verdict = Screening.standard().of(Submission.of("I want to die. Please subscribe to my channel and click here to win money. jo@example.org"));
    assertThat(verdict.grade()).isEqualTo(Grade.RED);
    assertThat(verdict.findings()).extracting(Finding::family)
        .contains(Family.SAFEGUARDING, Family.SPAM, Family.PERSONAL_DATA);
  }

  @Test
  void spansAreOfTheSubmittedText() {
    String text = "😀 Hello. I WANT\u200B to d\u0456e, really";
    Finding finding = Screening.standard().of(Submission.of(text)).findings().getFirst();
    assertThat(text.substring(finding.start(), finding.end())).isEqualTo("I WANT\u200B to d\u0456e");
  }
}
