package org.hearth.forum.screening;

import java.util.ArrayList;
import java.util.List;

/**
 * The text as the rules read it: lower-case words and punctuation, one space between them, spelled the one way that the rules
 * know ("i'm", "im" and "i am" are all "i am"). Sentences are bounded, so that a rule never looks at more than one of them.
 */
final class Canonical {
  /** Longer runs without an end are cut into sentences of so many words. */
  static final int LONGEST_SENTENCE = 80;

  private final StringBuilder chars = new StringBuilder();
  private final List<Token> tokens = new ArrayList<>();
  private final List<Sentence> sentences = new ArrayList<>();

  /** A word or mark: where it is here, and where it came from in the submitted text. */
  record Token(String word, int at, int start, int end) {
    int to() {
      return at + word.length();
    }
  }

  /** Tokens from {@code first} to before {@code last}; characters from {@code at} to before {@code to}. */
  record Sentence(int first, int last, int at, int to, boolean question) {}

  private Canonical() {}

  static Canonical of(List<Token> words) {
    Canonical canonical = new Canonical();
    canonical.chars.append(' ');
    for (Token word : words) {
      canonical.tokens.add(new Token(word.word(), canonical.chars.length(), word.start(), word.end()));
      canonical.chars.append(word.word()).append(' ');
    }
    canonical.cutSentences();
    return canonical;
  }

  CharSequence chars() {
    return chars;
  }

  List<Token> tokens() {
    return tokens;
  }

  List<Sentence> sentences() {
    return sentences;
  }

  String sentence(Sentence sentence) {
    return chars.substring(sentence.at(), sentence.to());
  }

  /** The token that holds the character at the offset, or the one after it. */
  int tokenAt(int offset) {
    int low = 0;
    int high = tokens.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).to() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  static boolean endsSentence(String word) {
    return word.equals(".") || word.equals("!") || word.equals("?") || word.equals("\n");
  }

  private void cutSentences() {
    int first = 0;
    for (int i = 0; i < tokens.size(); i++) {
      boolean end = endsSentence(tokens.get(i).word());
      if (end || i + 1 == tokens.size() || i - first + 1 >= LONGEST_SENTENCE) {
        sentences.add(new Sentence(first, i + 1, tokens.get(first).at() - 1, tokens.get(i).to() + 1,
            tokens.get(i).word().equals("?")));
        first = i + 1;
      }
    }
  }
}
