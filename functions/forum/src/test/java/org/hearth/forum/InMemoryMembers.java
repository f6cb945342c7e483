package org.hearth.forum;

import java.util.Optional;
import org.hearth.forum.members.KeptStanding;
import org.hearth.forum.members.Members;
import org.hearth.forum.members.NameClaim;
import org.hearth.forum.members.Preferences;
import org.hearth.forum.members.Profile;

/** Members of an {@link InMemoryForum}. */
public final class InMemoryMembers implements Members {
  private final InMemoryForum forum;

  InMemoryMembers(InMemoryForum forum) {
    this.forum = forum;
  }

  @Override
  public Optional<Profile> find(String memberId) {
    return forum.get(Profile.class, memberId);
  }

  @Override
  public Optional<NameClaim> claimOn(String foldedName) {
    return forum.get(NameClaim.class, foldedName);
  }

  @Override
  public Optional<Preferences> preferences(String memberId) {
    return forum.get(Preferences.class, memberId);
  }

  @Override
  public Optional<KeptStanding> keptStanding(String memberId) {
    return forum.get(KeptStanding.class, memberId);
  }
}
