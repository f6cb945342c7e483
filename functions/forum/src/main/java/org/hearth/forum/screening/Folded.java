package org.hearth.forum.screening;

import java.text.Normalizer;
import java.util.Arrays;
import org.hearth.forum.text.Lookalikes;

/**
 * A text with the disguises of single characters taken off: NFKC, lower case, without accents on Latin letters, without
 * characters that are not seen, with look-alikes of Latin letters replaced inside Latin words. Every character knows where it
 * came from.
 */
final class Folded {
  private final StringBuilder chars;
  private int[] starts;
  private int[] ends;

  private Folded(int length) {
    chars = new StringBuilder(length + 16);
    starts = new int[length + 16];
    ends = new int[length + 16];
  }

  static Folded of(String text) {
    Folded folded = new Folded(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      folded.fold(c, i, next);
      i = next;
    }
    folded.replaceLookalikes();
    return folded;
  }

  String chars() {
    return chars.toString();
  }

  String substring(int from, int to) {
    return chars.substring(from, to);
  }

  int length() {
    return chars.length();
  }

  char charAt(int index) {
    return chars.charAt(index);
  }

  /** Where the character at the index begins in the submitted text. */
  int start(int index) {
    return starts[index];
  }

  /** Where the character at the index ends in the submitted text, exclusive. */
  int end(int index) {
    return ends[index];
  }

  private void fold(int c, int start, int end) {
    if (c < 0x80) {
      add(asciiLower((char) c), start, end);
    } else if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0xFF07 || c == 0x00B4) {
      add('\'', start, end);
    } else if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0x00AB || c == 0x00BB) {
      add('"', start, end);
    } else if (c >= 0x2010 && c <= 0x2015 || c == 0x2212) {
      add('-', start, end);
    } else if (c >= 0xD800 && c <= 0xDFFF) {
      add('\uFFFD', start, end);
    } else if (!Lookalikes.unseen(c)) {
      String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
      for (int i = 0; i < plain.length(); i++) {
        char p = plain.charAt(i);
        if (!(p >= 0x0300 && p <= 0x036F)) {
          add(Character.toLowerCase(p), start, end);
        }
      }
    }
  }

  private static char asciiLower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  private void add(char c, int start, int end) {
    int at = chars.length();
    if (at == starts.length) {
      starts = Arrays.copyOf(starts, at * 2);
      ends = Arrays.copyOf(ends, at * 2);
    }
    chars.append(c);
    starts[at] = start;
    ends[at] = end;
  }

  /**
   * Only in words that also have a Latin letter, and in texts that are mostly Latin in words that can be read as Latin from end to
   * end: Greek, Russian and Arabic stay themselves, beside an English sentence too.
   */
  private void replaceLookalikes() {
    int latin = 0;
    int other = 0;
    for (int i = 0; i < chars.length(); i++) {
      char c = chars.charAt(i);
      if (c >= 'a' && c <= 'z') {
        latin++;
      } else if (c > 0x7F && Character.isLetter(c)) {
        other++;
      }
    }
    if (other == 0) {
      return;
    }
    for (int i = 0; i < chars.length(); ) {
      int end = i;
      boolean hasLatin = false;
      while (end < chars.length() && Character.isLetterOrDigit(chars.charAt(end))) {
        hasLatin |= chars.charAt(end) >= 'a' && chars.charAt(end) <= 'z';
        end++;
      }
      if (end > i && (hasLatin || latin > other && allLookLatin(i, end))) {
        replaceLookalikes(i, end);
      }
      i = Math.max(end, i + 1);
    }
  }

  private boolean allLookLatin(int from, int to) {
    for (int i = from; i < to; i++) {
      if (chars.charAt(i) > 0x7F) {
        String like = Lookalikes.of(chars.charAt(i));
        if (like.length() != 1 || like.charAt(0) >= 0x80) {
          return false;
        }
      }
    }
    return true;
  }

  private void replaceLookalikes(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = chars.charAt(i);
      if (c > 0x7F) {
        String like = Lookalikes.of(c);
        if (like.length() == 1 && like.charAt(0) < 0x80) {
          chars.setCharAt(i, asciiLower(like.charAt(0)));
        }
      }
    }
  }
}
