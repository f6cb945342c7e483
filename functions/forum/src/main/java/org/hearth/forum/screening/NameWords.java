package org.hearth.forum.screening;

import java.util.Locale;

/** What a word tells of a person, by the word lists of the screening. */
public final class NameWords {
  private NameWords() {}

  public static boolean isFirstName(String word) {
    return FullNames.isFirstName(word.toLowerCase(Locale.ROOT));
  }

  /** Whether it is a word of the language and not only a name. */
  public static boolean isOrdinary(String word) {
    return Spelling.isKnown(word.toLowerCase(Locale.ROOT));
  }
}
