package org.hearth.forum.rota;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rota and what is known of those on it, read in one go. */
public record Duty(Rota rota, List<Presence> presences, Optional<Gap> gap) {
  /** After a shift has begun there is a first round to make before a wait becomes short. */
  private static final Duration FIRST_ROUND = Duration.ofHours(1);

  public Cover cover(Instant now) {
    if (!rota.decides(now)) {
      return new Cover.NoRota();
    }
    var onDuty = rota.onDuty(now);
    if (onDuty.isEmpty()) {
      return new Cover.NobodyOnDuty(rota.nextStart(now));
    }
    var active = onDuty.stream().filter(shift -> active(shift, now)).toList();
    return active.isEmpty() ? new Cover.NobodyActive(onDuty, rota.nextStart(now)) : new Cover.Staffed(active);
  }

  // Who has just come on duty has the whole window to open the queue for the first time.
  private boolean active(Shift shift, Instant now) {
    var lastSign = lastAtWork(shift.moderatorId()).filter(at -> at.isAfter(shift.start())).orElse(shift.start());
    return !now.isAfter(lastSign.plus(rota.window()));
  }

  public Optional<Instant> lastAtWork(String moderatorId) {
    return presences.stream().filter(presence -> presence.moderatorId().equals(moderatorId)).map(Presence::at).findFirst();
  }

  /**
   * By when a post that waits will probably have been seen.
   *
   * @param due by when it should be seen if somebody were there
   */
  public Instant expected(Instant due, Instant now) {
    return cover(now).nextShift().map(start -> start.plus(FIRST_ROUND)).filter(due::isBefore).orElse(due);
  }
}
