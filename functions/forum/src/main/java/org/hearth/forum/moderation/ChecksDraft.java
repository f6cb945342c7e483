package org.hearth.forum.moderation;

import java.util.ArrayList;
import java.util.List;
import org.hearth.forum.Refused;
import org.hearth.forum.posting.Wording;
import org.hearth.forum.screening.Tuning;

/**
 * How careful a group's checks should be, as somebody proposes it. Thresholds are percents; a lower one holds more posts.
 *
 * @param concerning null for the standard, as the other three
 * @param heldWords words or phrases that this group holds as well
 * @param allowedWords words or phrases that the checks for spam, abuse and personal data overlook here
 */
public record ChecksDraft(
    Integer concerning, Integer imminent, Integer spam, Integer abuse, List<String> heldWords, List<String> allowedWords) {
  private static final int MOST_WORDS = 100;
  private static final int LONGEST_WORD = 60;
  private static final int SHORTEST_WORD = 3;
  private static final int HIGHEST = 99;
  private static final int HIGHEST_SAFEGUARDING = (int) Math.round(Tuning.HIGHEST_SAFEGUARDING * 100);

  /** @throws Refused naming every field that can't be */
  Tuning tuning() {
    var wording = new Wording();
    percent(wording, "concerning", concerning, HIGHEST_SAFEGUARDING);
    percent(wording, "imminent", imminent, HIGHEST_SAFEGUARDING);
    percent(wording, "spam", spam, HIGHEST);
    percent(wording, "abuse", abuse, HIGHEST);
    var held = words(wording, "heldWords", heldWords);
    var allowed = words(wording, "allowedWords", allowedWords);
    wording.check();
    var standard = Tuning.standard();
    return new Tuning(
        fraction(concerning, standard.concerning()), fraction(imminent, standard.imminent()), fraction(spam, standard.spam()),
        fraction(abuse, standard.abuse()), held, allowed);
  }

  private static void percent(Wording wording, String field, Integer percent, int highest) {
    wording.because(percent != null && (percent < 1 || percent > highest), field, "Choose 1 to " + highest + ".");
  }

  private static double fraction(Integer percent, double standard) {
    return percent == null ? standard : percent / 100.0;
  }

  private static List<String> words(Wording wording, String field, List<String> given) {
    var words = new ArrayList<String>();
    for (var word : given) {
      var tidy = word.strip();
      wording.allow(field, tidy, LONGEST_WORD);
      wording.because(tidy.codePoints().filter(Character::isLetterOrDigit).count() < SHORTEST_WORD, field,
          "Each word or phrase needs " + SHORTEST_WORD + " letters or digits at least: shorter ones are in too many other words.");
      if (!words.contains(tidy)) {
        words.add(tidy);
      }
    }
    wording.because(words.size() > MOST_WORDS, field, MOST_WORDS + " words or phrases are the most.");
    return words;
  }
}
