package org.hearth.lambda.dynamo;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** A client that counts what it is asked: calls, read units, and the writes of transactions. */
final class Meter implements InvocationHandler {
  private final DynamoDbClient real;
  private final List<String> calls = new ArrayList<>();
  private final List<TransactWriteItemsRequest> transactions = new ArrayList<>();
  private double readUnits;

  Meter(DynamoDbClient real) {
    this.real = real;
  }

  DynamoDbClient client() {
    return (DynamoDbClient) Proxy.newProxyInstance(Meter.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, this);
  }

  List<String> calls() {
    return calls;
  }

  double readUnits() {
    return readUnits;
  }

  List<TransactWriteItemsRequest> transactions() {
    return transactions;
  }

  void reset() {
    calls.clear();
    transactions.clear();
    readUnits = 0;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    var request = arguments == null || arguments.length == 0 ? null : arguments[0];
    return switch (request) {
      case QueryRequest query when !method.getName().endsWith("Paginator") -> {
        var answer = real.query(query.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build());
        yield counted("Query", answer, read(answer.consumedCapacity()));
      }
      case GetItemRequest get -> {
        var answer = real.getItem(get.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build());
        yield counted("GetItem", answer, read(answer.consumedCapacity()));
      }
      case BatchGetItemRequest batch -> {
        var answer = real.batchGetItem(batch.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build());
        yield counted("BatchGetItem", answer, answer.consumedCapacity().stream().mapToDouble(Meter::read).sum());
      }
      case TransactWriteItemsRequest write -> {
        transactions.add(write);
        yield counted("TransactWriteItems", real.transactWriteItems(write), 0);
      }
      case null, default -> method.isDefault() ? InvocationHandler.invokeDefault(proxy, method, arguments) : forwarded(method, arguments);
    };
  }

  private Object forwarded(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private <T> T counted(String call, T answer, double units) {
    calls.add(call);
    readUnits += units;
    return answer;
  }

  private static double read(ConsumedCapacity capacity) {
    return capacity == null ? 0 : capacity.capacityUnits();
  }
}
