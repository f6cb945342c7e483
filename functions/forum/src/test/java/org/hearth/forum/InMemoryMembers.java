package org.hearth.forum;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hearth.forum.members.KeptStanding;
import org.hearth.forum.members.MailKey;
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
  public List<Profile> all(List<String> memberIds) {
    return memberIds.stream().flatMap(id -> find(id).stream()).toList();
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
  public List<String> digestsDue(Instant now, int most) {
    return forum.each(Preferences.class).filter(chosen -> chosen.mail().digest() && !chosen.mail().digestAt().isAfter(now))
        .sorted(Comparator.comparing(chosen -> chosen.mail().digestAt())).limit(most).map(Preferences::memberId).toList();
  }

  @Override
  public Optional<MailKey> mailKey() {
    return forum.get(MailKey.class, "");
  }

  @Override
  public Optional<KeptStanding> keptStanding(String memberId) {
    return forum.get(KeptStanding.class, memberId);
  }
}
