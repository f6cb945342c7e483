package org.hearth.lambda.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearth.forum.access.ExtensionRequest;
import org.hearth.forum.access.ExtensionRequests;
import org.hearth.forum.access.Invitation;
import org.hearth.forum.access.Invitations;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Invitations, one query; and requests to stay for longer. */
public final class DynamoInvitations implements Invitations, ExtensionRequests {
  private final Tables tables;

  public DynamoInvitations(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<Invitation> find(String id) {
    return tables.get(tables.invitations(), AccessSchemas.INVITATIONS, id);
  }

  @Override
  public List<Invitation> all() {
    return query("pk = :pk", Map.of(":pk", AttributeValue.fromS(AccessSchemas.INVITATIONS))).map(tables.invitations()::record).toList();
  }

  @Override
  public Optional<ExtensionRequest> find(String memberId, String groupId) {
    return tables.get(tables.extensionRequests(), MemberSchemas.MEMBER + memberId, AccessSchemas.ACCESS + groupId);
  }

  @Override
  public List<ExtensionRequest> of(String memberId) {
    return query("pk = :pk AND begins_with(sk, :access)", Map.of(
            ":pk", AttributeValue.fromS(MemberSchemas.MEMBER + memberId), ":access", AttributeValue.fromS(AccessSchemas.ACCESS)))
        .map(tables.extensionRequests()::record).toList();
  }

  @Override
  public List<ExtensionRequest> waiting(int most) {
    return tables.topic(AccessSchemas.WAITING, Optional.empty()).limit(most)
        .flatMap(key -> tables.get(tables.extensionRequests(), key.get("pk").s(), key.get("sk").s()).stream())
        .filter(ExtensionRequest::waits).toList();
  }

  private Stream<Map<String, AttributeValue>> query(String condition, Map<String, AttributeValue> values) {
    return tables.client.queryPaginator(query -> query.tableName(tables.membersTable).keyConditionExpression(condition).consistentRead(true)
        .expressionAttributeValues(values)).items().stream();
  }
}
