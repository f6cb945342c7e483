package org.hearth.forum.audit;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;

/** Adds to the audit log. */
public final class Auditing {
  private final AuditLog log;

  public Auditing(AuditLog log) {
    this.log = log;
  }

  /** Adds the next entry to a change: it is written with the change or not at all, and two writers can't both be next. */
  public Change to(Change change, Instant at, String actor, Audited action, String target, String rule) {
    var head = log.head().orElse(null);
    var entry = AuditEntry.following(head, monthOf(at, head), at, actor, action.id(), target, Optional.ofNullable(rule).orElse(""));
    return change.add(entry).save(AuditHead.at(entry, head));
  }

  /** Writes an entry for something that changes nothing else, such as reading what is restricted. */
  public void alone(Changes changes, Instant at, String actor, Audited action, String target) {
    Attempts.of(() -> {
      changes.commit(to(new Change(), at, actor, action, target, null));
      return null;
    });
  }

  // A clock that is set back must not put an entry before the ones that are there.
  private static String monthOf(Instant at, AuditHead head) {
    var month = YearMonth.from(at.atZone(ZoneOffset.UTC)).toString();
    return head == null || month.compareTo(head.month()) >= 0 ? month : head.month();
  }
}
