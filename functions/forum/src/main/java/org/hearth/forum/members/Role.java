package org.hearth.forum.members;

/** What a person is here. It comes from the staff issuer's groups and from nowhere else. */
public enum Role {
  MEMBER,
  MODERATOR,
  LEAD,
  ADMIN;

  public boolean moderates() {
    return this == MODERATOR || this == LEAD;
  }

  public boolean readsAudit() {
    return this == LEAD || this == ADMIN;
  }
}
