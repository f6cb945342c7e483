package org.hearth.forum.notifying;

/** What a mail to a member can be. None says what it is about: somebody else may see the screen. */
public enum Letter {
  REPLY("There is something new for you."),
  DECISION("There is news about something you sent."),
  DIGEST("There was something new in the last week."),
  GREETING("Somebody could do with a few words from you.");

  /** The same for all, and like a hundred others. */
  public static final String SUBJECT = "A note for you";

  private final String sentence;

  Letter(String sentence) {
    this.sentence = sentence;
  }

  /** @param stop the address that ends mail */
  public String text(String siteUrl, String stop) {
    return "Hello,\n\n" + sentence + " You find it after signing in:\n" + siteUrl + "/account.html\n\n"
        + "You asked for these notes. To get no more of them:\n" + stop + "\n";
  }
}
