package org.hearth.forum;

import java.util.Optional;
import org.hearth.forum.audit.Witness;

/** Remembers outside of the fake, as the Parameter Store does outside of the tables. */
public final class ToldWitness implements Witness {
  private Seen last;

  @Override
  public Optional<Seen> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public void note(Seen seen) {
    last = seen;
  }
}
