package org.hearth.forum;

/** Writes changes whole. */
public interface Changes {
  /**
   * @throws Conflict when an item is no longer at the revision that the change was made from; nothing was written
   */
  void commit(Change change);
}
