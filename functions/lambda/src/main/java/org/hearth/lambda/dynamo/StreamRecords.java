package org.hearth.lambda.dynamo;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Decision;
import org.hearth.forum.posting.Post;
import org.hearth.lambda.json.JsonObject;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads a batch of a table's stream, record by record, so that one that fails does not take the others with it. */
public final class StreamRecords {

  /** A record that was read: what the item was and what it is; either may be missing. */
  public record Changed(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {

    public Optional<Post> postAfter() {
      return is(after, ContentSchemas.POST) ? Optional.of(Posts.SCHEMA.mapToItem(after)) : Optional.empty();
    }

    public Optional<Post> postBefore() {
      return is(before, ContentSchemas.POST) ? Optional.of(Posts.SCHEMA.mapToItem(before)) : Optional.empty();
    }

    /** A decision, when it was made. */
    public Optional<Decision> decision() {
      return before.isEmpty() && is(after, ModerationSchemas.DECISION) ? Optional.of(Decisions.SCHEMA.mapToItem(after)) : Optional.empty();
    }

    public Optional<Case> caseBefore() {
      return is(before, ModerationSchemas.CASE_ITEM) ? Optional.of(Cases.SCHEMA.mapToItem(before)) : Optional.empty();
    }

    public Optional<Case> caseAfter() {
      return is(after, ModerationSchemas.CASE_ITEM) ? Optional.of(Cases.SCHEMA.mapToItem(after)) : Optional.empty();
    }

    private static boolean is(Map<String, AttributeValue> item, String sort) {
      return !item.isEmpty() && item.get("sk").s().startsWith(sort);
    }
  }

  // Made when first needed: the function that reads posts reads no cases.
  private static final class Posts {
    private static final TableSchema<Post> SCHEMA = ContentSchemas.postSchema();
  }

  private static final class Cases {
    private static final TableSchema<Case> SCHEMA = ModerationSchemas.caseSchema();
  }

  private static final class Decisions {
    private static final TableSchema<Decision> SCHEMA = ModerationSchemas.decisionSchema();
  }

  private StreamRecords() {}

  /**
   * Hands each record over in order, up to the first that fails: the rest of the batch comes again from there.
   *
   * @param failed hears what went wrong
   * @return the answer for the event source mapping
   */
  public static JsonObject each(Map<String, Object> event, Consumer<Changed> use, Consumer<RuntimeException> failed) {
    return answer(firstToFail(records(event), use, failed).stream());
  }

  /**
   * Hands the records of each partition (a thread and its posts) over in order, and different partitions' at the same time: nearly
   * all of a check is waiting for tables. What comes after the first that failed comes again, even where it succeeded.
   *
   * @param use is called by several threads at once
   * @param failed hears what went wrong
   * @return the answer for the event source mapping
   */
  public static JsonObject eachPartition(Map<String, Object> event, Consumer<Changed> use, Consumer<RuntimeException> failed) {
    var records = records(event);
    var partitions = records.stream().collect(Collectors.groupingBy(Arrived::partition, LinkedHashMap::new, Collectors.toList())).values();
    if (partitions.size() == 1) {
      return answer(firstToFail(records, use, failed).stream());
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var working = partitions.stream().map(partition -> threads.submit(() -> firstToFail(partition, use, failed))).toList();
      return answer(working.stream().flatMap(partition -> outcome(partition).stream()).min(Comparator.comparing(records::indexOf)).stream());
    }
  }

  /** @param change what its stream says of it; it is read only when its turn comes, for one that can't be read must not stop the others */
  private record Arrived(Map<String, Object> change) {

    Object number() {
      return change.get("SequenceNumber");
    }

    Object partition() {
      return object(object(change.get(change.containsKey("NewImage") ? "NewImage" : "OldImage")).get("pk")).get("S");
    }

    Changed changed() {
      return new Changed(image(change.get("OldImage")), image(change.get("NewImage")));
    }
  }

  private static List<Arrived> records(Map<String, Object> event) {
    return list(event.get("Records")).stream().map(record -> new Arrived(object(object(record).get("dynamodb")))).toList();
  }

  private static Optional<Arrived> firstToFail(List<Arrived> records, Consumer<Changed> use, Consumer<RuntimeException> failed) {
    for (var record : records) {
      try {
        use.accept(record.changed());
      } catch (RuntimeException fault) {
        failed.accept(fault);
        return Optional.of(record);
      }
    }
    return Optional.empty();
  }

  private static Optional<Arrived> outcome(Future<Optional<Arrived>> partition) {
    try {
      return partition.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt(); // Closing the executor then stops the others as well.
      throw new IllegalStateException("A batch was stopped", stopped);
    } catch (ExecutionException fault) {
      throw new IllegalStateException("A batch was not finished", fault.getCause());
    }
  }

  private static JsonObject answer(Stream<Arrived> failed) {
    return new JsonObject().with("batchItemFailures", failed.map(record -> new JsonObject().with("itemIdentifier", record.number())).toList());
  }

  private static Map<String, AttributeValue> image(Object image) {
    var attributes = new HashMap<String, AttributeValue>();
    object(image).forEach((name, value) -> attributes.put(name, attribute(object(value))));
    return attributes;
  }

  // Binary attributes and sets of numbers are in none of our items.
  private static AttributeValue attribute(Map<String, Object> typed) {
    var entry = typed.entrySet().iterator().next();
    var value = entry.getValue();
    return switch (entry.getKey()) {
      case "S" -> AttributeValue.fromS((String) value);
      case "N" -> AttributeValue.fromN((String) value);
      case "BOOL" -> AttributeValue.fromBool((Boolean) value);
      case "NULL" -> AttributeValue.fromNul(true);
      case "M" -> AttributeValue.fromM(image(value));
      case "L" -> AttributeValue.fromL(list(value).stream().map(item -> attribute(object(item))).toList());
      case "SS" -> AttributeValue.fromSs(list(value).stream().map(String.class::cast).toList());
      default -> throw new IllegalArgumentException("No attribute of type " + entry.getKey() + " is ours");
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return value == null ? List.of() : (List<Object>) value;
  }
}
