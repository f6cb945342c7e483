package org.hearth.forum.rota;

import java.time.Instant;

/** A time for which somebody has promised to look after the queue. */
public record Shift(String id, String moderatorId, String moderatorName, Instant start, Instant end) {
  public boolean covers(Instant now) {
    return !now.isBefore(start) && now.isBefore(end);
  }
}
