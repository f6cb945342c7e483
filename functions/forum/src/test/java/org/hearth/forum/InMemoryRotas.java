package org.hearth.forum;

import java.util.Comparator;
import java.util.Optional;
import org.hearth.forum.rota.Duty;
import org.hearth.forum.rota.Gap;
import org.hearth.forum.rota.Presence;
import org.hearth.forum.rota.Presences;
import org.hearth.forum.rota.Rota;
import org.hearth.forum.rota.Rotas;

/** The rota of an {@link InMemoryForum}. */
public final class InMemoryRotas implements Rotas, Presences {
  private final InMemoryForum forum;

  InMemoryRotas(InMemoryForum forum) {
    this.forum = forum;
  }

  @Override
  public Duty duty() {
    return new Duty(
        forum.get(Rota.class, "").orElse(Rota.NONE),
        forum.each(Presence.class).sorted(Comparator.comparing(Presence::moderatorId)).toList(),
        forum.get(Gap.class, ""));
  }

  @Override
  public Optional<Presence> of(String moderatorId) {
    return forum.get(Presence.class, moderatorId);
  }
}
