package org.hearth.forum.screening;

import java.util.List;

/** Tells cheaply whether a text can hold something at all, before a costly expression looks for it. */
final class Cues {
  private Cues() {}

  static boolean any(String text, List<String> cues) {
    for (String cue : cues) {
      if (text.contains(cue)) {
        return true;
      }
    }
    return false;
  }

  static int digits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
    }
    return digits;
  }
}
