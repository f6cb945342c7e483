package org.hearth.forum.rota;

import java.time.InstantSource;
import java.util.Optional;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.notifying.TellPeople;

/** Notices when the last person has left and when the first is back, and tells the lead of each gap once. */
public final class WatchCover {
  private final Rotas rotas;
  private final Changes changes;
  private final TellPeople tell;
  private final InstantSource clock;

  public WatchCover(Rotas rotas, Changes changes, TellPeople tell, InstantSource clock) {
    this.rotas = rotas;
    this.changes = changes;
    this.tell = tell;
    this.clock = clock;
  }

  /** @return whether the lead was told of a new gap */
  public boolean look() {
    var now = clock.instant();
    var duty = rotas.duty();
    var cover = duty.cover(now);
    boolean known = duty.gap().filter(Gap::open).isPresent();
    if (cover.holds() && !known) {
      // Told first and kept after: a crash between the two tells the lead twice, never not at all.
      tell.uncovered(cover);
      keep();
      return true;
    }
    if (!cover.holds() && known) {
      keep();
    }
    return false;
  }

  private void keep() {
    Attempts.of(() -> {
      var now = clock.instant();
      var duty = rotas.duty();
      long revision = duty.gap().map(Gap::revision).orElse(0L) + 1;
      var open = duty.gap().filter(Gap::open);
      if (duty.cover(now).holds() != open.isPresent()) {
        changes.commit(new Change().save(open.map(gap -> new Gap(gap.since(), now, revision)).orElseGet(() -> new Gap(now, null, revision))));
      }
      return Optional.empty();
    });
  }
}
