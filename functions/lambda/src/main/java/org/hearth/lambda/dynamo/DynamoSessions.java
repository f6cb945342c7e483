package org.hearth.lambda.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.lambda.members.Sessions;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Whose session it is and whether it was ended, in one batch. */
public final class DynamoSessions implements Sessions {
  private final Tables tables;

  public DynamoSessions(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Known find(String memberId, String tokenId) {
    var profile = Tables.key(MemberSchemas.MEMBER + memberId, MemberSchemas.PROFILE);
    var end = Tables.key(MemberSchemas.MEMBER + memberId, MemberSchemas.SESSION + tokenId);
    var chosen = Tables.key(MemberSchemas.MEMBER + memberId, MemberSchemas.PREFERENCES);
    var greeter = Tables.key(MemberSchemas.GREETERS, memberId);
    var found = Batch.get(tables.client, Map.of(tables.membersTable, KeysAndAttributes.builder().keys(profile, chosen, greeter, end).consistentRead(true).build()));
    List<Map<String, AttributeValue>> items = found.getOrDefault(tables.membersTable, List.of());
    boolean ended = items.stream().anyMatch(item -> item.get("sk").s().startsWith(MemberSchemas.SESSION));
    return new Known(
        one(items, MemberSchemas.PROFILE).map(tables.profiles()::record), one(items, MemberSchemas.PREFERENCES).map(tables.preferences()::record),
        one(items, memberId).isPresent(), ended);
  }

  private static Optional<Map<String, AttributeValue>> one(List<Map<String, AttributeValue>> items, String sort) {
    return items.stream().filter(item -> item.get("sk").s().equals(sort)).findFirst();
  }
}
