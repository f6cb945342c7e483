package org.hearth.forum;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Makes ids that sort by their time and, within a millisecond, by when they were asked for. */
public final class TestIds implements Ids {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  // One for all, so that tests that share a table never meet.
  private static final AtomicLong COUNT = new AtomicLong(System.nanoTime() & 0xFFFFFFFFFFL);

  @Override
  public String at(Instant time) {
    return digits(time.toEpochMilli(), 10) + digits(COUNT.incrementAndGet(), 16);
  }

  /** An id of no particular time. */
  public static String any() {
    return new TestIds().at(Instant.parse("2026-11-23T12:00:00Z"));
  }

  private static String digits(long number, int length) {
    var digits = new StringBuilder();
    for (int place = length - 1; place >= 0; place--) {
      int shift = 5 * place;
      digits.append(DIGITS.charAt(shift > 60 ? 0 : (int) (number >>> shift & 31)));
    }
    return digits.toString();
  }
}
