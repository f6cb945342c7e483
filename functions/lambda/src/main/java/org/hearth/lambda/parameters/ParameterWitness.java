package org.hearth.lambda.parameters;

import java.time.Instant;
import java.util.Optional;
import org.hearth.forum.audit.Witness;

/** The end of the audit log in the Parameter Store, which keeps the last hundred values and who wrote them. */
public final class ParameterWitness implements Witness {
  private static final String NAME = "audit-head";

  private final ParameterStore store;

  public ParameterWitness(ParameterStore store) {
    this.store = store;
  }

  @Override
  public Optional<Seen> last() {
    return store.read(NAME).map(kept -> {
      var parts = kept.split(" ");
      return new Seen(Long.parseLong(parts[0]), parts[1], parts[2], Instant.parse(parts[3]), parts.length > 4);
    });
  }

  @Override
  public void note(Seen seen) {
    store.write(NAME, seen.sequence() + " " + seen.hash() + " " + seen.month() + " " + seen.at() + (seen.alarmed() ? " alarmed" : ""));
  }
}
