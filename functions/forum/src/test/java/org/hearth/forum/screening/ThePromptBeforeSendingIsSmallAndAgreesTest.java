package org.hearth.forum.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The page that offers help before a post is sent has its own short list, for the rules are too many to send to a browser. It must
 * stay small, be nearly always right by the rules, and know the plainest wordings that they know.
 */
class ThePromptBeforeSendingIsSmallAndAgreesTest {
  private static final Path SCRIPT = Path.of("../../static-site/public/js/crisis.js");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Pattern phrases;

  @BeforeEach
  void read() throws IOException {
    String script = Files.readString(SCRIPT);
    int from = script.indexOf('`') + 1;
    phrases = Pattern.compile("\\b(?:" + script.substring(from, script.indexOf('`', from)).strip().replace('\n', '|') + ")\\b");
  }

  private boolean offersHelp(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return phrases.matcher(NO_WORD.matcher(folded).replaceAll(" ")).find();
  }

  private static SafeguardingLevel level(String text) {
    return Screening.standard().of(Submission.of(text)).level();
  }

  @Test
  void itIsAtMostTenKilobytes() throws IOException {
    assertThat(Files.size(SCRIPT)).isLessThanOrEqualTo(10_240);
  }

  @Test
  void whatItOffersHelpForTheScreeningSeesToo() {
    List<String> offered = RulesFindWhatTheyNameTest.posts().stream().map(line -> line.substring(line.lastIndexOf(" | ") + 3))
        .filter(this::offersHelp).toList();
    assertThat(offered).hasSizeGreaterThan(20);
    long seen = offered.stream().filter(text -> level(text) != SafeguardingLevel.NONE).count();
    assertThat((double) seen / offered.size()).isGreaterThan(0.8);
  }

  @Test
  void thePlainestWordingsAreKnownToBoth() {
    for (String text : List.of("I want to die", "I'm going to kill myself tonight", "I want to end my life", "i wanna die",
        "I don't want to live", "I’m suicidal", "I keep cutting myself", "I took an overdose",
        "everyone would be better off without me", "I can't go on")) {
      assertThat(offersHelp(text)).as(text).isTrue();
      assertThat(level(text)).as(text).isGreaterThanOrEqualTo(SafeguardingLevel.CONCERNING);
    }
    for (String text : List.of("The kettle is on", "I could murder a cup of tea", "My train was late")) {
      assertThat(offersHelp(text)).as(text).isFalse();
    }
  }
}
