package org.hearth.lambda.dynamo;

import java.util.Map;
import org.hearth.forum.care.CareSettings;
import org.hearth.forum.care.Cares;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How moderators are looked after, in the Moderation table, one query. */
public final class DynamoCares implements Cares {
  private final Tables tables;

  public DynamoCares(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Book book() {
    var items = tables.client.query(query -> query.tableName(tables.moderationTable)
            .keyConditionExpression("pk = :care")
            .consistentRead(true)
            .expressionAttributeValues(Map.of(":care", AttributeValue.fromS(CareSchemas.CARE))))
        .items();
    return new Book(
        items.stream().filter(item -> item.get("sk").s().equals(CareSchemas.SETTINGS)).findFirst().map(tables.careSettings()::record)
            .orElse(CareSettings.USUAL),
        items.stream().filter(item -> item.get("sk").s().startsWith(CareSchemas.LOAD)).map(tables.loads()::record).toList());
  }
}
