package org.hearth.forum.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a folded text into words and marks, and spells each word the one way that the rules know: leet letters, stretched,
 * starred, spaced and run-together words, common misspellings and evasions.
 */
final class Words {
  private static final String INNER_SIGNS = "@$!*|+#&%^";
  /** Longer words are no words; they are kept as they are, and only their beginning is looked at. */
  private static final int LONGEST_WORD = 40;

  private static final Map<String, String> CONTRACTIONS =
      Map.of("'m", "am", "'ll", "will", "'d", "would", "'re", "are", "'ve", "have");
  /** After these words 's is short for "is"; after others it says whose. */
  private static final Set<String> BEFORE_IS = Set.of("he", "she", "it", "that", "there", "what", "who", "where", "here", "how",
      "everyone", "everybody", "nobody", "everything", "nothing", "something", "life", "someone", "today", "tonight");

  private final Folded text;
  private final Work work;
  private final List<Canonical.Token> raw = new ArrayList<>();

  private Words(Folded text, Work work) {
    this.text = text;
    this.work = work;
  }

  static Canonical read(Folded text, Work work) {
    Words words = new Words(text, work);
    words.cut();
    return Canonical.of(Phrases.standard(words.spelled()));
  }

  /** Tokens as they stand: words with their inner signs, single marks, line ends. */
  private void cut() {
    work.spend(text.length());
    Addresses addresses = Addresses.in(text);
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = i + 1;
      Addresses.Address address = addresses.at(i);
      if (address != null) {
        for (String word : address.words()) {
          addRaw(word, i, address.to());
        }
        i = address.to();
        continue;
      }
      if (isWord(c) || INNER_SIGNS.indexOf(c) >= 0 && c != '!' && c != '*' && end < text.length() && isLetter(text.charAt(end))) {
        end = wordEnd(i);
        add(i, end);
      } else if (c == '\n' || !Character.isWhitespace(c)) {
        if (Character.isHighSurrogate(c) && end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
          end++;
        }
        add(i, end);
      }
      i = end;
    }
  }

  private int wordEnd(int from) {
    int end = from + 1;
    if (isSingle(text.charAt(from))) {
      return end;
    }
    while (end < text.length() && end - from < 4 * LONGEST_WORD) {
      char c = text.charAt(end);
      if (isWord(c) && !isSingle(c)) {
        end++;
      } else if (c == '\'' && end + 1 < text.length() && isLetter(text.charAt(end + 1))) {
        end++;
      } else if (INNER_SIGNS.indexOf(c) >= 0) {
        int after = end;
        while (after < text.length() && INNER_SIGNS.indexOf(text.charAt(after)) >= 0 && after - end < 4) {
          after++;
        }
        if (after < text.length() && isLetter(text.charAt(after))) {
          end = after;
        } else {
          break;
        }
      } else {
        break;
      }
    }
    return end;
  }

  private void add(int from, int to) {
    String word = text.substring(from, to);
    int apostrophe = word.indexOf('\'');
    if (apostrophe > 0 && CONTRACTIONS.containsKey(word.substring(apostrophe))) {
      addRaw(word.substring(0, apostrophe), from, to);
      addRaw(CONTRACTIONS.get(word.substring(apostrophe)), from, to);
    } else if (apostrophe > 0 && word.endsWith("'s")) {
      addRaw(word.substring(0, apostrophe), from, to);
      if (BEFORE_IS.contains(word.substring(0, apostrophe))) {
        addRaw("is", from, to);
      }
    } else {
      addRaw(word.replace("'", ""), from, to);
    }
  }

  private void addRaw(String word, int from, int to) {
    if (!word.isEmpty()) {
      raw.add(new Canonical.Token(word, from, text.start(from), text.end(to - 1)));
    }
  }

  private List<Canonical.Token> spelled() {
    List<Canonical.Token> out = new ArrayList<>(raw.size() + 8);
    for (int i = 0; i < raw.size(); ) {
      int spaced = spacedLetters(i);
      if (spaced > i && spell(joined(i, spaced), raw.get(i).start(), raw.get(spaced - 1).end(), true, out)) {
        i = spaced;
      } else {
        Canonical.Token token = raw.get(i);
        spell(token.word(), token.start(), token.end(), false, out);
        i++;
      }
    }
    return out;
  }

  /** Where a run of four or more single letters with one sign between them ends; the index itself if there is none. */
  private int spacedLetters(int from) {
    int i = from;
    int letters = 0;
    int last = from;
    while (i < raw.size() && i - from < 80) {
      Canonical.Token token = raw.get(i);
      if (token.word().length() == 1 && isWord(token.word().charAt(0))
          && (i == from || token.at() - raw.get(last).at() <= 3)) {
        letters++;
        last = i;
        i++;
      } else if (letters > 0 && token.word().length() == 1 && ".-_*/,".contains(token.word())
          && token.at() - raw.get(last).at() <= 2) {
        i++;
      } else {
        break;
      }
    }
    return letters >= 4 ? last + 1 : from;
  }

  private String joined(int from, int to) {
    StringBuilder letters = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (isWord(raw.get(i).word().charAt(0))) {
        letters.append(raw.get(i).word());
      }
    }
    return letters.toString();
  }

  /** Adds the word's standard spelling; when {@code known} is asked for, only if there is one, else nothing is added. */
  private boolean spell(String word, int start, int end, boolean known, List<Canonical.Token> out) {
    String standard = word.length() > LONGEST_WORD ? word : Spelling.of(word, known);
    if (standard == null) {
      return false;
    }
    work.spend(word.length());
    for (String part : standard.split(" ")) {
      out.add(new Canonical.Token(part, 0, start, end));
    }
    return true;
  }

  /** Scripts that put no space between words are read character by character. */
  private static boolean isSingle(char c) {
    return c >= 0x2E80 && Character.isIdeographic(c) || c >= 0x3040 && c <= 0x30FF || c >= 0x0E00 && c <= 0x0E7F;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c > 0x7F && Character.isLetter(c);
  }

  static boolean isWord(char c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }
}
