package org.hearth.forum.members;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The people, by id. Writes go through {@link org.hearth.forum.Changes}. */
public interface Members {
  Optional<Profile> find(String memberId);

  /** Those of them who are there, in the order they were asked for. */
  List<Profile> all(List<String> memberIds);

  /** The claim on a pseudonym, by its folded form. */
  Optional<NameClaim> claimOn(String foldedName);

  /** Empty while they have chosen nothing. */
  Optional<Preferences> preferences(String memberId);

  /** The members whose digest is due, the one that waits longest first. */
  List<String> digestsDue(Instant now, int most);

  /** With what links out of mails are signed; empty before the first mail. */
  Optional<MailKey> mailKey();

  /** What is left of a member who was erased while they might not take part. */
  Optional<KeptStanding> keptStanding(String memberId);
}
