package org.hearth.forum.access;

import java.util.List;
import java.util.Optional;

/** The invitations that were made of late. Writes go through {@link org.hearth.forum.Changes}. */
public interface Invitations {
  Optional<Invitation> find(String id);

  /** All, the oldest first; there are few at a time. */
  List<Invitation> all();
}
