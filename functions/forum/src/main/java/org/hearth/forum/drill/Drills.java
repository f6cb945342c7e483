package org.hearth.forum.drill;

import java.util.List;

/** The exercises that were held. Writes go through {@link org.hearth.forum.Changes}. */
public interface Drills {
  List<Drill> newest(int most);
}
