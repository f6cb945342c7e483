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
