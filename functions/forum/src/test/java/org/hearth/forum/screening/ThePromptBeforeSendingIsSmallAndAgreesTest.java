package org.hearth.forum.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The page that offers help before a post is sent has its own short list, for the rules are too many to send to a browser. It must
 * stay small, be nearly always right by the rules, and know the plainest wordings that they know.
 */
class ThePromptBeforeSendingIsSmallAndAgreesTest {
  private static final Path SCRIPT = Path.of("../../static-site/public/js/crisis.js");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Pattern GROUP = Pattern.compile("\\(([^()]*)\\)(\\??)");

  private List<String> lines;
  private Pattern phrases;

  @BeforeEach
  void read() throws IOException {
    String script = Files.readString(SCRIPT);
    int from = script.indexOf('`') + 1;
    lines = script.substring(from, script.indexOf('`', from)).strip().lines().toList();
    phrases = Pattern.compile("\\b(?:" + String.join("|", lines) + ")\\b");
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

  /** Each wording by itself, spelled out; some say less alone than in a post ("I can't go on"), so not all need be seen. */
  @Test
  void nearlyAllItsWordingsAreARiskToTheScreening() {
    List<String> wordings = lines.stream()
        .flatMap(ThePromptBeforeSendingIsSmallAndAgreesTest::spelledOut).distinct().toList();
    assertThat(wordings).hasSizeGreaterThan(200).allMatch(this::offersHelp);

    long seen = wordings.stream().filter(wording -> level(wording).compareTo(SafeguardingLevel.CONCERNING) >= 0
        || level("I " + wording).compareTo(SafeguardingLevel.CONCERNING) >= 0).count();
    assertThat((double) seen / wordings.size()).isGreaterThan(0.9);
  }

  /** What the expression matches: alternatives, groups without groups in them, and what may be left out. */
  private static Stream<String> spelledOut(String expression) {
    Matcher group = GROUP.matcher(expression);
    if (group.find()) {
      String parts = group.group(1) + (group.group(2).isEmpty() ? "" : "|");
      return Stream.of(parts.split("\\|", -1))
          .flatMap(part -> spelledOut(expression.substring(0, group.start()) + part + expression.substring(group.end())));
    }
    return Stream.of(expression.split("\\|")).flatMap(one -> Stream.of(one.replace("?", ""), one.replaceAll(".\\?", "")))
        .map(one -> one.strip().replaceAll(" +", " "));
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
