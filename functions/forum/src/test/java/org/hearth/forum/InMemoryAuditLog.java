package org.hearth.forum;

import java.util.Comparator;
import java.util.Optional;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.audit.AuditHead;
import org.hearth.forum.audit.AuditLog;

/** The audit log of an {@link InMemoryForum}. */
public final class InMemoryAuditLog implements AuditLog {
  private final InMemoryForum forum;

  InMemoryAuditLog(InMemoryForum forum) {
    this.forum = forum;
  }

  @Override
  public Optional<AuditHead> head() {
    return forum.get(AuditHead.class, "");
  }

  @Override
  public Page<AuditEntry> month(String month, long afterSequence, int size) {
    var entries = forum.each(AuditEntry.class)
        .filter(entry -> entry.month().equals(month) && entry.sequence() > afterSequence)
        .sorted(Comparator.comparing(AuditEntry::sequence))
        .limit(size + 1L)
        .toList();
    return Page.of(entries, size, entry -> Long.toString(entry.sequence()));
  }
}
