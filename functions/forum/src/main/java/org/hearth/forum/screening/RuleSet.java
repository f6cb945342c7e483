package org.hearth.forum.screening;

import com.google.re2j.Matcher;
import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Rules behind one Aho–Corasick trie of their anchors: a pattern runs only on a sentence that has one of its anchors. */
final class RuleSet {
  private final List<Rule> rules;
  private final AhoCorasickDoubleArrayTrie<int[]> anchors = new AhoCorasickDoubleArrayTrie<>();

  /** A rule's match: where it is in the canonical text. */
  record Hit(Rule rule, Canonical.Sentence sentence, int at, int to) {}

  RuleSet(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    TreeMap<String, List<Integer>> byAnchor = new TreeMap<>();
    for (int i = 0; i < rules.size(); i++) {
      for (String anchor : rules.get(i).anchors()) {
        byAnchor.computeIfAbsent(" " + anchor + " ", key -> new ArrayList<>()).add(i);
      }
    }
    TreeMap<String, int[]> trie = new TreeMap<>();
    byAnchor.forEach((anchor, ids) -> trie.put(anchor, ids.stream().mapToInt(Integer::intValue).toArray()));
    anchors.build(trie);
  }

  static RuleSet read(String resource) {
    return new RuleSet(RuleFile.read(resource));
  }

  List<Rule> rules() {
    return rules;
  }

  List<Hit> hits(Canonical text, Work work) {
    List<Hit> hits = new ArrayList<>();
    if (text.tokens().isEmpty()) {
      return hits;
    }
    work.spend(text.chars().length());
    boolean[] asked = new boolean[rules.size()];
    int[] sentence = {0};
    List<Integer> askedNow = new ArrayList<>();
    for (var found : anchors.parseText(text.chars())) {
      Canonical.Sentence now = text.sentences().get(sentence[0]);
      if (found.begin >= now.to() - 1) {
        askedNow.forEach(i -> asked[i] = false);
        askedNow.clear();
        while (found.begin >= text.sentences().get(sentence[0]).to() - 1) {
          sentence[0]++;
        }
        now = text.sentences().get(sentence[0]);
      }
      for (int i : found.value) {
        if (!asked[i]) {
          asked[i] = true;
          askedNow.add(i);
          match(rules.get(i), text, now, work, hits);
        }
      }
    }
    return hits;
  }

  private static void match(Rule rule, Canonical text, Canonical.Sentence sentence, Work work, List<Hit> hits) {
    String chars = text.sentence(sentence);
    work.spend(chars.length());
    Matcher matcher = rule.pattern().matcher(chars);
    if (matcher.find()) {
      hits.add(new Hit(rule, sentence, sentence.at() + matcher.start(1), sentence.at() + matcher.end(1)));
    }
  }
}
