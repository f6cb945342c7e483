package org.hearth.lambda.dynamo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads a batch until all of it was answered: a throttled table gives back what it did not get to. */
final class Batch {
  private static final int MOST_ROUNDS = 5;
  /** BatchGetItem takes no more, says its reference. */
  private static final int MOST_KEYS = 100;

  private Batch() {}

  /** Items of one table by their keys, in no order; however many there are, so many round trips as they fill batches. */
  static List<Map<String, AttributeValue>> all(DynamoDbClient client, String table, List<Map<String, AttributeValue>> keys) {
    var found = new ArrayList<Map<String, AttributeValue>>();
    for (int from = 0; from < keys.size(); from += MOST_KEYS) {
      var asked = KeysAndAttributes.builder().keys(keys.subList(from, Math.min(from + MOST_KEYS, keys.size()))).build();
      found.addAll(get(client, Map.of(table, asked)).getOrDefault(table, List.of()));
    }
    return found;
  }

  /** Items as they are this moment; of a table whose list of keys is empty none. */
  static Map<String, List<Map<String, AttributeValue>>> asOfNow(DynamoDbClient client, Map<String, List<Map<String, AttributeValue>>> keysByTable) {
    var wanted = new HashMap<String, KeysAndAttributes>();
    keysByTable.forEach((table, keys) -> {
      if (!keys.isEmpty()) {
        wanted.put(table, KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
      }
    });
    return wanted.isEmpty() ? Map.of() : get(client, wanted);
  }

  static Map<String, List<Map<String, AttributeValue>>> get(DynamoDbClient client, Map<String, KeysAndAttributes> wanted) {
    var found = new HashMap<String, List<Map<String, AttributeValue>>>();
    var open = wanted;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      var asking = open;
      var answer = client.batchGetItem(request -> request.requestItems(asking));
      answer.responses().forEach((table, items) -> found.computeIfAbsent(table, none -> new ArrayList<>()).addAll(items));
      open = answer.unprocessedKeys();
      if (open.isEmpty()) {
        return found;
      }
    }
    throw new Refused(new Refusal.Unavailable());
  }
}
