package org.hearth.forum.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnyTextIsGradedTest {
  private final Screening screening = Screening.standard();

  @Property(tries = 300)
  void anyStringIsGradedWithValidSpansAndTheSameAgain(@ForAll("texts") String text) {
    Verdict verdict = screening.of(Submission.of(text));

    assertThat(verdict.checkFailed()).isFalse();
    assertThat(verdict.findings()).allSatisfy(f -> {
      assertThat(f.start()).isBetween(0, f.end() - 1);
      assertThat(f.end()).isLessThanOrEqualTo(text.length());
      assertThat(f.reason()).isNotBlank();
    });
    assertThat(screening.of(Submission.of(text))).isEqualTo(verdict);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> wild = Arbitraries.strings().all().ofMaxLength(120);
    Arbitrary<String> telling = Arbitraries.of("kill myself", "tonight", "i", "goodbye", "you", "idiot", "http://", "jo@example.org", "07700 900123",
        "\uD800", "\u200B", "k!ll", "s u i c i d e", "don't", "12 Mill Road", "😀", ".", "\n", "'", "My name is", "Ewan Fennimore", "want to die", "£500", "free")
        .list().ofMaxSize(25).map(words -> String.join(" ", words));
    return Arbitraries.oneOf(wild, telling);
  }

  static List<String> hardTexts() {
    return List.of("", " ", "\n\n", "a".repeat(20_000), "😀".repeat(5_000), "https://example.org/a ".repeat(900), "п".repeat(3_000) + "x".repeat(3_000),
        "\uDC00\uD800".repeat(2_000), "a.".repeat(10_000), "i ".repeat(9_000), "<".repeat(20_000), "@".repeat(20_000), "0".repeat(20_000), "A B".repeat(6_000),
        "kill myself ".repeat(1_500), "you idiot ".repeat(2_000), "1 Mill Road ".repeat(1_500), "Ann Lee ".repeat(2_000));
  }

  @ParameterizedTest
  @MethodSource("hardTexts")
  void hardTextsAreGradedWithinTheirWork(String text) {
    Verdict verdict = screening.of(Submission.of(text));

    assertThat(verdict.checkFailed()).isFalse();
    assertThat(verdict.findings()).allSatisfy(f -> assertThat(f.end()).isBetween(f.start(), text.length()));
  }
}
