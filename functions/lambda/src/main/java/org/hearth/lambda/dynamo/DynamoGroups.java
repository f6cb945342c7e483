package org.hearth.lambda.dynamo;

import java.util.List;
import java.util.Map;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Groups;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The groups, one query. */
public final class DynamoGroups implements Groups {
  private final Tables tables;

  public DynamoGroups(Tables tables) {
    this.tables = tables;
  }

  @Override
  public List<Group> all() {
    return tables.client.query(query -> query.tableName(tables.groups().table())
            .keyConditionExpression("pk = :groups")
            .expressionAttributeValues(Map.of(":groups", AttributeValue.fromS(ContentSchemas.GROUPS))))
        .items().stream().map(tables.groups()::record).toList();
  }
}
