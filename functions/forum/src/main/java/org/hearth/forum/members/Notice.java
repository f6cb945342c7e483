package org.hearth.forum.members;

import java.time.Instant;

/**
 * What a member is told of a decision about them or their post.
 *
 * @param automatic whether an automatic check was involved
 * @param appeal null, or the state of their appeal
 */
public record Notice(String decisionId, String action, String rule, String reason, Instant at, boolean automatic, Appeal appeal) {

  /** An appeal against the decision. */
  public record Appeal(State state, Instant at) {
    public enum State {
      OPEN,
      UPHELD,
      OVERTURNED
    }
  }

  public Notice appealed(Appeal.State state, Instant when) {
    return new Notice(decisionId, action, rule, reason, at, automatic, new Appeal(state, when));
  }
}
