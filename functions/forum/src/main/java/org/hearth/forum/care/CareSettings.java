package org.hearth.forum.care;

import java.time.Duration;
import org.hearth.forum.Stored;

/**
 * How much that is hard to read is enough for one person and shift.
 *
 * @param budget how many cases of somebody in danger, or as serious, one person opens whole in a shift
 * @param rest how long they then take no case
 */
public record CareSettings(int budget, Duration rest, long revision) implements Stored {
  /** No study names a number. Ten is what a quiet forum hardly ever reaches, so whoever does has had an unusual day. */
  public static final CareSettings USUAL = new CareSettings(10, Duration.ofMinutes(30), 0);

  CareSettings set(int newBudget, Duration newRest) {
    return new CareSettings(newBudget, newRest, revision + 1);
  }
}
