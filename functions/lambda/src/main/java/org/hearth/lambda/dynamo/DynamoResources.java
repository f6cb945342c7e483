package org.hearth.lambda.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.forum.resources.Resource;
import org.hearth.forum.resources.Resources;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The library, one query. */
public final class DynamoResources implements Resources {
  private final Tables tables;

  public DynamoResources(Tables tables) {
    this.tables = tables;
  }

  @Override
  public List<Resource> all() {
    return tables.client.queryPaginator(query -> query.tableName(tables.contentTable)
            .keyConditionExpression("pk = :resources")
            .expressionAttributeValues(Map.of(":resources", AttributeValue.fromS(ContentSchemas.RESOURCES))))
        .items().stream().map(tables.resources()::record).toList();
  }

  @Override
  public Optional<Resource> find(String id) {
    return tables.get(tables.resources(), ContentSchemas.RESOURCES, id);
  }
}
