package org.hearth.forum.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Remembers, outside of the tables, how far the audit log had come. Whoever can write to the tables could write a whole new log, or
 * delete it with its head; this they can't reach.
 */
public interface Witness {
  /** Remembers nothing: for a log that was copied elsewhere. */
  Witness NONE = new Witness() {
    @Override
    public Optional<Seen> last() {
      return Optional.empty();
    }

    @Override
    public void note(Seen seen) {
      throw new IllegalStateException("Nothing is remembered here");
    }
  };

  /**
   * The end of the log as it was seen.
   *
   * @param month of the entry
   * @param alarmed whether the lead was told that the log no longer holds it
   */
  record Seen(long sequence, String hash, String month, Instant at, boolean alarmed) {
    boolean is(AuditEntry entry) {
      return entry.sequence() == sequence && entry.hash().equals(hash);
    }

    Seen alarming() {
      return new Seen(sequence, hash, month, at, true);
    }
  }

  Optional<Seen> last();

  void note(Seen seen);
}
