package org.hearth.forum.care;

import java.util.List;

/** What is kept to look after moderators. Writes go through {@link org.hearth.forum.Changes}. */
public interface Cares {

  /** All of it, read in one go. */
  record Book(CareSettings settings, List<Load> loads) {}

  /** As it is this moment; with {@link CareSettings#USUAL} where nobody has set anything. */
  Book book();
}
