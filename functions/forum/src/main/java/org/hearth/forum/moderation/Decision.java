package org.hearth.forum.moderation;

import java.time.Instant;
import org.hearth.forum.Stored;

/**
 * What a moderator decided, never changed afterwards.
 *
 * @param concerns the member whose post or profile it is about; null for a complaint
 * @param until when a mute or suspension ends; null when it does not
 * @param reply what the moderator wrote to that member in person; null when they did not
 */
public record Decision(
    String id, String caseId, Action action, String rule, String reason, String moderatorId, String moderatorName, String concerns,
    Instant at, Instant until, String reply, long revision)
    implements Stored {

  /** Without a personal reply. */
  public Decision(
      String id, String caseId, Action action, String rule, String reason, String moderatorId, String moderatorName, String concerns,
      Instant at, Instant until, long revision) {
    this(id, caseId, action, rule, reason, moderatorId, moderatorName, concerns, at, until, null, revision);
  }
}
