package org.hearth.forum.screening;

import java.util.ArrayList;
import java.util.List;

/** The words that a group added to or took from the standard lists. */
final class GroupWords {
  private GroupWords() {}

  /** A finding for each of the group's held words that the post has, whatever its spelling tricks. */
  static List<Finding> held(Prepared post) {
    List<Finding> found = new ArrayList<>();
    String chars = post.canonical().chars().toString();
    for (String held : post.tuning().heldWords()) {
      String words = canonical(held);
      post.work().spend(chars.length());
      for (int at = chars.indexOf(words); words.length() > 2 && at >= 0; at = chars.indexOf(words, at + 1)) {
        Canonical.Token first = post.canonical().tokens().get(post.canonical().tokenAt(at + 1));
        Canonical.Token last = post.canonical().tokens().get(post.canonical().tokenAt(at + words.length() - 2));
        found.add(new Finding(Family.ABUSE, "abuse.group-word", Grade.AMBER, first.start(), last.end(),
            "A word that this group holds."));
      }
    }
    return found;
  }

  /** True if the finding's words are ones that this group allows. */
  static boolean allows(Prepared post, Finding finding) {
    return finding.family() != Family.SAFEGUARDING && finding.family() != Family.CHECK_FAILED
        && post.tuning().allowedWords().stream().map(GroupWords::canonical)
            .anyMatch(allowed -> canonical(post.text().substring(finding.start(), finding.end())).contains(allowed));
  }

  private static String canonical(String text) {
    return Words.read(Folded.of(text), new Work()).chars().toString();
  }
}
