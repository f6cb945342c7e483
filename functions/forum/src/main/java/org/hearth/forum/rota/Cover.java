package org.hearth.forum.rota;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether somebody is there to look after people. */
public sealed interface Cover {
  /** Nobody has planned a rota, or it was set aside: posts go out as their checks say. */
  record NoRota() implements Cover {}

  /** @param onDuty those whose shift it is and who have been at work of late */
  record Staffed(List<Shift> onDuty) implements Cover {}

  /** @param next when the next shift begins; empty when none is planned */
  record NobodyOnDuty(Optional<Instant> next) implements Cover {}

  /** Somebody has promised to be there and does not show. */
  record NobodyActive(List<Shift> onDuty, Optional<Instant> next) implements Cover {}

  /** Whether every post waits for a person. */
  default boolean holds() {
    return switch (this) {
      case NoRota none -> false;
      case Staffed staffed -> false;
      case NobodyOnDuty nobody -> true;
      case NobodyActive nobody -> true;
    };
  }

  /** When the next shift begins, while nobody is there. */
  default Optional<Instant> nextShift() {
    return switch (this) {
      case NoRota none -> Optional.empty();
      case Staffed staffed -> Optional.empty();
      case NobodyOnDuty nobody -> nobody.next();
      case NobodyActive nobody -> nobody.next();
    };
  }

  /** In a moderator's words, why a post waits that nothing was found in. */
  default String reason() {
    return switch (this) {
      case NobodyOnDuty nobody -> "Nobody is on duty, so every post waits";
      case NobodyActive nobody -> "Nobody on duty has been active of late, so every post waits";
      case NoRota none -> throw new IllegalStateException("Nothing is held for want of cover");
      case Staffed staffed -> throw new IllegalStateException("Nothing is held for want of cover");
    };
  }
}
