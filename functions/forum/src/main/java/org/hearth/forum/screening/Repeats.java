package org.hearth.forum.screening;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells whether an author posts the same again: most of the word triples of this text stood in a recent one. */
final class Repeats {
  /** Shorter texts ("thank you so much") may well be said twice. */
  private static final int SHORTEST = 8;
  private static final double MOST = 0.8;

  private Repeats() {}

  static boolean repeats(Prepared post) {
    Set<String> here = triples(post.canonical());
    return here.size() >= SHORTEST - 2 && post.author().recentTexts().stream().anyMatch(text -> share(here, text,
        post.work()) >= MOST);
  }

  private static double share(Set<String> here, String text, Work work) {
    work.spend(text.length());
    Set<String> there = triples(Words.read(Folded.of(text.substring(0, Math.min(text.length(), Screening.LONGEST))), work));
    long same = here.stream().filter(there::contains).count();
    return (double) same / here.size();
  }

  private static Set<String> triples(Canonical text) {
    Set<String> triples = new HashSet<>();
    List<Canonical.Token> words = text.tokens();
    for (int i = 0; i + 2 < words.size(); i++) {
      triples.add(words.get(i).word() + " " + words.get(i + 1).word() + " " + words.get(i + 2).word());
    }
    return triples;
  }
}
