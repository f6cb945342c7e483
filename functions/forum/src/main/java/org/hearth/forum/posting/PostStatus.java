package org.hearth.forum.posting;

/** What has become of a post's newest version. Only PUBLISHED and REDACTED are there for others to see. */
public enum PostStatus {
  PENDING,
  HELD,
  ESCALATED,
  PUBLISHED,
  REDACTED,
  HIDDEN,
  REMOVED,
  DELETED;

  public boolean waits() {
    return this == PENDING || this == HELD || this == ESCALATED;
  }

  public boolean forOthers() {
    return this == PUBLISHED || this == REDACTED;
  }
}
