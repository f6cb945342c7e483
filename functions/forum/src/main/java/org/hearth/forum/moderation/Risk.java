package org.hearth.forum.moderation;

import java.time.Duration;
import org.hearth.forum.screening.Grade;

/** How soon a person must look, the most urgent first. */
public enum Risk {
  CRISIS(Duration.ofMinutes(15)),
  RED(Duration.ofHours(1)),
  AMBER(Duration.ofHours(8)),
  GREEN(Duration.ofHours(24));

  private final Duration target;

  Risk(Duration target) {
    this.target = target;
  }

  /** Within which time somebody should have decided. */
  public Duration target() {
    return target;
  }

  /** Within which time somebody should have opened it: a third of the time to decide. */
  public Duration seenTarget() {
    return target.dividedBy(3);
  }

  /** Within which time the lead should know, where somebody may be in danger; null where they need not. */
  public Duration leadTarget() {
    return isMoreUrgentThan(AMBER) ? target.dividedBy(3) : null;
  }

  /** How often people are told again until somebody has opened it; null where once is enough. */
  public Duration toldAgainAfter() {
    return isMoreUrgentThan(AMBER) ? target.dividedBy(3) : null;
  }

  /** Which part of the queue it stands in, from 0: amber shares the reds'. */
  public int band() {
    return switch (this) {
      case CRISIS -> 0;
      case RED, AMBER -> 1;
      case GREEN -> 2;
    };
  }

  /** How far behind others of its band it begins. */
  Duration headStart() {
    return this == AMBER ? target : Duration.ZERO;
  }

  public static Risk of(Grade grade) {
    return switch (grade) {
      case CRISIS -> CRISIS;
      case RED -> RED;
      case AMBER -> AMBER;
      case GREEN -> GREEN;
    };
  }

  public boolean isMoreUrgentThan(Risk other) {
    return ordinal() < other.ordinal();
  }

  public Risk orMoreUrgent(Risk other) {
    return other.isMoreUrgentThan(this) ? other : this;
  }
}
