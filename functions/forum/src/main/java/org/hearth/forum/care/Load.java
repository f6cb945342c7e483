package org.hearth.forum.care;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hearth.forum.Stored;

/**
 * What a moderator has opened in their shift that is hard to read. It is theirs: nobody else is shown how much it was.
 *
 * @param since when the shift that it counts for began
 * @param opened the ids of the cases
 * @param restUntil until when they take no case; null while there is no need
 * @param leadTold whether the lead was told in this shift that it was enough and nobody else was there
 * @param debriefAskedAt when they asked to talk with the lead; null when they did not, or have
 */
public record Load(
    String moderatorId, String name, Instant since, Set<String> opened, Instant restUntil, boolean leadTold, Instant debriefAskedAt, long revision)
    implements Stored {
  /** Where no rota says when a shift ends, it ends after so long. */
  static final Duration LONGEST_SHIFT = Duration.ofHours(8);

  static Load none(String moderatorId, String name, Instant now) {
    return new Load(moderatorId, name, now, Set.of(), null, false, null, 0);
  }

  /** @param shift when their shift began, where the rota says that they have one */
  Load at(Instant now, Optional<Instant> shift) {
    boolean anotherShift = shift.filter(since::isBefore).isPresent() || !now.isBefore(since.plus(LONGEST_SHIFT));
    return anotherShift ? new Load(moderatorId, name, shift.orElse(now), Set.of(), restUntil, false, debriefAskedAt, revision) : this;
  }

  boolean spent(CareSettings settings) {
    return opened.size() >= settings.budget();
  }

  boolean rests(Instant now) {
    return restUntil != null && now.isBefore(restUntil);
  }

  /** With one more; the one that makes it enough begins the rest. */
  Load with(String caseId, CareSettings settings, Instant now) {
    var more = new HashSet<>(opened);
    more.add(caseId);
    boolean enoughNow = more.size() >= settings.budget() && !spent(settings);
    return new Load(moderatorId, name, since, Set.copyOf(more), enoughNow ? now.plus(settings.rest()) : restUntil, leadTold, debriefAskedAt, revision + 1);
  }

  Load leadTold(boolean told) {
    return new Load(moderatorId, name, since, opened, restUntil, told, debriefAskedAt, revision);
  }

  Load asking(Instant at) {
    return new Load(moderatorId, name, since, opened, restUntil, leadTold, at, revision + 1);
  }
}
