package org.hearth.forum.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.hearth.forum.screening.LinearModel.Question;

/** Explains a model's answer by the words that weighed most. */
final class Wording {
  private static final int SHOWN = 3;

  private Wording() {}

  private record Weighed(int token, double share) {}

  /** A finding whose span is the weightiest word and whose reason names the weightiest words. */
  static Finding finding(Prepared post, Family family, Question question, String rule, Grade grade, String like) {
    List<Weighed> words = weightiest(post, question);
    String named = words.stream().map(w -> post.canonical().tokens().get(w.token())).map(t -> post.text().substring(t.start(),
        t.end()))
        .distinct().map(word -> "“" + word + "”").collect(Collectors.joining(", "));
    Canonical.Token first = words.isEmpty() ? null : post.canonical().tokens().get(words.getFirst().token());
    return new Finding(family, rule, grade, first == null ? 0 : first.start(), first == null ? post.text().length() : first.end(),
        "The wording is like that of " + like + (named.isEmpty() ? "." : ": " + named + "."));
  }

  private static List<Weighed> weightiest(Prepared post, Question question) {
    Evidence evidence = post.evidence();
    double[] shares = new double[post.canonical().tokens().size()];
    for (int i = 0; i < evidence.size(); i++) {
      if (evidence.token(i) >= 0) {
        shares[evidence.token(i)] += LinearModel.standard().share(question, evidence, i);
      }
    }
    List<Weighed> words = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      words.add(new Weighed(i, shares[i]));
    }
    words.sort(Comparator.comparingDouble((Weighed w) -> -w.share()).thenComparing(Weighed::token));
    return words.subList(0, Math.min(SHOWN, words.size()));
  }
}
