package org.hearth.forum.screening;

/** What a finding is about. */
public enum Family {
  SAFEGUARDING,
  SPAM,
  PERSONAL_DATA,
  ABUSE,
  /** A check could not do its work, so a person must look. */
  CHECK_FAILED
}
