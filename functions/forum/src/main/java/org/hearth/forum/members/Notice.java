package org.hearth.forum.members;

import java.time.Instant;

/**
 * What a member is told of a decision about them or their post.
 *
 * @param automatic whether an automatic check was involved
 * @param appeal null, or the state of their appeal
 * @param reply what a moderator wrote to them in person; null when nobody did
 */
public record Notice(String decisionId, String action, String rule, String reason, Instant at, boolean automatic, Appeal appeal, String reply) {

  /** Without a personal reply. */
  public Notice(String decisionId, String action, String rule, String reason, Instant at, boolean automatic, Appeal appeal) {
    this(decisionId, action, rule, reason, at, automatic, appeal, null);
  }

  /** An appeal against the decision. */
  public record Appeal(State state, Instant at) {
    public enum State {
      OPEN,
      /** The decision stays. */
      UPHELD,
      /** A milder one has taken its place, or none. */
      OVERTURNED,
      /** A stricter one has taken its place, which can be appealed itself. */
      REPLACED
    }
  }

  public Notice appealed(Appeal.State state, Instant when) {
    return new Notice(decisionId, action, rule, reason, at, automatic, new Appeal(state, when), reply);
  }

  public Notice replied(String personally) {
    return new Notice(decisionId, action, rule, reason, at, automatic, appeal, personally);
  }

  /** Whether its member can still ask another moderator to look, where the action allows it. */
  public boolean mayBeAppealed() {
    return appeal == null || appeal.state() == Appeal.State.REPLACED;
  }
}
