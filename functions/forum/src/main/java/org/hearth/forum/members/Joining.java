package org.hearth.forum.members;

import java.time.InstantSource;
import java.util.Optional;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Refused;

/** Chooses a pseudonym, the first time or anew. */
public final class Joining {

  /** @param joined whether this was the first time */
  public record Joined(Profile profile, boolean joined) {}

  private final Members members;
  private final Changes changes;
  private final InstantSource clock;

  public Joining(Members members, Changes changes, InstantSource clock) {
    this.members = members;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * @param role what the session says now; it is kept, so that the name is shown with it
   * @throws Refused when the name can't be a pseudonym or somebody has it
   */
  public Joined as(String memberId, Role role, String typed) {
    var name = typed.strip();
    Pseudonym.refusal(name).ifPresent(why -> { throw Refused.invalid("name", why); });
    return Attempts.of(() -> claim(memberId, role, name));
  }

  /**
   * Keeps the role that the session says, if it is another than before.
   *
   * @return whether there is such a member
   */
  public boolean keepRole(String memberId, Role role) {
    return Attempts.of(() -> {
      var profile = members.find(memberId);
      profile.filter(known -> known.role() != role)
          .ifPresent(known -> changes.commit(new Change().save(known.named(known.name(), role))));
      return profile.isPresent();
    });
  }

  private Joined claim(String memberId, Role role, String name) {
    var folded = Pseudonym.folded(name);
    var claim = members.claimOn(folded);
    if (claim.isPresent() && !claim.get().memberId().equals(memberId)) {
      throw Refused.invalid("name", "Another member has this name or one that looks like it. Choose another.");
    }
    var profile = members.find(memberId);
    var left = profile.isPresent() ? Optional.<KeptStanding>empty() : members.keptStanding(memberId);
    var named = profile.map(known -> known.named(name, role)).orElseGet(() -> joining(memberId, name, role, left));
    var change = new Change().save(named);
    left.ifPresent(change::remove);
    if (claim.isEmpty()) {
      change.add(new NameClaim(folded, memberId, 1));
      profile.flatMap(this::currentClaim).ifPresent(change::remove);
    }
    changes.commit(change);
    return new Joined(named, profile.isEmpty());
  }

  private Profile joining(String memberId, String name, Role role, Optional<KeptStanding> left) {
    var joining = Profile.joining(memberId, name, role, clock.instant());
    return left.map(KeptStanding::standing).map(joining::keeping).orElse(joining);
  }

  private Optional<NameClaim> currentClaim(Profile profile) {
    return members.claimOn(Pseudonym.folded(profile.name()));
  }
}
