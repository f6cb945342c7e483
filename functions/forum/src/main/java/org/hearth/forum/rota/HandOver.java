package org.hearth.forum.rota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Caller;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Cases;

/** Lists, for whoever comes on duty, everything that happened while nobody was there. */
public final class HandOver {
  private static final int MOST = 200;
  private static final Duration WITHOUT_A_GAP = Duration.ofHours(12);
  private static final Duration LONGEST = Duration.ofDays(14);

  /**
   * @param gap the newest stretch without cover, if there was one
   * @param waiting opened since and still open, most urgent first
   * @param done opened or decided since, and closed
   * @param more whether there is more than is listed
   */
  public record Morning(Instant since, Cover cover, Optional<Gap> gap, List<Case> waiting, List<Case> done, boolean more) {}

  private final Rotas rotas;
  private final Cases cases;
  private final InstantSource clock;

  public HandOver(Rotas rotas, Cases cases, InstantSource clock) {
    this.rotas = rotas;
    this.cases = cases;
    this.clock = clock;
  }

  /** @param from null for the beginning of the newest gap, or twelve hours where there was none */
  public Morning list(Caller caller, Instant from) {
    caller.moderator();
    var now = clock.instant();
    if (from != null && (from.isAfter(now) || from.isBefore(now.minus(LONGEST)))) {
      throw Refused.invalid("since", "Choose a time within the last fourteen days.");
    }
    var duty = rotas.duty();
    var earliest = now.minus(LONGEST);
    var gapBegan = duty.gap().map(Gap::since).filter(began -> began.isAfter(earliest));
    var since = from != null ? from : gapBegan.orElse(now.minus(WITHOUT_A_GAP));
    var found = cases.since(since, MOST).stream().filter(one -> !one.drill()).toList();
    return new Morning(since, duty.cover(now), duty.gap(),
        found.stream().filter(Case::open).toList(), found.stream().filter(one -> !one.open()).toList(), found.size() >= MOST);
  }
}
