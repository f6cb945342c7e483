package org.hearth.forum.screening;

/**
 * Counts the work of a screening in characters looked at, so that no text can keep a check busy for long: the bound is on work,
 * not on the clock, so the same text always ends the same way.
 */
final class Work {
  /** Enough for every rule to look twice at the longest text that a forum accepts; a typical post spends a thousandth of it. */
  static final long LIMIT = 40_000_000;

  private long spent;

  void spend(long characters) {
    spent += characters;
    if (spent > LIMIT) {
      throw new Overrun();
    }
  }

  long spent() {
    return spent;
  }

  /** The limit is reached; a person must look at the post. */
  static final class Overrun extends RuntimeException {
    Overrun() {
      super("A check looked at more than " + LIMIT + " characters", null, false, false);
    }
  }
}
