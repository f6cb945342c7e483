package org.hearth.forum.rota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hearth.forum.Stored;

/**
 * Who looks after the queue, and when.
 *
 * @param inUse whether it decides what is held; a lead may set it aside
 * @param since from when on it decides: the start of its first shift; null before there was one
 * @param window how long somebody on duty may be silent before they count as not there
 * @param shifts by their start
 */
public record Rota(boolean inUse, Instant since, Duration window, List<Shift> shifts, long revision) implements Stored {
  public static final Duration USUAL_WINDOW = Duration.ofMinutes(60);
  /** Shifts are kept for so long after they have ended: as long as a hand-over or a question about last month may need them. */
  private static final Duration KEPT = Duration.ofDays(35);

  /** What there is before anybody has planned anything; {@link #with} gives it its first revision. */
  public static final Rota NONE = new Rota(true, null, USUAL_WINDOW, List.of(), 0);

  public boolean decides(Instant now) {
    return inUse && since != null && !now.isBefore(since);
  }

  public List<Shift> onDuty(Instant now) {
    return shifts.stream().filter(shift -> shift.covers(now)).toList();
  }

  /** The start of the next shift that has not begun. */
  public Optional<Instant> nextStart(Instant now) {
    return shifts.stream().map(Shift::start).filter(start -> start.isAfter(now)).min(Comparator.naturalOrder());
  }

  Rota with(List<Shift> more, Instant now) {
    var all = new ArrayList<>(shifts.stream().filter(shift -> shift.end().plus(KEPT).isAfter(now)).toList());
    all.addAll(more);
    all.sort(Comparator.comparing(Shift::start).thenComparing(Shift::id));
    var first = all.isEmpty() ? null : all.getFirst().start();
    var from = since == null || first != null && first.isBefore(since) ? first : since;
    return new Rota(inUse, from, window, List.copyOf(all), revision + 1);
  }

  Rota without(String shiftId) {
    return new Rota(inUse, since, window, shifts.stream().filter(shift -> !shift.id().equals(shiftId)).toList(), revision + 1);
  }

  Rota set(boolean used, Duration newWindow) {
    return new Rota(used, since, newWindow, shifts, revision + 1);
  }
}
