package org.hearth.forum.posting;

/** Who may read a group: anyone; every member; those who were invited. */
public enum Visibility {
  PUBLIC,
  MEMBERS,
  RESTRICTED
}
