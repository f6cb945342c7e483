package org.hearth.forum;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Decides again on fresh state when somebody else wrote first. */
public final class Attempts {
  private static final int MOST = 12;
  private static final long LONGEST_PAUSE_MILLIS = 200;

  private Attempts() {}

  /**
   * @param decideAndCommit reads, decides and commits; it is run again from its beginning after each {@link Conflict}
   * @throws Refused as {@link Refusal.Unavailable} when twelve attempts in a row met a conflict
   */
  public static <T> T of(Supplier<T> decideAndCommit) {
    for (int attempt = 1; attempt <= MOST; attempt++) {
      try {
        return decideAndCommit.get();
      } catch (Conflict conflict) {
        pause(attempt);
      }
    }
    throw new Refused(new Refusal.Unavailable());
  }

  // Full jitter: two writers that collided once should not meet again.
  private static void pause(int attempt) {
    long longest = Math.min(LONGEST_PAUSE_MILLIS, 4L << attempt);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(longest + 1));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Refused(new Refusal.Unavailable());
    }
  }
}
