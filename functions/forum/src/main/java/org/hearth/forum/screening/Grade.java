package org.hearth.forum.screening;

/** How soon a post must be seen by a person, least urgent first; the order of the constants is the order of risk. */
public enum Grade {
  /** Nothing holds the post. */
  GREEN,
  /** Held until a moderator has looked. */
  AMBER,
  /** Held; a person looks within the hour. */
  RED,
  /** Held; the safeguarding lead is paged now. */
  CRISIS;

  /** The more urgent of the two. */
  public Grade max(Grade other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
