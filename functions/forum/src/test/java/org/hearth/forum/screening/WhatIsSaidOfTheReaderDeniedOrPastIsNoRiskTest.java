package org.hearth.forum.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same words count by whom they are said of, when, and whether they are denied. */
class WhatIsSaidOfTheReaderDeniedOrPastIsNoRiskTest {
  private static SafeguardingLevel byRules(String text) {
    Prepared post = new Prepared(Submission.of(text));
    return post.hits("safeguarding").stream().map(hit -> Context.level(post, hit)).reduce(SafeguardingLevel.NONE,
        SafeguardingLevel::max);
  }

  @ParameterizedTest
  @ValueSource(strings = {"I want to die", "I think that I want to die", "You know that I want to die",
      "People say it passes but I want to die", "My son says that he wants to die"})
  void whatIsSaidOfTheWriterOrAThirdPersonIsARisk(String text) {
    assertThat(byRules(text)).isEqualTo(SafeguardingLevel.CONCERNING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"I hear that you want to die", "Why do you want to end it?", "Your life is pointless, he said",
      "I doubt that you have no reason to live", "People want to die of boredom here"})
  void whatIsSaidOfTheReaderIsNone(String text) {
    assertThat(byRules(text)).isEqualTo(SafeguardingLevel.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"I do not really want to die", "I am not going to hurt myself", "I no longer want to die",
      "I never really wanted to kill myself"})
  void whatIsDeniedIsAtMostANote(String text) {
    assertThat(byRules(text)).isLessThanOrEqualTo(SafeguardingLevel.LOW_HISTORIC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"I can not stop cutting", "I can not stop hurting myself",
      "I can not go an hour without thinking about suicide"})
  void aNoThatBelongsToSomethingElseDeniesNothing(String text) {
    assertThat(byRules(text)).isGreaterThanOrEqualTo(SafeguardingLevel.CONCERNING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"I was suicidal for most of my twenties", "Before treatment I wanted to die every day",
      "I tried to kill myself in college"})
  void whatIsPastIsANote(String text) {
    assertThat(byRules(text)).isEqualTo(SafeguardingLevel.LOW_HISTORIC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"I used to want to die and I want to die again today", "I was suicidal then and I am suicidal again"})
  void whatIsBackIsARisk(String text) {
    assertThat(byRules(text)).isGreaterThanOrEqualTo(SafeguardingLevel.CONCERNING);
  }
}
