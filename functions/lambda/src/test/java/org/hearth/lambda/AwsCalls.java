package org.hearth.lambda;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * Hears of every call that a function makes to AWS, as IAM would judge it: a transaction is allowed by the actions of
 * what is in it. The SDK finds it on the tests' class path.
 */
public final class AwsCalls implements ExecutionInterceptor {

  /**
   * @param resource a table, {@code table/index/name}, or a topic
   * @param key the partition key, where the call names one; else null
   */
  record Call(String action, String resource, String key) {}

  private static final ThreadLocal<Set<Call>> HEARD = new ThreadLocal<>();

  // Such a call is heard by whoever answers it, on a thread of its own, while the caller waits.
  private static final AtomicReference<Set<Call>> WITHOUT_THE_SDK = new AtomicReference<>();

  /** Tells of a call that was signed by hand, which the SDK does not tell of. */
  static void heard(Call call) {
    Optional.ofNullable(WITHOUT_THE_SDK.get()).ifPresent(heard -> heard.add(call));
  }

  /** What was called on this thread while the work was done. */
  static Set<Call> during(Runnable work) {
    var heard = new LinkedHashSet<Call>();
    HEARD.set(heard);
    WITHOUT_THE_SDK.set(heard);
    try {
      work.run();
      return heard;
    } finally {
      WITHOUT_THE_SDK.set(null);
      HEARD.remove();
    }
  }

  @Override
  public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
    if (HEARD.get() != null) {
      HEARD.get().addAll(calls(call.request()));
    }
  }

  private static List<Call> calls(SdkRequest request) {
    return switch (request) {
      case GetItemRequest get -> List.of(new Call("dynamodb:GetItem", get.tableName(), key(get.key())));
      case PutItemRequest put -> List.of(new Call("dynamodb:PutItem", put.tableName(), key(put.item())));
      case DeleteItemRequest delete -> List.of(new Call("dynamodb:DeleteItem", delete.tableName(), key(delete.key())));
      case QueryRequest query -> List.of(new Call("dynamodb:Query", query.tableName() + (query.indexName() == null ? "" : "/index/" + query.indexName()), null));
      case BatchGetItemRequest batch -> batch.requestItems().entrySet().stream()
          .flatMap(table -> table.getValue().keys().stream().map(key -> new Call("dynamodb:BatchGetItem", table.getKey(), key(key)))).toList();
      case TransactWriteItemsRequest transaction -> transaction.transactItems().stream().flatMap(AwsCalls::call).toList();
      default -> throw new IllegalStateException("Nobody has said what IAM action this is: " + request.getClass().getSimpleName());
    };
  }

  private static Stream<Call> call(TransactWriteItem item) {
    if (item.put() != null) {
      return Stream.of(new Call("dynamodb:PutItem", item.put().tableName(), key(item.put().item())));
    }
    if (item.delete() != null) {
      return Stream.of(new Call("dynamodb:DeleteItem", item.delete().tableName(), key(item.delete().key())));
    }
    if (item.conditionCheck() != null) {
      return Stream.of(new Call("dynamodb:ConditionCheckItem", item.conditionCheck().tableName(), key(item.conditionCheck().key())));
    }
    return Stream.of(new Call("dynamodb:UpdateItem", item.update().tableName(), key(item.update().key())));
  }

  private static String key(Map<String, AttributeValue> item) {
    return item.get("pk").s();
  }
}
