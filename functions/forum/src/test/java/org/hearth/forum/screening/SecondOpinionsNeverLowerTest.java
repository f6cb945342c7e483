package org.hearth.forum.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecondOpinionsNeverLowerTest {
  private static final Submission INTENT = Submission.of("I'm going to kill myself tonight");
  private static final Submission CALM = Submission.of("The kettle is on, come and sit down");

  @ParameterizedTest
  @EnumSource(SafeguardingLevel.class)
  void nothingItSaysLowersALevel(SafeguardingLevel said) {
    assertThat(Screening.standard().with(text -> said).of(INTENT).level()).isEqualTo(SafeguardingLevel.IMMINENT);
  }

  @ParameterizedTest
  @EnumSource(SafeguardingLevel.class)
  void whatItSaysRaisesALevel(SafeguardingLevel said) {
    assertThat(Screening.standard().with(text -> said).of(CALM).level()).isEqualTo(said);
  }

  @Test
  void whenItFailsThePostIsHeld() {
    Verdict verdict = Screening.standard().with(text -> {
      throw new IllegalStateException("no connection");
    }).of(CALM);
    assertThat(verdict.checkFailed()).isTrue();
    assertThat(verdict.grade()).isEqualTo(Grade.AMBER);
  }

  @Test
  void nothingIsSaidWithoutOne() {
    assertThat(Screening.standard().with(text -> null).of(CALM)).isEqualTo(Screening.standard().of(CALM));
  }
}
