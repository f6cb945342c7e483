package org.hearth.lambda.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hearth.lambda.dynamo.StreamRecords.Changed;
import org.hearth.lambda.json.JsonObject;
import org.junit.jupiter.api.Test;

/** The posts of one thread are checked in their order, those of several threads don't wait for one another, and none that failed is left behind. */
class ABatchIsTakenByThreadsAtTheSameTimeTest {

  @Test
  void threeThreadsMeet() {
    var all = new CyclicBarrier(3);
    assertThat(taken(List.of("a", "b", "c"), changed -> await(all))).isEmpty();
  }

  @Property(tries = 200)
  void eachThreadsPostsComeInOrderUpToTheFirstThatFails(
      @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 0, max = 3) Integer> threads, @ForAll @Size(max = 3) List<@IntRange(min = 0, max = 9) Integer> failing) {
    Map<String, List<Integer>> taken = new ConcurrentHashMap<>();
    var failed = taken(threads.stream().map(String::valueOf).toList(), changed -> {
      int number = Integer.parseInt(changed.after().get("n").n());
      if (failing.contains(number)) {
        throw new IllegalStateException();
      }
      taken.computeIfAbsent(changed.after().get("pk").s(), any -> Collections.synchronizedList(new ArrayList<>())).add(number);
    });
    var first = failing.stream().filter(number -> number < threads.size()).min(Integer::compare);
    assertThat(failed).isEqualTo(first.map(String::valueOf).stream().toList());
    for (int thread = 0; thread <= 3; thread++) {
      assertThat(taken.getOrDefault(String.valueOf(thread), List.of())).isEqualTo(upToTheFirstThatFails(threads, thread, failing));
    }
  }

  @Test
  void oneThatCantBeReadDoesNotStopTheOthers() {
    var taken = Collections.synchronizedList(new ArrayList<String>());
    var records = new ArrayList<>(records(List.of("a", "b")));
    records.addFirst(record("0", new JsonObject().with("pk", new JsonObject().with("S", "c")).with("n", new JsonObject().with("B", "AA=="))));
    assertThat(failedOf(records, changed -> taken.add(changed.after().get("pk").s()))).containsExactly("0");
    assertThat(taken).containsExactlyInAnyOrder("a", "b");
  }

  private static List<Integer> upToTheFirstThatFails(List<Integer> threads, int thread, List<Integer> failing) {
    var taken = new ArrayList<Integer>();
    for (int number = 0; number < threads.size(); number++) {
      if (threads.get(number) == thread) {
        if (failing.contains(number)) {
          return taken;
        }
        taken.add(number);
      }
    }
    return taken;
  }

  /** The numbers that are to come again. */
  private static List<String> taken(List<String> threads, Consumer<Changed> use) {
    return failedOf(records(threads), use);
  }

  private static List<String> failedOf(List<JsonObject> records, Consumer<Changed> use) {
    var answer = StreamRecords.eachPartition(new JsonObject().with("Records", records), use, fault -> { });
    return ((List<?>) answer.get("batchItemFailures")).stream().map(item -> (String) ((Map<?, ?>) item).get("itemIdentifier")).toList();
  }

  private static List<JsonObject> records(List<String> threads) {
    var records = new ArrayList<JsonObject>();
    for (var thread : threads) {
      int number = records.size();
      records.add(record(String.valueOf(number), new JsonObject()
          .with("pk", new JsonObject().with("S", thread)).with("n", new JsonObject().with("N", String.valueOf(number)))));
    }
    return records;
  }

  private static JsonObject record(String number, JsonObject image) {
    return new JsonObject().with("dynamodb", new JsonObject().with("SequenceNumber", number).with("NewImage", image));
  }

  private static void await(CyclicBarrier all) {
    try {
      all.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
      throw new IllegalStateException(alone);
    }
  }
}
