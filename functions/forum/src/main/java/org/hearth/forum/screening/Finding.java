package org.hearth.forum.screening;

import java.util.Objects;

/**
 * One thing that a check saw in a post.
 *
 * @param family what it is about
 * @param rule stable id of the rule, such as {@code safeguarding.intent.direct}
 * @param grade how urgent this finding alone makes the post
 * @param start first character, a UTF-16 offset into the submitted text
 * @param end one past the last character; greater than {@code start}, but for an empty text
 * @param reason one plain sentence that a moderator reads
 */
public record Finding(Family family, String rule, Grade grade, int start, int end, String reason) {
  public Finding {
    Objects.requireNonNull(family);
    Objects.requireNonNull(rule);
    Objects.requireNonNull(grade);
    Objects.requireNonNull(reason);
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("A finding's span must run forwards: " + start + " to " + end);
    }
  }
}
