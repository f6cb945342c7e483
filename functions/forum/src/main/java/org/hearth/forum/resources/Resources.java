package org.hearth.forum.resources;

import java.util.List;
import java.util.Optional;

/** The library. Writes go through {@link org.hearth.forum.Changes}. */
public interface Resources {
  /** All of it, in no order that means anything: it holds a few dozen things. */
  List<Resource> all();

  Optional<Resource> find(String id);
}
