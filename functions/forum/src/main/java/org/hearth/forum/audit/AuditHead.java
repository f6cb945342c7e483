package org.hearth.forum.audit;

import org.hearth.forum.Stored;

/**
 * Where the audit log ends. It lies in another table than the log, so that cutting off its end shows.
 *
 * @param firstMonth the month of the first entry
 * @param month the month of the last entry
 */
public record AuditHead(long sequence, String hash, String firstMonth, String month, long revision) implements Stored {

  static AuditHead at(AuditEntry entry, AuditHead before) {
    return before == null
        ? new AuditHead(entry.sequence(), entry.hash(), entry.month(), entry.month(), 1)
        : new AuditHead(entry.sequence(), entry.hash(), before.firstMonth(), entry.month(), before.revision() + 1);
  }
}
