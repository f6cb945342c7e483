package org.hearth.forum.notifying;

/** Brings a letter to a member's own mailbox. */
public interface Mail {
  /**
   * @param subject what the members' issuer calls the person; where it knows no address of theirs, nothing is sent
   * @param stop the address that ends mail with one click
   */
  void send(String subject, Letter letter, String stop);

  /** Whether mail is sent at all here. */
  boolean on();
}
