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

  /**
   * A rule's match in the canonical text.
   *
   * @param at where the match begins
   * @param to where it ends, exclusive
   * @param anchorAt where the words begin that the rule is about
   * @param anchorTo where they end, exclusive
   */
  record Hit(Rule rule, Canonical.Sentence sentence, int at, int to, int anchorAt, int anchorTo) {
    boolean covers(Hit other) {
      return at < other.anchorTo && other.anchorAt < to;
    }
  }

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

  List<Rule> rules() {
    return rules;
  }

  /** Every rule's first match in each sentence, without those that a shield of the same family covers. */
  List<Hit> hits(Canonical text, Work work) {
    List<Hit> hits = new ArrayList<>();
    if (!text.tokens().isEmpty()) {
      work.spend(text.chars().length());
      for (Canonical.Sentence sentence : text.sentences()) {
        hits.addAll(standing(hits(text, sentence, work)));
      }
    }
    return hits;
  }

  private List<Hit> hits(Canonical text, Canonical.Sentence sentence, Work work) {
    List<Hit> hits = new ArrayList<>();
    String chars = text.sentence(sentence);
    boolean[] asked = new boolean[rules.size()];
    for (var found : anchors.parseText(chars)) {
      for (int i : found.value) {
        if (!asked[i]) {
          asked[i] = true;
          work.spend(chars.length());
          Matcher matcher = rules.get(i).pattern().matcher(chars);
          for (int from = 0; matcher.find(from); from = matcher.end(2)) {
            hits.add(new Hit(rules.get(i), sentence, sentence.at() + matcher.start(1), sentence.at() + matcher.end(1),
                sentence.at() + matcher.start(2), sentence.at() + matcher.end(2)));
          }
        }
      }
    }
    return hits;
  }

  private static List<Hit> standing(List<Hit> hits) {
    List<Hit> shields = hits.stream().filter(hit -> hit.rule().isShield()).toList();
    if (shields.isEmpty()) {
      return hits;
    }
    return hits.stream().filter(hit -> hit.rule().isShield() || hit.rule().isUnshielded() || shields.stream()
        .noneMatch(shield -> shield.rule().family().equals(hit.rule().family()) && shield.covers(hit))).toList();
  }
}
