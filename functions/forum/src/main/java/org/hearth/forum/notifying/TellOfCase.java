package org.hearth.forum.notifying;

import java.time.InstantSource;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Cases;
import org.hearth.forum.moderation.Risk;

/** Tells people of a case that needs them, and writes into it that they were told, and when. */
public final class TellOfCase {
  private final Cases cases;
  private final Changes changes;
  private final TellPeople tell;
  private final InstantSource clock;

  public TellOfCase(Cases cases, Changes changes, TellPeople tell, InstantSource clock) {
    this.cases = cases;
    this.changes = changes;
    this.tell = tell;
    this.clock = clock;
  }

  /** @param before null when the case is new */
  public void of(Case before, Case after) {
    if (!tell.of(before, after)) {
      return;
    }
    boolean leadToo = after.risk().isMoreUrgentThan(Risk.AMBER);
    Attempts.of(() -> {
      var now = clock.instant();
      cases.find(after.id()).filter(Case::open).ifPresent(found -> changes.commit(new Change().save(found.changed(draft -> {
        draft.clocks = draft.clocks.told(now, leadToo);
        draft.event(now, leadToo ? "Moderators and the lead were told" : "Moderators were told", null);
      }))));
      return null;
    });
  }
}
