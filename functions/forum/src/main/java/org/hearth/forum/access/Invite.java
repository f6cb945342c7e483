package org.hearth.forum.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Fingerprint;
import org.hearth.forum.Ids;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.members.Caller;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Groups;
import org.hearth.forum.posting.Visibility;
import org.hearth.forum.posting.Wording;

/** Makes invitations to restricted groups, lists them and takes them back. For leads and admins. */
public final class Invite {
  public static final int MOST_OPEN = 100;
  public static final int MOST_USES = 500;
  public static final Duration LONGEST_LINK = Duration.ofDays(90);
  public static final int LONGEST_STAY_DAYS = 1_826;
  private static final int SECRET_BYTES = 24;

  /**
   * @param expiresAt when the link stops working
   * @param stayUntil the same end for all who come in; null for none
   * @param stayDays how long each may stay; null for as long as they like
   */
  public record Draft(String groupId, Instant expiresAt, Integer uses, Instant stayUntil, Integer stayDays) {}

  /** @param token what the link carries: it is told once, and can't be had again */
  public record Made(Invitation invitation, String token) {}

  private final Invitations invitations;
  private final Groups groups;
  private final Changes changes;
  private final Auditing audit;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public Invite(Invitations invitations, Groups groups, Changes changes, Auditing audit, Ids ids, InstantSource clock) {
    this.invitations = invitations;
    this.groups = groups;
    this.changes = changes;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** The groups to which somebody can be invited. */
  public List<Group> groups(Caller caller) {
    caller.leadOrAdmin();
    return groups.all().stream().filter(group -> group.visibility() == Visibility.RESTRICTED).toList();
  }

  /** The newest first. */
  public List<Invitation> all(Caller caller) {
    caller.leadOrAdmin();
    var now = clock.instant();
    return invitations.all().stream().filter(one -> now.isBefore(one.forgottenAt()))
        .sorted(Comparator.comparing(Invitation::id).reversed()).toList();
  }

  /** @throws Refused when the caller may not, or with every field that can't be as it is */
  public Made make(Caller caller, Draft draft) {
    var by = caller.leadOrAdmin();
    check(draft);
    return Attempts.of(() -> {
      var now = clock.instant();
      if (invitations.all().stream().filter(one -> one.at(now) == Invitation.State.OPEN).count() >= MOST_OPEN) {
        throw new Refused(new Refusal.Locked("There are " + MOST_OPEN + " open invitations already. Take one back first."));
      }
      var secret = secret();
      var made = new Invitation(ids.at(now), draft.groupId(), hash(secret), by.id(), draft.expiresAt(), draft.uses(), 0,
          new Invitation.Stay(draft.stayUntil(), draft.stayDays()), null, 1);
      changes.commit(audit.to(new Change().add(made), now, by.id(), Audited.INVITATION_MADE, made.id(), made.groupId()));
      return new Made(made, made.id() + "." + secret);
    });
  }

  /** Takes an invitation back. Who came in by it stays; twice is once. */
  public void withdraw(Caller caller, String id) {
    var by = caller.leadOrAdmin();
    Attempts.of(() -> {
      var known = invitations.find(id).orElseThrow(Refused::notFound);
      if (known.withdrawnAt() == null) {
        var now = clock.instant();
        changes.commit(audit.to(new Change().save(known.withdrawn(now)), now, by.id(), Audited.INVITATION_WITHDRAWN, id, known.groupId()));
      }
      return null;
    });
  }

  static String hash(String secret) {
    return Fingerprint.of("invitation", secret);
  }

  private String secret() {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private void check(Draft draft) {
    var now = clock.instant();
    boolean known = draft.groupId() != null
        && groups.find(draft.groupId()).filter(group -> group.visibility() == Visibility.RESTRICTED).isPresent();
    var until = draft.stayUntil();
    var expires = draft.expiresAt();
    new Wording()
        .because(!known, "groupId", "Choose one of the groups that are by invitation.")
        .because(expires == null || !expires.isAfter(now) || expires.isAfter(now.plus(LONGEST_LINK)), "expiresAt",
            "Say when the link stops working: within the next " + LONGEST_LINK.toDays() + " days.")
        .because(draft.uses() == null || draft.uses() < 1 || draft.uses() > MOST_USES, "uses", "Say how many people may use it: 1 to " + MOST_USES + ".")
        .because(until != null && draft.stayDays() != null, "stayDays", "Give a day on which access ends, or a number of days, not both.")
        .because(until != null && (expires != null && !until.isAfter(expires) || !within(until, now)), "stayUntil",
            "Choose a day after the link has stopped working, within five years.")
        .because(draft.stayDays() != null && (draft.stayDays() < 1 || draft.stayDays() > LONGEST_STAY_DAYS), "stayDays",
            "Choose 1 to " + LONGEST_STAY_DAYS + " days, or none for no end.")
        .check();
  }

  static boolean within(Instant end, Instant now) {
    return end.isAfter(now) && !end.isAfter(now.plus(Duration.ofDays(LONGEST_STAY_DAYS)));
  }
}
