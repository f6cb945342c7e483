package org.hearth.forum.posting;

import java.util.regex.Pattern;

/** What others are shown instead of a pseudonym: the same in all of one thread, and never anybody's name. */
public final class Alias {
  private static final String NAME = "A member";
  private static final Pattern ALIAS = Pattern.compile(NAME + "( \\(\\d+\\))?");

  private Alias() {}

  /** @param number which anonymous person of the thread it is, from 1 */
  public static String of(int number) {
    return number == 1 ? NAME : NAME + " (" + number + ")";
  }

  public static boolean is(String name) {
    return name != null && ALIAS.matcher(name).matches();
  }
}
