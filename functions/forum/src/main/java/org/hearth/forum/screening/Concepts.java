package org.hearth.forum.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups of words that mean much the same to the model, so that it learns from a small corpus. */
final class Concepts {
  private static final List<String> NAMES = new ArrayList<>();
  private static final Map<String, Integer> OF_WORD = load();

  private Concepts() {}

  /** The number of the word's concept, or -1. */
  static int of(String word) {
    return OF_WORD.getOrDefault(word, -1);
  }

  static int count() {
    return NAMES.size();
  }

  private static Map<String, Integer> load() {
    Map<String, Integer> ofWord = new HashMap<>();
    for (String line : Resources.lines("concepts.txt")) {
      int equals = line.indexOf('=');
      NAMES.add(line.substring(0, equals).strip());
      for (String word : line.substring(equals + 1).strip().split(" ")) {
        ofWord.putIfAbsent(word, NAMES.size() - 1);
      }
    }
    return ofWord;
  }
}
