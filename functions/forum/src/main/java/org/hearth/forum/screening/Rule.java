package org.hearth.forum.screening;

import com.google.re2j.Pattern;
import java.util.List;

/** One pattern of a rule, as read from a .rules file. It is compiled when a text first has one of its anchors: most never are. */
final class Rule {
  private final String id;
  private final String kind;
  private final String reason;
  private final List<String> anchors;
  private final String expression;
  private Pattern compiled;

  /**
   * A rule's pattern.
   *
   * @param id the rule's stable id; several patterns may share it
   * @param kind what the file calls it: a safeguarding level, a grade, shield, or signal
   * @param reason the sentence that a moderator reads
   * @param anchors words of which one is in every match, so that only sentences with one are looked at
   * @param expression for one sentence; group 1 is the span, group 2 the anchor
   */
  Rule(String id, String kind, String reason, List<String> anchors, String expression) {
    this.id = id;
    this.kind = kind;
    this.reason = reason;
    this.anchors = List.copyOf(anchors);
    this.expression = expression;
  }

  String id() {
    return id;
  }

  String kind() {
    return kind;
  }

  String reason() {
    return reason;
  }

  List<String> anchors() {
    return anchors;
  }

  /** Two threads may compile it at once; they get equal patterns. */
  Pattern pattern() {
    Pattern pattern = compiled;
    if (pattern == null) {
      pattern = Pattern.compile(expression);
      compiled = pattern;
    }
    return pattern;
  }

  /** What comes before the first dot of the id. */
  String family() {
    return id.substring(0, id.indexOf('.'));
  }

  boolean isShield() {
    return kind.equals("shield");
  }

  /** No shield covers it: notes of a past crisis, and rules that say so with an exclamation mark. */
  boolean isUnshielded() {
    return kind.equals("historic") || kind.endsWith("!");
  }

  /** True if the rule by itself makes a finding. */
  boolean finds() {
    return !isShield() && !kind.equals("signal");
  }

  /** The kind without its mark. */
  String plainKind() {
    return kind.replace("!", "");
  }
}
