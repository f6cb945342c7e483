package org.hearth.forum.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.hearth.forum.screening.LinearModel.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TheModelAnswersTheSameEverywhereTest {
  /** The sums were noted when the weights were learnt: other evidence would need other weights (bin/train), and other sums here. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      37f33e44 | hello
      e9633ce4 | I want to die, and NOBODY would miss me! I have been to the doctor 12 times. Would you go again?
      43a3f62f | You IDIOT!!!! Call me on 07700 900123 😀 😀 😀 win £500 now
      c00ff53c | ??
      9e156a2f | We lost our son to suicide in March. His brother and my mum are so tired. Are you awake, and do they know that you are?
      """)
  void evidenceIsTheSame(String sum, String text) {
    Evidence evidence = Evidence.of(Submission.of(text));
    CRC32 crc = new CRC32();
    for (int i = 0; i < evidence.size(); i++) {
      crc.update((evidence.bucket(i) + " " + Math.round(evidence.value(i) * 1000) + " " + evidence.token(i) + "\n").getBytes(StandardCharsets.US_ASCII));
      assertThat(evidence.bucket(i)).isBetween(0, Evidence.BUCKETS - 1);
    }
    assertThat(Long.toHexString(crc.getValue())).isEqualTo(sum);
  }

  @Test
  void sentencesAreEvidenceByThemselves() {
    List<Evidence> sentences = Evidence.ofSentences(Submission.of("The kettle is on. I want to die. Ok."));
    assertThat(sentences).hasSize(3);
    assertThat(sentences.get(0).hasSafeguardingRule()).isTrue();
    assertThat(Evidence.ofSentences(Submission.of("The kettle is on."))).isEmpty();
    assertThat(Evidence.of(Submission.of("The kettle is on.")).hasSafeguardingRule()).isFalse();
    assertThat(sentences.get(0).size()).isLessThan(Evidence.of(Submission.of("The kettle is on. I want to die. Ok.")).size());
  }

  @Test
  void aModelIsReadAsItWasWritten() {
    Evidence evidence = Evidence.of(Submission.of("hello"));
    float[][] exact = new float[Question.values().length][Evidence.BUCKETS];
    exact[0][evidence.bucket(0)] = 2;
    exact[0][0] = -1;
    exact[0][1] = 0.01f;
    exact[0][Evidence.BUCKETS - 1] = 1;
    float[] biases = {-1, 0, 0, 0, 3};
    LinearModel model = LinearModel.of(exact, biases);
    LinearModel read = LinearModel.read(model.bytes());

    assertThat(read.bytes()).isEqualTo(model.bytes());
    double logit = -1 + 2 * evidence.value(0);
    assertThat(read.logit(Question.AT_RISK, evidence)).isEqualTo(logit, within(1e-5));
    assertThat(read.share(Question.AT_RISK, evidence, 0)).isEqualTo(2 * evidence.value(0), within(1e-5));
    assertThat(read.probability(Question.AT_RISK, evidence)).isEqualTo(1 / (1 + Math.exp(-logit)), within(1e-5));
    assertThat(read.logit(Question.ABUSE, evidence)).isEqualTo(3);
  }

  @Test
  void whatIsNoModelIsRefused() {
    byte[] bytes = LinearModel.of(new float[5][Evidence.BUCKETS], new float[5]).bytes();
    assertThatThrownBy(() -> LinearModel.read(new byte[8])).hasMessageContaining("not a weights file");
    assertThatThrownBy(() -> LinearModel.read(Arrays.copyOf(bytes, bytes.length - 3))).hasMessageContaining("cut short");
  }

  @Test
  void aRuleAddsToTheScoreAndAPartOfALongPostIsEnough() {
    Scores plain = Scoring.of(new Prepared(Submission.of("The kettle is on, come and sit down")));
    assertThat(plain.safeguarding()).isLessThan(0.1);
    String die = "I want to die and I am going to kill myself tonight. ";
    Scores told = Scoring.of(new Prepared(Submission.of(die)));
    assertThat(told.safeguarding()).isGreaterThan(0.95);
    assertThat(told.imminent()).isGreaterThan(0.6);
    Scores among = Scoring.of(new Prepared(Submission.of("The kettle is on, come and sit down by the window. ".repeat(15) + die)));
    assertThat(among.safeguarding()).isGreaterThan(0.9);
    assertThat(Scoring.of(new Prepared(Submission.of("")))).isEqualTo(Scores.NONE);
    assertThat(Scoring.of(new Prepared(Submission.of("subscribe to my channel"))).spam()).isGreaterThan(0.8);
    assertThat(Scoring.of(new Prepared(Submission.of("you are a pathetic idiot"))).abuse()).isGreaterThan(0.8);
    assertThat(Scoring.probability(0)).isEqualTo(0.5);
    assertThat(Scoring.probability(2)).isEqualTo(0.880797, within(1e-6));
  }

  @Test
  void theReasonNamesTheWeightiestWords() {
    Prepared post = new Prepared(Submission.of("Hello there, suicide"));
    Finding finding = Wording.finding(post, Family.SAFEGUARDING, Question.AT_RISK, "safeguarding.wording", Grade.RED, "people at risk");
    assertThat(finding.reason()).startsWith("The wording is like that of people at risk: “suicide”").endsWith(".");
    assertThat(post.text().substring(finding.start(), finding.end())).isEqualTo("suicide");
    assertThat(Wording.finding(new Prepared(Submission.of(" ")), Family.SPAM, Question.SPAM, "spam.wording", Grade.AMBER, "spam"))
        .isEqualTo(new Finding(Family.SPAM, "spam.wording", Grade.AMBER, 0, 1, "The wording is like that of spam."));
  }
}
