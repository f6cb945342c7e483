package org.hearth.local.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.hearth.local.outbox.Outbox;
import org.hearth.local.tiny.TinyForum;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

class EveryStreamRecordIsTakenOrGivenUpAloudTest {
    @TempDir
    private Path folder;
    private TinyForum forum;

    @BeforeEach
    void start() throws IOException {
        forum = TinyForum.start(folder.resolve("site"), Optional.of(folder));
    }

    @AfterEach
    void end() {
        forum.close();
    }

    @Test
    void recordsComeInOrderAndOnlyThoseThatTheFilterWants() {
        put("a", "kind", "post#1");
        put("b", "kind", "thread#1");
        put("c", "kind", "post#2");
        remove("a");
        put("d", "kind", "post#3");
        patiently().untilAsserted(() -> assertThat(delivered()).containsExactly("a", "c", "d"));
    }

    @Test
    void aPoisonedRecordIsFoundByHalvingAndGivenUpAfterItsRetries() {
        List<TransactWriteItem> together = IntStream.range(0, 8).mapToObj(i -> TransactWriteItem.builder().put(put -> put
                .tableName("TinyTable").item(item("p" + i, "kind", "post", i == 5 ? "poison" : "harmless", "1"))).build()).toList();
        forum.hearth().tables().client().transactWriteItems(request -> request.transactItems(together));
        put("after", "kind", "post");
        patiently().untilAsserted(() -> assertThat(delivered()).contains("p0", "p1", "p2", "p3", "p4", "p6", "p7", "after"));
        patiently().until(() -> !forum.hearth().outbox().messages().isEmpty());
        Outbox.Message failure = forum.hearth().outbox().messages().getFirst();
        assertThat(failure.to()).isEqualTo("UnreadQueue");
        assertThat(failure.body()).contains("RetryAttemptsExhausted").contains("\"batchSize\" : 1").doesNotContain("poison");
        assertThat(batches().stream().filter(batch -> batch.equals(List.of("p5")))).hasSize(3);
        assertThat(forum.hearth().outbox().messages()).hasSize(1);
    }

    @Test
    void whatWasTakenOfABatchIsNotDeliveredAgain() {
        List<TransactWriteItem> together = IntStream.range(0, 4).mapToObj(i -> TransactWriteItem.builder().put(put -> put
                .tableName("TinyTable").item(item("q" + i, "kind", "post", i == 2 ? "stubborn" : "easy", "1"))).build()).toList();
        forum.hearth().tables().client().transactWriteItems(request -> request.transactItems(together));
        patiently().until(() -> !forum.hearth().outbox().messages().isEmpty());
        patiently().until(() -> delivered().contains("q3"));
        assertThat(delivered().stream().filter(key -> key.equals("q0"))).hasSize(1);
        assertThat(delivered().stream().filter(key -> key.equals("q1"))).hasSize(1);
        assertThat(delivered().stream().filter(key -> key.equals("q2")).count()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void theNextRunGoesOnWhereThisOneStopped() throws IOException {
        put("a", "kind", "post");
        patiently().until(() -> delivered().contains("a"));
        forum.close();
        forum = TinyForum.start(folder.resolve("site"), Optional.of(folder));
        assertThat(forum.hearth().continued()).isTrue();
        put("b", "kind", "post");
        patiently().until(() -> delivered().contains("b"));
        assertThat(delivered()).containsExactly("b");
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60));
    }

    private void put(String key, String name, String value) {
        forum.hearth().tables().client().putItem(request -> request.tableName("TinyTable").item(item(key, name, value)));
    }

    private void remove(String key) {
        forum.hearth().tables().client().deleteItem(request -> request.tableName("TinyTable")
                .key(Map.of("pk", AttributeValue.fromS(key), "sk", AttributeValue.fromS("x"))));
    }

    private static Map<String, AttributeValue> item(String key, String... attributes) {
        Map<String, AttributeValue> item = new java.util.HashMap<>();
        item.put("pk", AttributeValue.fromS(key));
        item.put("sk", AttributeValue.fromS("x"));
        for (int i = 0; i < attributes.length; i += 2) {
            item.put(attributes[i], AttributeValue.fromS(attributes[i + 1]));
        }
        return item;
    }

    private List<List<String>> batches() {
        return forum.log().stream().filter(line -> line.startsWith("[ReaderFunction] batch "))
                .map(line -> List.of(line.substring("[ReaderFunction] batch ".length()).split(" "))).toList();
    }

    private List<String> delivered() {
        return batches().stream().flatMap(List::stream).toList();
    }
}
