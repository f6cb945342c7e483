package org.hearth.forum.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Members;
import org.hearth.forum.members.Profile;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Groups;
import org.hearth.forum.posting.Visibility;

/** Opens an invitation, and lets people in by it: each use is counted with the access that it gives, or not at all. */
public final class AcceptInvitation {
  private static final Pattern TOKEN = Pattern.compile("([0-7][0-9A-HJKMNP-TV-Z]{25})\\.([A-Za-z0-9_-]{32})");

  /** What a link opens. */
  public record Offer(Invitation invitation, Group group) {}

  /** @param until when the access ends; null when it does not */
  public record Accepted(Group group, Instant until, Profile profile) {}

  private final Invitations invitations;
  private final Groups groups;
  private final Members members;
  private final Changes changes;
  private final Auditing audit;
  private final InstantSource clock;

  public AcceptInvitation(Invitations invitations, Groups groups, Members members, Changes changes, Auditing audit, InstantSource clock) {
    this.invitations = invitations;
    this.groups = groups;
    this.members = members;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param token out of the link
   * @throws Refused as not found, whatever is wrong with it: one that was taken back answers as one that never was
   */
  public Offer look(String token) {
    return offer(token, clock.instant());
  }

  /** @throws Refused when the caller may not read here, or the link opens nothing. Whoever may stay as long already uses nothing up. */
  public Accepted by(Caller caller, String token) {
    var member = caller.reader();
    return Attempts.of(() -> {
      var now = clock.instant();
      var offer = offer(token, now);
      var profile = inStanding(member, now);
      var end = offer.invitation().stay().endFor(now);
      if (profile.belongs(offer.group().id(), now) && !endsBefore(profile.accessEnds().get(offer.group().id()), end)) {
        return new Accepted(offer.group(), profile.accessEnds().get(offer.group().id()), profile);
      }
      var inside = profile.letInto(offer.group().id(), end);
      var change = new Change().save(offer.invitation().usedOnceMore()).save(inside);
      changes.commit(audit.to(change, now, member.id(), Audited.INVITATION_USED, offer.invitation().id(), offer.group().id()));
      return new Accepted(offer.group(), end, inside);
    });
  }

  private static boolean endsBefore(Instant present, Instant offered) {
    return present != null && (offered == null || present.isBefore(offered));
  }

  // The session may be a minute behind a suspension.
  private Profile inStanding(Caller.Member member, Instant now) {
    var profile = members.find(member.id()).orElseThrow(() -> new Refused(new Refusal.NeedsName()));
    var standing = profile.standing().at(now);
    if (!standing.mayRead()) {
      throw new Refused(new Refusal.StandingForbids(standing));
    }
    return profile;
  }

  private Offer offer(String token, Instant now) {
    var parts = TOKEN.matcher(token == null ? "" : token);
    if (!parts.matches()) {
      throw Refused.notFound();
    }
    return invitations.find(parts.group(1))
        .filter(one -> same(one.hash(), Invite.hash(parts.group(2))) && one.at(now) == Invitation.State.OPEN)
        .flatMap(this::withGroup)
        .orElseThrow(Refused::notFound);
  }

  private Optional<Offer> withGroup(Invitation invitation) {
    return groups.find(invitation.groupId()).filter(group -> group.visibility() == Visibility.RESTRICTED).map(group -> new Offer(invitation, group));
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
