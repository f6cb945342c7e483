package org.hearth.forum;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
public final class MovableClock implements InstantSource {
  private volatile Instant now = Samples.NOON;

  @Override
  public Instant instant() {
    return now;
  }

  public void forward(Duration by) {
    now = now.plus(by);
  }

  public void setTo(Instant time) {
    now = time;
  }
}
