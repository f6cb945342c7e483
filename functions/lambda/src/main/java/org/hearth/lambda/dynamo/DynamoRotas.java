package org.hearth.lambda.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.forum.rota.Duty;
import org.hearth.forum.rota.Presence;
import org.hearth.forum.rota.Presences;
import org.hearth.forum.rota.Rota;
import org.hearth.forum.rota.Rotas;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The rota in the Moderation table, one query. */
public final class DynamoRotas implements Rotas, Presences {
  private final Tables tables;

  public DynamoRotas(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Duty duty() {
    var items = tables.client.query(query -> query.tableName(tables.moderationTable)
            .keyConditionExpression("pk = :rota")
            .consistentRead(true)
            .expressionAttributeValues(Map.of(":rota", AttributeValue.fromS(RotaSchemas.ROTA))))
        .items();
    return new Duty(
        first(items, RotaSchemas.PLAN).map(tables.rotas()::record).orElse(Rota.NONE),
        items.stream().filter(item -> sort(item).startsWith(RotaSchemas.SEEN)).map(tables.presences()::record).toList(),
        first(items, RotaSchemas.GAP).map(tables.gaps()::record));
  }

  @Override
  public Optional<Presence> of(String moderatorId) {
    return tables.get(tables.presences(), RotaSchemas.ROTA, RotaSchemas.SEEN + moderatorId);
  }

  private static Optional<Map<String, AttributeValue>> first(List<Map<String, AttributeValue>> items, String sort) {
    return items.stream().filter(item -> sort(item).equals(sort)).findFirst();
  }

  private static String sort(Map<String, AttributeValue> item) {
    return item.get("sk").s();
  }
}
