package org.hearth.forum.screening;

import java.util.List;

/**
 * A group's settings, as data: the one place where the thresholds are. All thresholds are probabilities, compared with the
 * scores of {@link Scores}; a lower one holds more posts. The safeguarding ones can't be raised above {@link
 * #HIGHEST_SAFEGUARDING}: no group can turn safeguarding off.
 *
 * @param concerning at or above this a post is {@link SafeguardingLevel#CONCERNING}
 * @param imminent at or above this a post that is concerning is {@link SafeguardingLevel#IMMINENT}
 * @param spam at or above this a post is held as spam
 * @param abuse at or above this a post is held as abuse
 * @param heldWords words or phrases that this group also holds, whatever their case and spelling tricks
 * @param allowedWords words or phrases that spam, abuse and personal-data findings overlook here; safeguarding never does
 */
public record Tuning(double concerning, double imminent, double spam, double abuse, List<String> heldWords,
    List<String> allowedWords) {
  /** The laxest safeguarding threshold that a group may choose. */
  public static final double HIGHEST_SAFEGUARDING = 0.9;

  private static final Tuning STANDARD = new Tuning(0.25, 0.3, 0.3, 0.38, List.of(), List.of());

  public Tuning {
    check("concerning", concerning, HIGHEST_SAFEGUARDING);
    check("imminent", imminent, HIGHEST_SAFEGUARDING);
    check("spam", spam, 1);
    check("abuse", abuse, 1);
    heldWords = List.copyOf(heldWords);
    allowedWords = List.copyOf(allowedWords);
  }

  /** The settings of a group that changed nothing. */
  public static Tuning standard() {
    return STANDARD;
  }

  private static void check(String name, double value, double highest) {
    if (!(value > 0 && value <= highest)) {
      throw new IllegalArgumentException("The threshold " + name + " must be above 0 and at most " + highest + ", not " + value);
    }
  }
}
