package org.hearth.forum.members;

import java.time.Duration;
import java.time.Instant;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;

/**
 * How often something was done in an hour.
 *
 * @param start when the hour began
 * @param count how often since
 */
public record Window(Instant start, int count) {
  public static final Window EMPTY = new Window(Instant.EPOCH, 0);
  private static final Duration LENGTH = Duration.ofHours(1);

  /** What it is at that time: an hour that is over counts nothing. */
  public Window at(Instant now) {
    return now.isBefore(start.plus(LENGTH)) ? this : EMPTY;
  }

  /**
   * @param most how often an hour may hold
   * @return the window with one more in it
   * @throws Refused as {@link Refusal.TooMany}, with the time until the hour is over
   */
  public Window oneMore(Instant now, int most) {
    var end = start.plus(LENGTH);
    if (!now.isBefore(end)) {
      return new Window(now, 1);
    }
    if (count >= most) {
      throw new Refused(new Refusal.TooMany(Duration.between(now, end)));
    }
    return new Window(start, count + 1);
  }
}
