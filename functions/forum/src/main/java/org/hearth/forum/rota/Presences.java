package org.hearth.forum.rota;

import java.util.Optional;

/** When each moderator was last at work. Writes go through {@link org.hearth.forum.Changes}. */
public interface Presences {
  Optional<Presence> of(String moderatorId);
}
