package org.hearth.forum.audit;

import java.time.Instant;
import org.hearth.forum.Fingerprint;
import org.hearth.forum.Stored;

/**
 * One line of the audit log: ids and words of our own, never a person's, so that erasing a person never touches it.
 *
 * @param month the partition, as {@code 2026-11}
 * @param sequence from 1, without gaps, through all months
 * @param actor the id of whoever did it, or {@code screening} or {@code sweep}
 * @param target the id of what it was done to
 * @param rule the rule it rests on; empty when there is none
 * @param previousHash the hash of the entry before; of 64 zeros before the first
 */
public record AuditEntry(
    String month, long sequence, Instant at, String actor, String action, String target, String rule, String previousHash, String hash)
    implements Stored {
  static final String GENESIS = "0".repeat(64);

  static AuditEntry following(AuditHead head, String month, Instant at, String actor, String action, String target, String rule) {
    long sequence = head == null ? 1 : head.sequence() + 1;
    var previous = head == null ? GENESIS : head.hash();
    return new AuditEntry(month, sequence, at, actor, action, target, rule, previous,
        hash(month, sequence, at, actor, action, target, rule, previous));
  }

  /** Whether the hash is that of what the entry says. */
  boolean sound() {
    return hash.equals(hash(month, sequence, at, actor, action, target, rule, previousHash));
  }

  private static String hash(String month, long sequence, Instant at, String actor, String action, String target, String rule, String previous) {
    return Fingerprint.of(previous, month, Long.toString(sequence), Long.toString(at.toEpochMilli()), actor, action, target, rule);
  }

  /** It is written once. */
  @Override
  public long revision() {
    return 1;
  }
}
