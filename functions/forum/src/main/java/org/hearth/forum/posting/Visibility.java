package org.hearth.forum.posting;

/** Who may read a group: anyone; every member; those who were invited; the two people whose conversation it is. */
public enum Visibility {
  PUBLIC,
  MEMBERS,
  RESTRICTED,
  PRIVATE;

  /** Whether only those who belong to it may write in it. */
  public boolean closed() {
    return this == RESTRICTED || this == PRIVATE;
  }
}
