package org.hearth.forum.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts a folded text into words and marks, and spells each word the one way that the rules know. */
final class Words {
  private static final Map<String, String> SPELLINGS = Resources.pairs("spellings.txt");

  private Words() {}

  static Canonical read(Folded text) {
    List<Canonical.Token> out = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = i + 1;
      if (isWord(c)) {
        while (end < text.length() && (isWord(text.charAt(end)) || text.charAt(end) == '\'' && end + 1 < text.length()
            && isWord(text.charAt(end + 1)))) {
          end++;
        }
        spell(text, i, end, out);
      } else if (c == '\n' || !Character.isWhitespace(c)) {
        out.add(new Canonical.Token(Character.toString(c), 0, text.start(i), text.end(end - 1)));
      }
      i = end;
    }
    return Canonical.of(out);
  }

  private static void spell(Folded text, int from, int to, List<Canonical.Token> out) {
    String word = text.chars().substring(from, to).replace("'", "");
    int start = text.start(from);
    int end = text.end(to - 1);
    for (String part : SPELLINGS.getOrDefault(word, word).split(" ")) {
      out.add(new Canonical.Token(part, 0, start, end));
    }
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }
}
