package org.hearth.forum.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NobodyAtRiskIsBuriedUnderAnotherHoldTest {
  private static final List<String> HELD = List.of("Subscribe to my channel and win £500 now: http://free-prizes.example.com",
      "You are all pathetic idiots, shut up.", "Write to me at jo@example.org or ring 07700 900123.",
      "I will find you and hurt you, you worthless moron.", "Cheap loans, no credit check, text WIN to 80082 now!!!");

  static List<String> atRisk() {
    List<String> posts = new ArrayList<>();
    for (String line : Resources.lines("rules.txt")) {
      if (line.contains("=CONCERNING@") || line.contains("=IMMINENT@")) {
        String post = line.substring(line.lastIndexOf(" | ") + 3).replace("\\n", "\n");
        if (Screening.standard().of(Submission.of(post)).level().compareTo(SafeguardingLevel.CONCERNING) >= 0) {
          posts.add(post);
        }
      }
    }
    return posts;
  }

  @ParameterizedTest
  @MethodSource("atRisk")
  void whateverElseThePostSays(String post) {
    for (String held : HELD) {
      assertSeen(post + "\n\n" + held);
      assertSeen(held + " " + post);
    }
  }

  /** No rule knows these; the model isn't sure by itself, and a hold for something else must not end the matter. */
  @ParameterizedTest
  @ValueSource(strings = {"I can't see a way through this. I've had enough of everything", "Nobody would miss me, not really",
      "I'm so tired of all of it and I don't want to be a burden"})
  void norWhoSaysItQuietly(String post) {
    assertSeen(post + ". My number is 07700 900123.");
  }

  @ParameterizedTest
  @MethodSource("atRisk")
  void norByAGroupsOwnSettings(String post) {
    Tuning lax = new Tuning(Tuning.standard().concerning(), Tuning.standard().imminent(), 0.01, 0.01, List.of("the", "i"),
        List.of("die", "myself"));
    Verdict verdict = Screening.standard().of(new Submission(post + " jo@example.org", Submission.Author.UNKNOWN, lax));
    assertThat(verdict.level()).isGreaterThanOrEqualTo(SafeguardingLevel.CONCERNING);
  }

  private static void assertSeen(String text) {
    Verdict verdict = Screening.standard().of(Submission.of(text));
    assertThat(verdict.grade()).as(text).isGreaterThanOrEqualTo(Grade.RED);
    assertThat(verdict.level()).as(text).isGreaterThanOrEqualTo(SafeguardingLevel.CONCERNING);
  }
}
