package org.hearth.forum.access;

import java.time.Duration;
import java.time.Instant;
import org.hearth.forum.Stored;
import org.hearth.forum.Ulid;

/**
 * A link that lets people into a restricted group. The secret in it is kept nowhere.
 *
 * @param hash of the secret
 * @param createdBy the lead or admin who made it
 * @param uses how many people it lets in at most
 * @param used how many it has let in
 * @param withdrawnAt when somebody took it back; null when nobody did
 */
public record Invitation(
    String id, String groupId, String hash, String createdBy, Instant expiresAt, int uses, int used, Stay stay, Instant withdrawnAt, long revision)
    implements Stored {
  /** How long one that lets nobody in any more is still listed. */
  public static final Duration LISTED = Duration.ofDays(30);

  /** In which state whoever made it sees it. Whoever has the link only sees whether it is OPEN. */
  public enum State {
    OPEN,
    USED_UP,
    EXPIRED,
    WITHDRAWN
  }

  /**
   * How long whoever comes in may stay.
   *
   * @param until the same end for all; null for none
   * @param days how long from the day on which somebody comes in; null for as long as they like
   */
  public record Stay(Instant until, Integer days) {
    public static final Stay FOR_GOOD = new Stay(null, null);

    /** When it ends for somebody who comes in now; null when it does not. */
    public Instant endFor(Instant now) {
      return days == null ? until : now.plus(Duration.ofDays(days));
    }
  }

  public Instant createdAt() {
    return Ulid.time(id);
  }

  public State at(Instant now) {
    if (withdrawnAt != null) {
      return State.WITHDRAWN;
    }
    boolean nothingLeft = stay.until() != null && !now.isBefore(stay.until());
    return !now.isBefore(expiresAt) || nothingLeft ? State.EXPIRED : used < uses ? State.OPEN : State.USED_UP;
  }

  Invitation usedOnceMore() {
    return new Invitation(id, groupId, hash, createdBy, expiresAt, uses, used + 1, stay, withdrawnAt, revision + 1);
  }

  Invitation withdrawn(Instant now) {
    return new Invitation(id, groupId, hash, createdBy, expiresAt, uses, used, stay, now, revision + 1);
  }

  /** When the table may forget it. */
  public Instant forgottenAt() {
    return expiresAt.plus(LISTED);
  }
}
