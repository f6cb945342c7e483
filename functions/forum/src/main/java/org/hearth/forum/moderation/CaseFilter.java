package org.hearth.forum.moderation;

import java.time.Instant;

/**
 * Which cases of a list somebody wants to see. What is null takes all.
 *
 * @param holder who has it, seen from the reader
 * @param readerId whose list it is
 * @param now when: a claim lapses
 */
public record CaseFilter(Risk risk, String groupId, Case.Kind kind, Holder holder, String readerId, Instant now) {

  public enum Holder {
    MINE,
    NOBODY
  }

  public static final CaseFilter NONE = new CaseFilter(null, null, null, null, null, Instant.EPOCH);

  public boolean takesAll() {
    return risk == null && groupId == null && kind == null && holder == null;
  }

  public boolean takes(Case one) {
    return (risk == null || one.risk() == risk) && (groupId == null || groupId.equals(one.subject().groupId())) && (kind == null || one.shownKind() == kind)
        && (holder == null || heldBy(one));
  }

  private boolean heldBy(Case one) {
    return switch (holder) {
      case MINE -> one.claimedBy(readerId, now);
      case NOBODY -> one.claimAt(now) == null;
    };
  }
}
