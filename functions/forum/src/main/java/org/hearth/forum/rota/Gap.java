package org.hearth.forum.rota;

import java.time.Instant;
import org.hearth.forum.Stored;

/**
 * The newest stretch of time without cover, as far as the sweep has noticed.
 *
 * @param until null while it lasts
 */
public record Gap(Instant since, Instant until, long revision) implements Stored {
  public boolean open() {
    return until == null;
  }
}
