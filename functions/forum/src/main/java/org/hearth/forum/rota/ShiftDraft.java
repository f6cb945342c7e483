package org.hearth.forum.rota;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.hearth.forum.posting.Wording;

/**
 * A shift as a lead plans it.
 *
 * @param weeks how many weeks in a row it is the same; null for once
 */
public record ShiftDraft(String moderatorId, Instant start, Instant end, Integer weeks) {
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int MOST_WEEKS = 26;

  /** @throws org.hearth.forum.Refused with every field that is wrong */
  void check(Instant now) {
    boolean ordered = start != null && end != null && end.isAfter(start);
    new Wording()
        .because(moderatorId == null, "moderatorId", "Say whose shift it is.")
        .because(start == null, "start", "Say when the shift begins, such as 2026-11-30T18:00:00Z.")
        .because(end == null, "end", "Say when the shift ends, such as 2026-11-30T22:00:00Z.")
        .because(start != null && end != null && !ordered, "end", "The end is not after the beginning. Change one of them.")
        .because(ordered && Duration.between(start, end).compareTo(LONGEST) > 0, "end", "A shift has 24 hours at the most. Make it two.")
        .because(ordered && !end.isAfter(now), "end", "This shift is over already. Choose a time to come.")
        .because(weeks != null && (weeks < 1 || weeks > MOST_WEEKS), "weeks", "Choose 1 to " + MOST_WEEKS + " weeks.")
        .check();
  }

  /** The times of a week later keep their hour in UTC; a lead moves those after the clocks change. */
  Shift in(int week, String id, String name) {
    return new Shift(id, moderatorId, name, later(start, week), later(end, week));
  }

  private static Instant later(Instant time, int weeks) {
    return time.atZone(ZoneOffset.UTC).plus(Period.ofWeeks(weeks)).toInstant();
  }
}
