package org.hearth.forum.erasure;

import java.time.InstantSource;
import java.util.List;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Conflict;

/** Erases members once more whom a restored backup has brought back. They asked long ago: nobody waits a second time. */
public final class EraseAgain {
  private final Erasures erasures;
  private final Changes changes;
  private final InstantSource clock;

  public EraseAgain(Erasures erasures, Changes changes, InstantSource clock) {
    this.erasures = erasures;
    this.changes = changes;
    this.clock = clock;
  }

  /** @param memberIds as the audit log has them, where it says "erased"; the sweep takes them with their words in its next rounds */
  public void members(List<String> memberIds) {
    var now = clock.instant();
    memberIds.stream().filter(id -> erasures.find(id).isEmpty()).forEach(id -> {
      try {
        changes.commit(new Change().add(new Erasure(id, Erasure.Choice.REMOVE, now, now, 1)));
      } catch (Conflict askedMeanwhile) {
        // It is asked for, which is all that was wanted.
      }
    });
  }
}
