package org.hearth.forum.screening;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a .rules file. {@code let NAME = a|b} names alternatives for {@code {NAME}}; {@code rule ID KIND: reason} begins a rule;
 * each indented line is a pattern over words with one space between them. In a pattern {@code <a|b>} are the anchors, of which
 * one must be there; {@code (x )?} never captures; {@code ~3} stands for up to three words of any kind.
 */
final class RuleFile {
  private static final Pattern DOT = Pattern.compile("([(|:])\\.([|)])");
  private static final Pattern LAST_GAP = Pattern.compile(" ?~(\\d+) ?$");
  private static final Pattern GAP = Pattern.compile("~(\\d+) ?");

  private final Map<String, String> names = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private String id;
  private String kind;
  private String reason;

  private RuleFile() {}

  static List<Rule> read(String resource) {
    RuleFile file = new RuleFile();
    for (String line : Resources.lines(resource)) {
      file.line(line);
    }
    return List.copyOf(file.rules);
  }

  private void line(String line) {
    if (line.startsWith("let ")) {
      int equals = line.indexOf('=');
      names.put(line.substring(4, equals).strip(), expand(line.substring(equals + 1).strip()));
    } else if (line.startsWith("rule ")) {
      int colon = line.indexOf(':');
      String[] head = line.substring(5, colon).strip().split(" ");
      id = head[0];
      kind = head[1];
      reason = line.substring(colon + 1).strip();
    } else {
      pattern(expand(line.strip()));
    }
  }

  private void pattern(String text) {
    int open = text.indexOf('<');
    int close = text.indexOf('>', open);
    if (open < 0 || close < 0) {
      throw new IllegalStateException("A pattern of " + id + " has no anchor: " + text);
    }
    List<String> anchors = alternatives(text.substring(open + 1, close));
    String regex = withGaps(withPlainDots(text.replace("(?", "\0").replace("(", "(?:").replace("\0", "(?")
        .replace("<", "(").replace(">", ")"))).strip();
    boolean first = regex.startsWith("^");
    rules.add(new Rule(id, kind, reason, anchors, (first ? "^ (" : " (") + regex.substring(first ? 1 : 0) + ") "));
  }

  /** A dot that is a whole alternative is the end of a sentence, not any character. */
  private static String withPlainDots(String regex) {
    String before = regex;
    String after = DOT.matcher(before).replaceAll("$1\\\\.$2");
    while (!after.equals(before)) {
      before = after;
      after = DOT.matcher(before).replaceAll("$1\\\\.$2");
    }
    return after;
  }

  private static String withGaps(String regex) {
    return GAP.matcher(LAST_GAP.matcher(regex).replaceAll("(?: [^ ]+){0,$1}")).replaceAll("(?:[^ ]+ ){0,$1}");
  }

  static List<String> alternatives(String group) {
    List<String> found = new ArrayList<>();
    for (String alternative : group.replace("(?:", "").replace("(", "").replace(")", "").split("\\|")) {
      found.add(alternative.strip());
    }
    return found;
  }

  private String expand(String text) {
    String expanded = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      expanded = expanded.replace("{" + name.getKey() + "}", "(" + name.getValue() + ")");
    }
    return expanded;
  }
}
