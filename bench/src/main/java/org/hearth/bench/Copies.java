package org.hearth.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hearth.local.tables.LocalDynamo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Fills the Content table with copies of a thread that was written through the API, straight into the table, by the batch. */
final class Copies {
    private static final String TABLE = "ContentTable";
    private static final String THREAD = "THREAD#";
    private static final String POST = "POST#";
    private static final String META = "META";
    private static final int A_BATCH = 25;
    private static final int AT_ONCE = 4;
    /** Of an id's 26 characters those that say when; the rest tells copies apart. */
    private static final int TIME = 10;
    private static final int DIGITS_OF_A_TIME = 13;
    private static final long A_MINUTE = 60_000;

    private final DynamoDbClient client;

    Copies(LocalDynamo dynamo) {
        this.client = dynamo.client();
    }

    /** Copies a thread with its posts, each copy a minute older than the one before, from number {@code from} to {@code to}. */
    void ofThread(String threadId, int from, int to) {
        List<Map<String, AttributeValue>> items = items(threadId);
        write(from, to, number -> items.stream().map(item -> copy(item, threadId, numbered(threadId, number), number)).toList());
    }

    /** Copies a thread's newest post within that thread. */
    void ofLastPost(String threadId, int from, int to) {
        Map<String, AttributeValue> last = items(threadId).stream().filter(item -> item.get("sk").s().startsWith(POST)).toList()
                .getLast();
        String id = last.get("sk").s().substring(POST.length());
        write(from, to, number -> List.of(replaced(last, id, numbered(id, number))));
    }

    /** How many posts a thread has. */
    int posts(String threadId) {
        return client.queryPaginator(query -> query.tableName(TABLE)
                .keyConditionExpression("pk = :thread AND begins_with(sk, :post)")
                .expressionAttributeValues(Map.of(":thread", AttributeValue.fromS(THREAD + threadId), ":post",
                AttributeValue.fromS(POST)))
                .select("COUNT")).stream().mapToInt(page -> page.count()).sum();
    }

    private List<Map<String, AttributeValue>> items(String threadId) {
        return client.query(query -> query.tableName(TABLE).keyConditionExpression("pk = :thread").consistentRead(true)
                .expressionAttributeValues(Map.of(":thread", AttributeValue.fromS(THREAD + threadId)))).items();
    }

    private static String numbered(String id, int number) {
        return id.substring(0, TIME) + "%016d".formatted(number);
    }

    private static Map<String, AttributeValue> copy(Map<String, AttributeValue> item, String threadId, String copyId,
            int number) {
        Map<String, AttributeValue> copy = replaced(item, threadId, copyId);
        if (item.get("sk").s().equals(META)) {
            String sort = copy.get("listSort").s();
            long at = Long.parseLong(sort.substring(0, DIGITS_OF_A_TIME)) - number * A_MINUTE;
            copy.put("listSort", AttributeValue.fromS("%013d".formatted(at) + sort.substring(DIGITS_OF_A_TIME)));
        }
        return copy;
    }

    private static Map<String, AttributeValue> replaced(Map<String, AttributeValue> item, String id, String by) {
        Map<String, AttributeValue> copy = new HashMap<>();
        item.forEach((name, value) -> copy.put(name, value.s() == null ? value
                : AttributeValue.fromS(value.s().replace(id, by))));
        return copy;
    }

    private void write(int from, int to, IntFunction<List<Map<String, AttributeValue>>> copies) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> parts = IntStream.range(0, AT_ONCE).<Future<?>>mapToObj(part -> threads.submit(() -> {
                List<WriteRequest> batch = new ArrayList<>();
                for (int number = from + part; number < to; number += AT_ONCE) {
                    copies.apply(number).forEach(item -> batch.add(WriteRequest.builder()
                            .putRequest(PutRequest.builder().item(item).build()).build()));
                    while (batch.size() >= A_BATCH) {
                        write(batch.subList(0, A_BATCH));
                    }
                }
                if (!batch.isEmpty()) {
                    write(batch);
                }
            })).toList();
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The copies can't be written", e.getCause());
        }
    }

    private void write(List<WriteRequest> batch) {
        List<WriteRequest> rest = List.copyOf(batch);
        batch.clear();
        while (!rest.isEmpty()) {
            List<WriteRequest> sent = rest;
            rest = client.batchWriteItem(request -> request.requestItems(Map.of(TABLE, sent))).unprocessedItems()
                    .getOrDefault(TABLE, List.of());
        }
    }
}
