package org.hearth.lambda;

import java.time.Instant;
import java.time.InstantSource;

/** The clock that the functions find on the tests' class path: the system's, until a test says what time it is. */
public final class TestClock implements InstantSource {
  private static volatile Instant said;

  static void says(Instant time) {
    said = time;
  }

  static void runsAgain() {
    said = null;
  }

  @Override
  public Instant instant() {
    return said == null ? InstantSource.system().instant() : said;
  }
}
