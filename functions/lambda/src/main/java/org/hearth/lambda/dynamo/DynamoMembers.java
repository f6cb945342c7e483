package org.hearth.lambda.dynamo;

import java.util.Optional;
import org.hearth.forum.members.KeptStanding;
import org.hearth.forum.members.Members;
import org.hearth.forum.members.NameClaim;
import org.hearth.forum.members.Preferences;
import org.hearth.forum.members.Profile;

/** The people, one get each. */
public final class DynamoMembers implements Members {
  private final Tables tables;

  public DynamoMembers(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<Profile> find(String memberId) {
    return tables.get(tables.profiles(), MemberSchemas.MEMBER + memberId, MemberSchemas.PROFILE);
  }

  @Override
  public Optional<NameClaim> claimOn(String foldedName) {
    return tables.get(tables.nameClaims(), MemberSchemas.NAME + foldedName, "NAME");
  }

  @Override
  public Optional<Preferences> preferences(String memberId) {
    return tables.get(tables.preferences(), MemberSchemas.MEMBER + memberId, MemberSchemas.PREFERENCES);
  }

  @Override
  public Optional<KeptStanding> keptStanding(String memberId) {
    return tables.get(tables.keptStandings(), MemberSchemas.LEFT, memberId);
  }
}
