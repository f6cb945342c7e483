package org.hearth.forum.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupsTuneTheScreeningTest {
  private static final Tuning STANDARD = Tuning.standard();

  private static Tuning words(List<String> held, List<String> allowed) {
    return new Tuning(STANDARD.concerning(), STANDARD.imminent(), STANDARD.spam(), STANDARD.abuse(), held, allowed);
  }

  private static Verdict verdict(String text, Tuning tuning) {
    return Screening.standard().of(new Submission(text, Submission.Author.UNKNOWN, tuning));
  }

  @Test
  void aHeldWordIsHeldInAnySpelling() {
    assertThat(verdict("The zoomble is on, come and sit down", words(List.of("zoomble"), List.of())).findings()).extracting(Finding::rule)
        .contains("abuse.group-word");
    assertThat(verdict("The kettle is on, come and sit down", words(List.of("zoomble"), List.of())).grade()).isEqualTo(Grade.GREEN);
    assertThat(verdict("They sell ZOOMBLE, and cheap", words(List.of("Zoomble"), List.of())).grade()).isEqualTo(Grade.AMBER);
  }

  @Test
  void anAllowedWordIsOverlookedButNeverInSafeguarding() {
    assertThat(verdict("write to jo@example.org", words(List.of(), List.of("jo@example.org"))).findings())
        .noneMatch(f -> f.family() == Family.PERSONAL_DATA);
    assertThat(verdict("I want to die", words(List.of(), List.of("want to die", "die"))).level())
        .isGreaterThanOrEqualTo(SafeguardingLevel.CONCERNING);
  }

  @Test
  void noGroupCanTurnSafeguardingOff() {
    assertThatThrownBy(() -> new Tuning(0.95, 0.5, 0.5, 0.5, List.of(), List.of())).hasMessageContaining("concerning");
    assertThatThrownBy(() -> new Tuning(0.5, 0, 0.5, 0.5, List.of(), List.of())).hasMessageContaining("imminent");
    assertThatThrownBy(() -> new Tuning(0.5, 0.5, Double.NaN, 0.5, List.of(), List.of())).hasMessageContaining("spam");
  }

  @Test
  void aPreviewSaysWhatAChangeWouldChange() {
    List<Submission> posts = List.of(Submission.of("The kettle is on"), Submission.of("The zoomble is on, come and sit down"));
    Preview.Outcome outcome = new Preview(Screening.standard()).of(posts, words(List.of("zoomble"), List.of()));
    assertThat(outcome.posts()).isEqualTo(2);
    assertThat(outcome.held()).isEqualTo(1);
    assertThat(outcome.released()).isZero();
    assertThat(outcome.differences()).extracting(Preview.Difference::index).containsExactly(1);
    assertThat(new Preview(Screening.standard()).of(posts, STANDARD).differences()).isEmpty();
  }

  @Test
  void aNewcomersLinkAndARepeatAreHeld() {
    String text = "Here is the recipe for the soup that we spoke of at the meeting, enjoy: https://soup.example.org/leek";
    assertThat(Screening.standard().of(new Submission(text, new Submission.Author(true, List.of()), STANDARD)).findings())
        .extracting(Finding::rule).contains("spam.newcomer-link");
    assertThat(Screening.standard().of(new Submission(text, new Submission.Author(false, List.of("Hello", text + " !")), STANDARD)).findings())
        .extracting(Finding::rule).contains("spam.repeat");
    assertThat(Screening.standard().of(new Submission("thank you so much", new Submission.Author(false, List.of("thank you so much")), STANDARD))
        .findings()).isEmpty();
  }
}
