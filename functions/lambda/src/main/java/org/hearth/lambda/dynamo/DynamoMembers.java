package org.hearth.lambda.dynamo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearth.forum.members.KeptStanding;
import org.hearth.forum.members.MailKey;
import org.hearth.forum.members.Members;
import org.hearth.forum.members.NameClaim;
import org.hearth.forum.members.Preferences;
import org.hearth.forum.members.Profile;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The people: one get each, or a hundred in a batch. */
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
  public List<Profile> all(List<String> memberIds) {
    var keys = memberIds.stream().map(id -> Tables.key(MemberSchemas.MEMBER + id, MemberSchemas.PROFILE)).toList();
    var found = Batch.all(tables.client, tables.membersTable, keys).stream().map(tables.profiles()::record)
        .collect(Collectors.toMap(Profile::id, Function.identity()));
    return memberIds.stream().map(found::get).filter(Objects::nonNull).toList();
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
  public List<String> digestsDue(Instant now, int most) {
    return tables.topic(MemberSchemas.DIGESTS, Optional.of(MemberSchemas.dueBy(now) + "~")).limit(most).map(DynamoMembers::member).toList();
  }

  @Override
  public Optional<MailKey> mailKey() {
    return tables.get(tables.mailKeys(), MemberSchemas.KEYS, MemberSchemas.MAIL);
  }

  static String member(Map<String, AttributeValue> item) {
    return item.get("pk").s().substring(MemberSchemas.MEMBER.length());
  }

  @Override
  public Optional<KeptStanding> keptStanding(String memberId) {
    return tables.get(tables.keptStandings(), MemberSchemas.LEFT, memberId);
  }
}
