package org.hearth.forum.moderation;

import java.time.Instant;
import org.hearth.forum.Stored;

/** What a moderator wrote down about a member, for other moderators. It goes with the member. */
public record MemberNote(String id, String memberId, String text, String moderatorId, String moderatorName, Instant at) implements Stored {

  /** It is written once. */
  @Override
  public long revision() {
    return 1;
  }
}
