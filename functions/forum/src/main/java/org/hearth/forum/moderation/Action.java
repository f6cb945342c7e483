package org.hearth.forum.moderation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a moderator can decide. */
public enum Action {
  APPROVE,
  REDACT,
  HIDE,
  REMOVE,
  RESTORE,
  WARN,
  MUTE,
  SUSPEND,
  BAN,
  ESCALATE,
  CLOSE;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Action> of(String id) {
    return Arrays.stream(values()).filter(action -> action.id().equals(id)).findFirst();
  }

  /** Whether it is about the person rather than the post. */
  public boolean sanctions() {
    return this == WARN || this == MUTE || this == SUSPEND || this == BAN;
  }

  /** Whether it has, or may have, an end. */
  public boolean takesUntil() {
    return this == MUTE || this == SUSPEND;
  }

  /** Whether it took something away or passed it on, rather than leave or put things as they were. */
  public boolean changesSomething() {
    return switch (this) {
      case REDACT, HIDE, REMOVE, WARN, MUTE, SUSPEND, BAN, ESCALATE -> true;
      case APPROVE, RESTORE, CLOSE -> false;
    };
  }

  /** Whether the person concerned can ask another moderator to look again. */
  public boolean appealable() {
    return sanctions() || this == REDACT || this == HIDE || this == REMOVE;
  }
}
