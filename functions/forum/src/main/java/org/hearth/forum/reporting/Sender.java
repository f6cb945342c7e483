package org.hearth.forum.reporting;

import org.hearth.forum.members.Caller;

/**
 * Who reports, and from where.
 *
 * @param address stands for where a visitor's request came from, without telling it; null where nobody counts
 * @param key the client's Idempotency-Key, or null; a visitor's report with the same key and words gives the same reference
 */
public record Sender(Caller caller, String address, String key) {

  public static Sender of(Caller caller) {
    return new Sender(caller, null, null);
  }

  boolean visits() {
    return !(caller instanceof Caller.Member);
  }

  /** The key of a visitor; null where there is none or a member sends. */
  String visitorsKey() {
    return visits() ? key : null;
  }
}
