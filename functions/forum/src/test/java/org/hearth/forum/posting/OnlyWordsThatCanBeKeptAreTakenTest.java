package org.hearth.forum.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hearth.forum.Refusals.invalid;
import static org.hearth.forum.Refusals.refused;

import org.hearth.forum.Community;
import org.hearth.forum.FieldError;
import org.hearth.forum.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnlyWordsThatCanBeKeptAreTakenTest {
  private final Community community = new Community();

  private Post says(String title, String text) {
    return community.start.by(community.caller(community.ada), community.open.id(), title, text, null).post();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "a\u0000b", "\u0007", "a\u001Bb", "\u007F", "\u0085", "\uD83D", "a\uDE00", "\uDE00\uD83D", "\uD83Dx",
    "\u202Eevil", "\u202A", "\u202B", "\u202D", "\u202C", "\u2066", "\u2067", "\u2068", "\u2069"})
  void whatCannotBeKeptIsRefusedWithItsPlace(String bad) {
    assertThat(invalid("text", () -> says("Title", "ok " + bad))).contains("position");
    assertThat(invalid("title", () -> says("ok " + bad, "Text"))).contains("position");
    var opening = community.published(community.open);
    invalid("text", () -> community.replies(community.ada, opening.threadId(), bad));
    invalid("text", () -> community.edits(opening, bad));
  }

  @ParameterizedTest
  @ValueSource(strings = {"two\nlines", "\ttab", "carriage\r\nreturn", "😀", "👩‍👩‍👧", "שלום", "مرحبا", "e\u0301", "<script>", "Zalgo\u0336\u0336", "\uFFFD"})
  void whatPeopleWriteIsKeptAsItWasTyped(String good) {
    assertThat(says("Title", good).text()).isEqualTo(good);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t ", "\u2003"})
  void nothingIsNotEnough(String empty) {
    invalid("text", () -> says("Title", empty));
    invalid("title", () -> says(empty, "Text"));
  }

  @Test
  void whatIsMissingIsNamedAllAtOnce() {
    var errors = refused(Refusal.Invalid.class, () -> says(null, null)).errors();
    assertThat(errors).extracting(FieldError::field).containsExactly("title", "text");
  }

  @Test
  void lengthsAreInCharactersAsPeopleCountThem() {
    assertThatCode(() -> says("😀".repeat(120), "😀".repeat(10_000))).doesNotThrowAnyException();
    assertThat(invalid("title", () -> says("😀".repeat(121), "Text"))).contains("121").contains("120");
    assertThat(invalid("text", () -> says("Title", "😀".repeat(10_001)))).contains("10001").contains("10000");
  }

  @Test
  void aTitleIsOneLine() {
    invalid("title", () -> says("two\nlines", "Text"));
    assertThat(says("  Spaces around  ", "Text").title()).isEqualTo("Spaces around");
  }
}
