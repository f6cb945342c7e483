package org.hearth.forum.screening;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What the linear model sees in a post: words, pairs of words, letter groups, word groups and rules, each hashed into a bucket
 * with a value. The same text gives the same evidence on every machine.
 */
public final class Evidence {
  /** How many buckets there are; a power of two. */
  public static final int BUCKETS = 1 << 17;

  private static final int WORD = 1;
  private static final int PAIR = 2;
  private static final int SKIP = 3;
  private static final int LETTERS = 4;
  private static final int GROUP_PAIR = 5;
  private static final int GROUP_TRIPLE = 6;
  private static final int TOGETHER = 7;
  private static final int WHOLE = 8;
  private static final int RULE = 9;
  private static final int TRIPLE = 10;
  private static final int FIRST = 11;

  /** A rule's match counts as much as many words. */
  private static final float OF_A_RULE = 3;

  private final Prepared post;
  private final Canonical text;
  private int[] buckets = new int[256];
  private float[] values = new float[256];
  private int[] tokens = new int[256];
  private int size;

  private Evidence(Prepared post) {
    this.post = post;
    this.text = post.canonical();
  }

  /** The evidence of a submission. */
  public static Evidence of(Submission submission) {
    return of(new Prepared(submission));
  }

  /** The evidence of each sentence by itself, without the shortest; none if there is but one sentence. */
  public static List<Evidence> ofSentences(Submission submission) {
    Prepared post = new Prepared(submission);
    List<Canonical.Sentence> sentences = post.canonical().sentences();
    return sentences.size() < 2 ? List.of() : sentences.stream().filter(s -> s.last() - s.first() >= 2)
        .map(s -> of(post, s.first(), s.last())).toList();
  }

  static Evidence of(Prepared post) {
    return of(post, 0, post.canonical().tokens().size());
  }

  static Evidence of(Prepared post, int first, int last) {
    Evidence evidence = new Evidence(post);
    evidence.words(first, last);
    evidence.letters(first, last);
    evidence.groups(first, last);
    evidence.together(first, last);
    evidence.whole(first, last);
    evidence.rules(first, last);
    post.work().spend(evidence.size * 4L);
    return evidence;
  }

  /** Whether any safeguarding rule matches in the whole post, signals and shields among them. */
  public boolean hasSafeguardingRule() {
    return post.hits().stream().anyMatch(hit -> hit.rule().family().equals("safeguarding"));
  }

  /** How many pieces there are. */
  public int size() {
    return size;
  }

  /** The bucket of a piece, from 0 to before {@link #BUCKETS}. */
  public int bucket(int piece) {
    return buckets[piece];
  }

  /** How much of it there is. */
  public float value(int piece) {
    return values[piece];
  }

  /** The first of the canonical tokens that the piece is made of, or -1 if it is of the whole text. */
  int token(int piece) {
    return tokens[piece];
  }

  private void words(int first, int last) {
    int from = size;
    int before = 0;
    int beforeThat = 0;
    for (int i = first; i < last; i++) {
      int word = shape(text.tokens().get(i).word());
      add(WORD, word, 0, 0, i);
      add(PAIR, before, word, 0, Math.max(first, i - 1));
      if (i > first + 1) {
        add(SKIP, beforeThat, word, 0, i - 2);
        add(TRIPLE, beforeThat, before, word, i - 2);
      }
      beforeThat = before;
      before = word;
    }
    scale(from, 1.5f);
  }

  private void letters(int first, int last) {
    int from = size;
    for (int i = first; i < last; i++) {
      String word = " " + text.tokens().get(i).word() + " ";
      int length = Math.min(word.length(), 24);
      for (int at = 0; at + 4 <= length; at++) {
        add(LETTERS, word.charAt(at) | word.charAt(at + 1) << 16, word.charAt(at + 2) | word.charAt(at + 3) << 16, 0, i);
      }
    }
    scale(from, 2.5f);
  }

  private void groups(int first, int last) {
    int from = size;
    int before = 1;
    int beforeThat = 1;
    for (int i = first; i < last; i++) {
      String word = text.tokens().get(i).word();
      int concept = Concepts.of(word);
      int group = concept >= 0 ? concept + 7 : shape(word);
      add(GROUP_PAIR, before, group, 0, Math.max(first, i - 1));
      add(GROUP_TRIPLE, beforeThat, before, group, Math.max(first, i - 2));
      beforeThat = before;
      before = group;
    }
    scale(from, 1.5f);
  }

  /** Which groups of words stand in one sentence. */
  private void together(int first, int last) {
    int from = size;
    int[] firsts = new int[Concepts.count()];
    for (Canonical.Sentence sentence : text.sentences()) {
      if (sentence.last() > first && sentence.first() < last) {
        int[] token = new int[Concepts.count()];
        BitSet here = new BitSet();
        for (int i = Math.max(first, sentence.first()); i < Math.min(last, sentence.last()); i++) {
          int concept = Concepts.of(text.tokens().get(i).word());
          if (concept >= 0 && !here.get(concept)) {
            here.set(concept);
            token[concept] = i;
          }
        }
        for (int a = here.nextSetBit(0); a >= 0; a = here.nextSetBit(a + 1)) {
          for (int b = here.nextSetBit(a + 1); b >= 0; b = here.nextSetBit(b + 1)) {
            add(TOGETHER, a, b, 0, token[a]);
          }
        }
        for (int a = here.nextSetBit(0); a >= 0; a = here.nextSetBit(a + 1)) {
          firsts[a] = firsts[a] == 0 ? token[a] + 1 : firsts[a];
        }
      }
    }
    scale(from, 3);
    for (int a = 0; a < firsts.length; a++) {
      if (firsts[a] > 0) {
        add(FIRST, a, 0, 0, firsts[a] - 1);
      }
    }
  }

  private void whole(int first, int last) {
    int from = size;
    int words = last - first;
    int exclaims = 0;
    int numbers = 0;
    int questions = 0;
    int self = 0;
    int others = 0;
    int emoji = 0;
    for (int i = first; i < last; i++) {
      String word = text.tokens().get(i).word();
      exclaims += word.equals("!") ? 1 : 0;
      questions += word.equals("?") ? 1 : 0;
      numbers += Character.isDigit(word.charAt(0)) ? 1 : 0;
      emoji += Character.isSurrogate(word.charAt(0)) ? 1 : 0;
      self += word.equals("i") || word.equals("me") || word.equals("my") || word.equals("myself") ? 1 : 0;
      others += word.equals("you") || word.equals("your") ? 1 : 0;
    }
    add(WHOLE, 1, 32 - Integer.numberOfLeadingZeros(words), 0, -1);
    add(WHOLE, 2, Math.min(exclaims, 4), 0, -1);
    add(WHOLE, 3, Math.min(numbers, 4), 0, -1);
    add(WHOLE, 4, Math.min(questions, 2), 0, -1);
    add(WHOLE, 5, words == 0 ? 0 : Math.min(self * 20 / words, 4), 0, -1);
    add(WHOLE, 6, words == 0 ? 0 : Math.min(others * 20 / words, 4), 0, -1);
    add(WHOLE, 7, Math.min(emoji, 2), 0, -1);
    add(WHOLE, 8, capitals(first, last), 0, -1);
    add(WHOLE, 9, Math.min(self, 1) * 2 + Math.min(others, 1), 0, -1);
    scale(from, 3);
  }

  /** How loud the text is: 0 hardly any capitals, 3 all capitals. */
  private int capitals(int first, int last) {
    if (first >= last) {
      return 0;
    }
    int upper = 0;
    int letters = 0;
    for (int i = text.tokens().get(first).start(); i < text.tokens().get(last - 1).end(); i++) {
      char c = post.text().charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      upper += Character.isUpperCase(c) ? 1 : 0;
    }
    return letters < 6 ? 4 : upper * 10 < letters ? 0 : upper * 10 < letters * 3 ? 1 : upper * 10 < letters * 7 ? 2 : 3;
  }

  private void rules(int first, int last) {
    int from = size;
    for (RuleSet.Hit hit : post.hits()) {
      int token = text.tokenAt(hit.anchorAt());
      if (token >= first && token < last) {
        add(RULE, hit.rule().id().hashCode(), 0, 0, token);
        add(RULE, (hit.rule().family() + hit.rule().kind()).hashCode(), 1, 0, token);
      }
    }
    merge(from);
    for (int i = from; i < size; i++) {
      values[i] = OF_A_RULE;
    }
  }

  private static int shape(String word) {
    char c = word.charAt(0);
    if (c >= '0' && c <= '9') {
      return 0x51ed + Math.min(word.length(), 6);
    }
    return word.hashCode();
  }

  private void add(int kind, int a, int b, int c, int token) {
    if (size == buckets.length) {
      buckets = Arrays.copyOf(buckets, size * 2);
      values = Arrays.copyOf(values, size * 2);
      tokens = Arrays.copyOf(tokens, size * 2);
    }
    int hash = kind * 0x9E3779B1;
    hash = (hash ^ a) * 0x85EBCA6B;
    hash ^= hash >>> 15;
    hash = (hash ^ b) * 0xC2B2AE35;
    hash ^= hash >>> 13;
    hash = (hash ^ c) * 0x27D4EB2F;
    hash ^= hash >>> 16;
    buckets[size] = hash & (BUCKETS - 1);
    values[size] = 1;
    tokens[size] = token;
    size++;
  }

  /** Gives the pieces from the index on the same length together, however many they are. */
  private void scale(int from, float length) {
    merge(from);
    double squares = 0;
    for (int i = from; i < size; i++) {
      values[i] = (float) Math.sqrt(values[i]);
      squares += values[i] * values[i];
    }
    float factor = squares == 0 ? 0 : (float) (length / Math.sqrt(squares));
    for (int i = from; i < size; i++) {
      values[i] *= factor;
    }
  }

  private void merge(int from) {
    long[] order = new long[size - from];
    for (int i = from; i < size; i++) {
      order[i - from] = (long) buckets[i] << 32 | tokens[i] + 1;
    }
    Arrays.sort(order);
    int to = from;
    for (int i = 0; i < order.length; i++) {
      int bucket = (int) (order[i] >>> 32);
      if (i > 0 && bucket == (int) (order[i - 1] >>> 32)) {
        values[to - 1]++;
      } else {
        buckets[to] = bucket;
        tokens[to] = (int) order[i] - 1;
        values[to] = 1;
        to++;
      }
    }
    size = to;
  }
}
