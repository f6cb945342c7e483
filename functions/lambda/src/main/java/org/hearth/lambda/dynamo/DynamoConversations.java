package org.hearth.lambda.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.forum.conversation.Companion;
import org.hearth.forum.conversation.ConversationSettings;
import org.hearth.forum.conversation.Conversations;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Who talks with whom; a member's own, one query. */
public final class DynamoConversations implements Conversations {
  private final Tables tables;

  public DynamoConversations(Tables tables) {
    this.tables = tables;
  }

  @Override
  public ConversationSettings settings() {
    return tables.get(tables.conversationSettings(), MemberSchemas.KEYS, ConversationSchemas.SETTINGS).orElse(ConversationSettings.OFF);
  }

  @Override
  public Optional<Companion> find(String memberId, String otherId) {
    return tables.get(tables.companions(), MemberSchemas.MEMBER + memberId, ConversationSchemas.TALK + otherId);
  }

  @Override
  public List<Companion> of(String memberId) {
    return tables.client.queryPaginator(query -> query.tableName(tables.membersTable)
            .keyConditionExpression("pk = :pk AND begins_with(sk, :talk)")
            .consistentRead(true)
            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(MemberSchemas.MEMBER + memberId),
                ":talk", AttributeValue.fromS(ConversationSchemas.TALK))))
        .items().stream().map(tables.companions()::record).toList();
  }
}
