package org.hearth.forum.members;

import java.time.Instant;

/**
 * Whether a member may take part.
 *
 * @param until when it ends by itself; null when it does not
 */
public record Standing(State state, Instant until) {

  /** MUTED may read but not write; SUSPENDED and BANNED may only see their own account, export it and appeal. */
  public enum State {
    ACTIVE,
    MUTED,
    SUSPENDED,
    BANNED
  }

  public static final Standing GOOD = new Standing(State.ACTIVE, null);

  /** What it is at that time: one that has come to its end is over. */
  public Standing at(Instant now) {
    return until != null && !now.isBefore(until) ? GOOD : this;
  }

  public boolean mayWrite() {
    return state == State.ACTIVE;
  }

  public boolean mayRead() {
    return state == State.ACTIVE || state == State.MUTED;
  }
}
