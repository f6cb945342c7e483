package org.hearth.forum.rota;

import java.time.Duration;
import java.time.InstantSource;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Conflict;
import org.hearth.forum.members.Caller;

/** Notes that a moderator is at work: that is what being on duty and active means. */
public final class AtWork {
  /** Often enough for the shortest window, seldom enough to cost nothing. */
  public static final Duration STEP = Duration.ofMinutes(5);

  private final Presences presences;
  private final Changes changes;
  private final InstantSource clock;

  public AtWork(Presences presences, Changes changes, InstantSource clock) {
    this.presences = presences;
    this.changes = changes;
    this.clock = clock;
  }

  public void note(Caller.Member moderator) {
    var now = clock.instant();
    var known = presences.of(moderator.id());
    boolean fresh = known.filter(presence -> presence.at().plus(STEP).isAfter(now) && presence.role() == moderator.role()).isPresent();
    if (!fresh) {
      write(new Presence(moderator.id(), moderator.name(), moderator.role(), now, known.map(Presence::revision).orElse(0L) + 1));
    }
  }

  // Somebody who works in two windows was noted by the other.
  private void write(Presence presence) {
    try {
      changes.commit(new Change().save(presence));
    } catch (Conflict notedAlready) {
      return;
    }
  }
}
