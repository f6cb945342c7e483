package org.hearth.forum.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailedChecksAreHeldTest {
  @Test
  void aCheckThatThrowsHoldsThePostAndTheOthersStillRun() {
    Finding seen = new Finding(Family.SPAM, "spam.seen", Grade.AMBER, 0, 2, "Seen.");
    Verdict verdict = new Screening(List.of(check("broken", post -> {
      throw new IllegalStateException("broken");
    }), check("sound", post -> List.of(seen)))).of(Submission.of("hello"));

    assertThat(verdict.checkFailed()).isTrue();
    assertThat(verdict.grade()).isEqualTo(Grade.AMBER);
    assertThat(verdict.findings()).extracting(Finding::rule).containsExactly("spam.seen", "check-failed.broken");
  }

  @Test
  void aCheckThatOverrunsItsWorkHoldsThePost() {
    Verdict verdict = new Screening(List.of(check("endless", post -> {
      while (true) {
        post.work().spend(1_000_000);
      }
    }))).of(Submission.of("hello"));

    assertThat(verdict.findings()).extracting(Finding::rule).contains("check-failed.endless");
  }

  @Test
  void aTextThatIsTooLongIsHeldAndItsBeginningIsStillRead() {
    Verdict verdict = Screening.standard().of(Submission.of("I want to die. " + "The kettle is on. ".repeat(4_000)));

    assertThat(verdict.checkFailed()).isTrue();
    assertThat(verdict.level()).isGreaterThanOrEqualTo(SafeguardingLevel.CONCERNING);
  }

  private interface Looking {
    List<Finding> at(Prepared post);
  }

  private static Check check(String id, Looking looking) {
    return new Check() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public List<Finding> findings(Prepared post) {
        return looking.at(post);
      }
    };
  }
}
