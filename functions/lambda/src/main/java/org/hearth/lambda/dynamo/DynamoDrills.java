package org.hearth.lambda.dynamo;

import java.util.List;
import java.util.Map;
import org.hearth.forum.drill.Drill;
import org.hearth.forum.drill.Drills;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Exercises, in a partition of the Moderation table. */
public final class DynamoDrills implements Drills {
  private final Tables tables;

  public DynamoDrills(Tables tables) {
    this.tables = tables;
  }

  @Override
  public List<Drill> newest(int most) {
    return tables.client.query(query -> query.tableName(tables.moderationTable)
            .keyConditionExpression("pk = :drills")
            .consistentRead(true)
            .expressionAttributeValues(Map.of(":drills", AttributeValue.fromS(ModerationSchemas.DRILLS)))
            .scanIndexForward(false)
            .limit(most))
        .items().stream().map(tables.drills()::record).toList();
  }
}
