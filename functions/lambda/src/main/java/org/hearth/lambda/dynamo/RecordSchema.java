package org.hearth.lambda.dynamo;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hearth.forum.Stored;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticTableMetadata;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Maps a record to an item and back, one line an attribute. The enhanced client has no records by annotation; its builder of
 * schemas loads fifty converters that we have no use for, so that this is its interface and none of its builder.
 */
final class RecordSchema<T extends Stored> implements TableSchema<T> {
  private final Class<T> type;
  private final Function<Row, T> read;
  private final Map<String, Function<T, AttributeValue>> attributes = new LinkedHashMap<>();

  private RecordSchema(Class<T> type, Function<Row, T> read) {
    this.type = type;
    this.read = read;
  }

  static <T extends Stored> RecordSchema<T> of(Class<T> type, Function<Row, T> read) {
    return new RecordSchema<>(type, read);
  }

  RecordSchema<T> key(Function<T, String> partition, Function<T, String> sort) {
    return with("pk", item -> Attributes.text(partition.apply(item)))
        .with("sk", item -> Attributes.text(sort.apply(item)))
        .with("rev", item -> Attributes.number(item.revision()));
  }

  /** @param write gives null where there is nothing to be kept */
  RecordSchema<T> with(String name, Function<T, AttributeValue> write) {
    attributes.put(name, write);
    return this;
  }

  TableSchema<T> schema() {
    return this;
  }

  @Override
  public T mapToItem(Map<String, AttributeValue> item) {
    return read.apply(new Row(item));
  }

  @Override
  public Map<String, AttributeValue> itemToMap(T record, boolean ignoreNulls) {
    var item = new HashMap<String, AttributeValue>();
    attributes.forEach((name, write) -> {
      var value = write.apply(record);
      if (value != null) {
        item.put(name, value);
      } else if (!ignoreNulls) {
        item.put(name, AttributeValue.fromNul(true));
      }
    });
    return item;
  }

  @Override
  public Map<String, AttributeValue> itemToMap(T record, Collection<String> names) {
    var item = itemToMap(record, true);
    item.keySet().retainAll(names);
    return item;
  }

  @Override
  public AttributeValue attributeValue(T record, String name) {
    return attributes.containsKey(name) ? attributes.get(name).apply(record) : null;
  }

  @Override
  public TableMetadata tableMetadata() {
    return StaticTableMetadata.builder()
        .addIndexPartitionKey(TableMetadata.primaryIndexName(), "pk", AttributeValueType.S)
        .addIndexSortKey(TableMetadata.primaryIndexName(), "sk", AttributeValueType.S)
        .build();
  }

  @Override
  public EnhancedType<T> itemType() {
    return EnhancedType.of(type);
  }

  @Override
  public List<String> attributeNames() {
    return List.copyOf(attributes.keySet());
  }

  @Override
  public boolean isAbstract() {
    return false;
  }
}
