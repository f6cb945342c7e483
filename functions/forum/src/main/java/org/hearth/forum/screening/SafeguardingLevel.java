package org.hearth.forum.screening;

/** How much risk to somebody's life or safety a post speaks of, least first. */
public enum SafeguardingLevel {
  /** No risk is spoken of. */
  NONE,
  /** A past crisis, a loss, or recovery: a note for moderators, nothing is held. */
  LOW_HISTORIC,
  /** Current thoughts of suicide, self-harm, or another person at risk: a person looks within the hour. */
  CONCERNING,
  /** Intent, a plan, means, a goodbye, or an attempt: a person is paged now. */
  IMMINENT;

  /** The grade that a post of this level has at least. */
  public Grade grade() {
    return switch (this) {
      case NONE, LOW_HISTORIC -> Grade.GREEN;
      case CONCERNING -> Grade.RED;
      case IMMINENT -> Grade.CRISIS;
    };
  }

  /** The higher of the two. */
  public SafeguardingLevel max(SafeguardingLevel other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
