package org.hearth.forum.audit;

import java.util.Optional;
import org.hearth.forum.Page;

/** The entries as they are kept. They are added through {@link org.hearth.forum.Changes} and never changed. */
public interface AuditLog {
  Optional<AuditHead> head();

  /**
   * @param month as {@code 2026-11}
   * @param afterSequence 0 from the beginning
   */
  Page<AuditEntry> month(String month, long afterSequence, int size);
}
