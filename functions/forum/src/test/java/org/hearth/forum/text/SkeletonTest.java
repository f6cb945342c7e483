package org.hearth.forum.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonTest {
  @ParameterizedTest
  @CsvSource({
    "paypal, pаypаl",
    "Scope, ѕсоре",
    "Hearth, Неarth",
    "Nina, Νina",
    "Tobias, ТОВІАЅ",
    "lisa, IISA",
    "lisa, 1isa",
    "modern, rnodern",
    "Ｗｉｄｅ, wide",
    "𝓯𝓪𝓷𝓬𝔂, fancy",
    "zero, zer0",
    "Straße, STRASSE",
    "café, cafe\u0301",
    "ember, em\u200Bber",
  })
  void looksTheSame(String name, String spoof) {
    assertThat(Skeleton.of(spoof)).isEqualTo(Skeleton.of(name));
  }

  @ParameterizedTest
  @CsvSource({"ember, amber", "café, cafe", "lisa, lisbet"})
  void looksDifferent(String name, String other) {
    assertThat(Skeleton.of(other)).isNotEqualTo(Skeleton.of(name));
  }

  @Test
  void readsAnyString() {
    assertThat(Skeleton.of("\uD800x\uDC00")).isNotEmpty();
    assertThat(Skeleton.of("")).isEmpty();
  }
}
