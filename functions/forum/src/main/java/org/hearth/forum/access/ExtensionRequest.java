package org.hearth.forum.access;

import java.time.Instant;
import org.hearth.forum.Stored;

/**
 * A member's wish to stay in a group for longer, and what became of it. Each member has one of each group: a new one takes the
 * place of the one before.
 *
 * @param note in the member's own words
 * @param answer null while it waits
 */
public record ExtensionRequest(String memberId, String groupId, String note, Instant askedAt, Answer answer, long revision) implements Stored {

  /**
   * What a lead or admin said.
   *
   * @param until the new end; null when the member may stay for good, or was refused
   * @param reason for the member to read
   */
  public record Answer(boolean granted, Instant until, String reason, String by, Instant at) {}

  public boolean waits() {
    return answer == null;
  }

  ExtensionRequest askedAgain(String newNote, Instant now) {
    return new ExtensionRequest(memberId, groupId, newNote, now, null, revision + 1);
  }

  ExtensionRequest answered(Answer given) {
    return new ExtensionRequest(memberId, groupId, note, askedAt, given, revision + 1);
  }
}
