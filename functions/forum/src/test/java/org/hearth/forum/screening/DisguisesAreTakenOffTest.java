package org.hearth.forum.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DisguisesAreTakenOffTest {
  static List<String> markedWords() {
    return Resources.lines("marked-words.txt").stream().filter(word -> word.length() >= 5 && read(word).equals(word)).toList();
  }

  private static String read(String text) {
    return Words.read(Folded.of(text), new Work()).chars().toString().strip();
  }

  @ParameterizedTest
  @MethodSource("markedWords")
  void ofEveryWordThatMatters(String word) {
    assertThat(read(word.toUpperCase(Locale.ROOT))).isEqualTo(word);
    assertThat(read(String.join(" ", word.split("")))).as("spaced").isEqualTo(word);
    assertThat(read(String.join(".", word.split("")))).as("dotted").isEqualTo(word);
    assertThat(read(String.join("\u200B", word.split("")))).as("with characters that are not seen").isEqualTo(word);
    assertThat(read(word.replace('e', '\u0435').replace('o', '\u043E'))).as("in Cyrillic letters").isEqualTo(word);
    assertThat(read(word.charAt(0) + "\u0301" + word.substring(1))).as("with an accent").isEqualTo(word);
    assertThat(read("x" + word + "x")).isNotEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      su1c1de                    | suicide
      $uicide                    | suicide
      sui****                    | sui * * * *
      f**king                    | fucking
      fu#king                    | fucking
      sooooo                     | so
      suuuuicide                 | suicide
      sucide                     | suicide
      suicidde                   | suicide
      suiicde                    | suicide
      i'm                        | i am
      I’ll                       | i will
      we'd                       | we would
      they're                    | they are
      you've                     | you have
      it's                       | it is
      mum's                      | mum
      don't                      | do not
      dont wanna                 | do not want to
      gonna                      | going to
      ending my life             | kill myself
      take my own life           | kill myself
      Take my OWN life, please   | kill myself , please
      see jo@example.org         | see emailaddr
      see https://a.example.com/ | see urllink
      ring 07700900123           | ring phonenum
      ring 116123                | ring helpnum
      txt 80082                  | text shortcode
      call 0906 123 4567         | call 0906 123 4567
      win £500                   | win moneysum
      samaritans.org             | helplink
      十一                       | 十 一
      ok 👍 then                 | ok 👍 then
      привет                     | привет
      Ещё                        | еще
      """)
  void inEveryWayThatPeopleWrite(String written, String expected) {
    assertThat(read(written)).isEqualTo(expected);
  }

  @Test
  void aScriptOfItsOwnStaysWhatItIsBesideEnglish() {
    assertThat(read("الانتحار please read this English sentence")).startsWith("الانتحار ");
    assertThat(read("привет please read this English sentence")).startsWith("привет ");
    assertThat(read("\u0455\u0435\u0445 please read this English sentence")).startsWith("sex ");
  }

  @Test
  void everyTokenKnowsWhereItCameFrom() {
    String text = "Hi, I'm  s u i c i d a l\u200B, ﬁne?";
    Canonical read = Words.read(Folded.of(text), new Work());
    for (Canonical.Token token : read.tokens()) {
      assertThat(read.chars().toString().substring(token.at(), token.to())).isEqualTo(token.word());
      assertThat(token.start()).isBetween(0, token.end() - 1);
      assertThat(read.tokenAt(token.at())).isEqualTo(read.tokens().indexOf(token));
    }
    assertThat(read.tokens()).anySatisfy(token -> {
      assertThat(token.word()).isEqualTo("suicidal");
      assertThat(text.substring(token.start(), token.end())).isEqualTo("s u i c i d a l");
    });
  }

  @Test
  void sentencesEndAtMarksLineEndsAndAfterEightyWords() {
    Canonical read = Words.read(Folded.of("One two. Three? Four\nFive! " + "word ".repeat(200)), new Work());
    assertThat(read.sentences()).extracting(read::sentence).startsWith(" one two . ", " three ? ", " four \n ", " five ! ");
    assertThat(read.sentences().get(1).question()).isTrue();
    assertThat(read.sentences().get(0).question()).isFalse();
    assertThat(read.sentences().subList(4, 7)).extracting(s -> s.last() - s.first()).containsExactly(80, 80, 40);
    assertThat(read.sentences()).hasSize(7);
  }

  @Test
  void readingCostsWork() {
    Work work = new Work();
    Words.read(Folded.of("one two three"), work);
    assertThat(work.spent()).isEqualTo(13 + 11);
  }
}
