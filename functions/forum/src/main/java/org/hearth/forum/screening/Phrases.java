package org.hearth.forum.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the standard phrase where a text has one of its variants: "take my own life" is "kill myself" to the rules. */
final class Phrases {
  /** Variants by their first word, longest first, each as words. */
  private static final Map<String, List<Variant>> BY_FIRST_WORD = load();

  private record Variant(List<String> words, List<String> standard) {}

  private Phrases() {}

  static List<Canonical.Token> standard(List<Canonical.Token> tokens) {
    List<Canonical.Token> out = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); ) {
      Variant variant = variantAt(tokens, i);
      if (variant == null) {
        out.add(tokens.get(i));
        i++;
      } else {
        int end = tokens.get(i + variant.words().size() - 1).end();
        for (String word : variant.standard()) {
          out.add(new Canonical.Token(word, 0, tokens.get(i).start(), end));
        }
        i += variant.words().size();
      }
    }
    return out;
  }

  private static Variant variantAt(List<Canonical.Token> tokens, int at) {
    for (Variant variant : BY_FIRST_WORD.getOrDefault(tokens.get(at).word(), List.of())) {
      if (matches(variant.words(), tokens, at)) {
        return variant;
      }
    }
    return null;
  }

  private static boolean matches(List<String> words, List<Canonical.Token> tokens, int at) {
    if (at + words.size() > tokens.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).equals(tokens.get(at + i).word())) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, List<Variant>> load() {
    Map<String, List<Variant>> byFirst = new HashMap<>();
    Resources.pairs("phrases.txt").forEach((variant, standard) -> {
      List<String> words = List.of(variant.split(" "));
      byFirst.computeIfAbsent(words.getFirst(), key -> new ArrayList<>()).add(new Variant(words, List.of(standard.split(" "))));
    });
    byFirst.values().forEach(list -> list.sort((a, b) -> b.words().size() != a.words().size()
        ? b.words().size() - a.words().size() : String.join(" ", a.words()).compareTo(String.join(" ", b.words()))));
    return byFirst;
  }
}
