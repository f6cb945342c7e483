package org.hearth.lambda.dynamo;

import java.util.Map;
import java.util.Set;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Conflict;
import org.hearth.forum.Stored;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Writes a change as one transaction, or, where it is a single item, as a plain conditional put at half the price. */
public final class DynamoChanges implements Changes {
  private static final String NEW = "attribute_not_exists(pk)";
  private static final String AS_READ = "rev = :read";
  private static final Set<String> WORTH_ANOTHER_TRY = Set.of("ConditionalCheckFailed", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private final Tables tables;

  public DynamoChanges(Tables tables) {
    this.tables = tables;
  }

  @Override
  public void commit(Change change) {
    var steps = change.steps();
    try {
      if (steps.size() == 1 && writes(steps.getFirst())) {
        alone(steps.getFirst());
      } else {
        tables.client.transactWriteItems(request -> request.transactItems(steps.stream().map(this::item).toList()));
      }
    } catch (ConditionalCheckFailedException | TransactionConflictException | TransactionInProgressException meanwhile) {
      throw new Conflict();
    } catch (TransactionCanceledException cancelled) {
      throw cancelled.cancellationReasons().stream().map(CancellationReason::code).anyMatch(WORTH_ANOTHER_TRY::contains) ? new Conflict() : cancelled;
    }
  }

  private static boolean writes(Change.Step step) {
    return !(step instanceof Change.Unchanged) && !(step instanceof Change.Absent);
  }

  private void alone(Change.Step step) {
    var item = item(step);
    if (item.put() != null) {
      var put = item.put();
      tables.client.putItem(request -> request.tableName(put.tableName()).item(put.item())
          .conditionExpression(put.conditionExpression()).expressionAttributeValues(values(put)));
    } else {
      var delete = item.delete();
      tables.client.deleteItem(request -> request.tableName(delete.tableName()).key(delete.key())
          .conditionExpression(delete.conditionExpression()).expressionAttributeValues(delete.expressionAttributeValues()));
    }
  }

  // An empty map of values is refused, an absent one is not.
  private static Map<String, AttributeValue> values(Put put) {
    return put.hasExpressionAttributeValues() ? put.expressionAttributeValues() : null;
  }

  private TransactWriteItem item(Change.Step step) {
    return switch (step) {
      case Change.Add(var added) -> TransactWriteItem.builder()
          .put(put -> put.tableName(table(added)).item(full(added)).conditionExpression(NEW)).build();
      case Change.Replace(var next) -> TransactWriteItem.builder()
          .put(put -> put.tableName(table(next)).item(full(next)).conditionExpression(AS_READ).expressionAttributeValues(read(next.revision() - 1))).build();
      case Change.Remove(var gone) -> TransactWriteItem.builder()
          .delete(delete -> delete.tableName(table(gone)).key(key(gone)).conditionExpression(AS_READ).expressionAttributeValues(read(gone.revision()))).build();
      case Change.Absent(var missing) -> TransactWriteItem.builder()
          .conditionCheck(check -> check.tableName(table(missing)).key(key(missing)).conditionExpression(NEW)).build();
      case Change.Unchanged(var same) -> TransactWriteItem.builder()
          .conditionCheck(check -> check.tableName(table(same)).key(key(same)).conditionExpression(AS_READ).expressionAttributeValues(read(same.revision()))).build();
    };
  }

  private String table(Stored record) {
    return tables.of(record).table();
  }

  private Map<String, AttributeValue> full(Stored record) {
    return tables.of(record).item(record);
  }

  private Map<String, AttributeValue> key(Stored record) {
    var item = full(record);
    return Map.of("pk", item.get("pk"), "sk", item.get("sk"));
  }

  private static Map<String, AttributeValue> read(long revision) {
    return Map.of(":read", Attributes.number(revision));
  }
}
