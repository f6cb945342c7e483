package org.hearth.forum.audit;

import java.time.InstantSource;
import org.hearth.forum.notifying.TellPeople;

/** Has the end of the audit log witnessed, and tells the lead when the log no longer holds what was witnessed before. */
public final class WatchAudit {
  private final AuditLog log;
  private final Witness witness;
  private final TellPeople tell;
  private final InstantSource clock;

  public WatchAudit(AuditLog log, Witness witness, TellPeople tell, InstantSource clock) {
    this.log = log;
    this.witness = witness;
    this.tell = tell;
    this.clock = clock;
  }

  /** @return whether the log is not as it was witnessed; the lead is told of it once */
  public boolean look() {
    var head = log.head();
    var last = witness.last();
    if (last.isPresent() && head.filter(end -> end.sequence() == last.get().sequence() && end.hash().equals(last.get().hash())).isPresent()) {
      return false;
    }
    if (last.isPresent() && !holds(last.get())) {
      tellOnce(last.get());
      return true;
    }
    head.ifPresent(end -> witness.note(new Witness.Seen(end.sequence(), end.hash(), end.month(), clock.instant(), false)));
    return false;
  }

  // The witness goes on only from where the log still agrees with it: else a forged log would be witnessed too.
  private boolean holds(Witness.Seen seen) {
    return log.month(seen.month(), seen.sequence() - 1, 1).items().stream().anyMatch(seen::is);
  }

  private void tellOnce(Witness.Seen seen) {
    if (!seen.alarmed()) {
      tell.auditBroken();
      witness.note(seen.alarming());
    }
  }
}
