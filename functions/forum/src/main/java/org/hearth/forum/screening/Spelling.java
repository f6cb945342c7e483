package org.hearth.forum.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The standard spelling of one word, by the lists beside this class. */
final class Spelling {
  private static final Map<String, String> VARIANTS = Resources.pairs("spellings.txt");
  private static final Set<String> WORDS = new HashSet<>(Resources.lines("words.txt"));
  /** Words that people disguise or misspell and that matter here; five letters and more may miss, swap or add one. */
  private static final Set<String> MARKED = new HashSet<>(Resources.lines("marked-words.txt"));
  private static final Map<String, String> ONE_MISSING = oneMissing();
  private static final int LONGEST_PART = 14;

  private Spelling() {}

  /** The standard spelling, several words if need be. A word that no list knows stays, or is null if it must be known. */
  static String of(String word, boolean mustBeKnown) {
    String found = known(word);
    if (found != null) {
      return found;
    }
    boolean letters = onlyLetters(word);
    if (!letters && hasLetter(word)) {
      found = withoutLeet(word);
    }
    if (found == null && stretched(word)) {
      found = squeezed(word);
    }
    if (found == null && letters && word.length() >= 4) {
      found = oneOff(word);
    }
    if (found == null && letters && word.length() >= (mustBeKnown ? 4 : 8)) {
      found = apart(word, mustBeKnown);
    }
    return found != null || mustBeKnown ? found : word;
  }

  static boolean isKnown(String word) {
    return WORDS.contains(word) || MARKED.contains(word);
  }

  private static String known(String word) {
    String variant = VARIANTS.get(word);
    return variant != null ? variant : isKnown(word) ? word : null;
  }

  private static String withoutLeet(String word) {
    String plain = known(plain(word, 'i'));
    if (plain == null) {
      plain = known(plain(word, 'l'));
    }
    return plain != null ? plain : starred(word);
  }

  private static String plain(String word, char one) {
    StringBuilder plain = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      plain.append(switch (c) {
        case '0' -> 'o';
        case '1', '!', '|' -> one;
        case '3' -> 'e';
        case '4', '@' -> 'a';
        case '5', '$' -> 's';
        case '7', '+' -> 't';
        case '8' -> 'b';
        case '9' -> 'g';
        default -> c;
      });
    }
    return plain.toString();
  }

  /** "f**k", "fu@k", "s#|t": a marked word of the same length that agrees wherever a letter stands. */
  private static String starred(String word) {
    for (String marked : MARKED) {
      if (marked.length() == word.length() && agrees(word, marked)) {
        return known(marked);
      }
    }
    return null;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }

  private static boolean agrees(String starred, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (isLetter(starred.charAt(i)) && starred.charAt(i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean stretched(String word) {
    for (int i = 2; i < word.length(); i++) {
      if (word.charAt(i) == word.charAt(i - 1) && word.charAt(i) == word.charAt(i - 2)) {
        return true;
      }
    }
    return false;
  }

  private static String squeezed(String word) {
    String two = squeeze(word, 2);
    String found = known(two);
    if (found == null) {
      found = known(squeeze(word, 1));
    }
    return found != null ? found : two;
  }

  private static String squeeze(String word, int most) {
    StringBuilder out = new StringBuilder(word.length());
    int run = 0;
    for (int i = 0; i < word.length(); i++) {
      run = i > 0 && word.charAt(i) == word.charAt(i - 1) ? run + 1 : 1;
      if (run <= most || run == 2 && word.length() > 2 && !stretchedAt(word, i)) {
        out.append(word.charAt(i));
      }
    }
    return out.toString();
  }

  private static boolean stretchedAt(String word, int i) {
    char c = word.charAt(i);
    return i + 1 < word.length() && word.charAt(i + 1) == c || i >= 2 && word.charAt(i - 2) == c;
  }

  /** A marked word of which one letter is missing, doubled, wrong or swapped with its neighbour. */
  private static String oneOff(String word) {
    String found = ONE_MISSING.get(word);
    for (int i = 0; found == null && i < word.length(); i++) {
      String shorter = word.substring(0, i) + word.substring(i + 1);
      if (MARKED.contains(shorter) && shorter.length() >= 5) {
        found = shorter;
      } else {
        String near = ONE_MISSING.get(shorter);
        found = near != null && near.length() == word.length() && (oneSwapped(word, near) || near.length() >= 7) ? near : null;
      }
    }
    return found == null || found.charAt(0) != word.charAt(0) ? null : known(found);
  }

  private static boolean oneSwapped(String word, String other) {
    int i = 0;
    while (word.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i + 1 < word.length() && word.charAt(i) == other.charAt(i + 1) && word.charAt(i + 1) == other.charAt(i)
        && word.substring(i + 2).equals(other.substring(i + 2));
  }

  /** Words run together, one of them marked: the fewest known words that make up the whole. */
  private static String apart(String word, boolean anyWords) {
    int length = word.length();
    int[] fewest = new int[length + 1];
    int[] from = new int[length + 1];
    for (int to = 1; to <= length; to++) {
      fewest[to] = Integer.MAX_VALUE;
      for (int at = Math.max(0, to - LONGEST_PART); at < to; at++) {
        if (fewest[at] < fewest[to] - 1 && isPart(word.substring(at, to))) {
          fewest[to] = fewest[at] + 1;
          from[to] = at;
        }
      }
    }
    if (fewest[length] > Math.max(2, length / 2)) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    boolean marked = anyWords;
    for (int to = length; to > 0; to = from[to]) {
      String part = word.substring(from[to], to);
      marked |= MARKED.contains(part);
      parts.addFirst(VARIANTS.getOrDefault(part, part));
    }
    return marked ? String.join(" ", parts) : null;
  }

  private static boolean isPart(String part) {
    return part.length() == 1 ? part.equals("i") || part.equals("a") : isKnown(part);
  }

  private static boolean onlyLetters(String word) {
    return word.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private static boolean hasLetter(String word) {
    return word.chars().anyMatch(c -> c >= 'a' && c <= 'z');
  }

  private static Map<String, String> oneMissing() {
    Map<String, String> shorter = new HashMap<>();
    for (String word : MARKED.stream().sorted().toList()) {
      if (word.length() >= 5) {
        for (int i = 1; i < word.length(); i++) {
          shorter.putIfAbsent(word.substring(0, i) + word.substring(i + 1), word);
        }
      }
    }
    return shorter;
  }
}
