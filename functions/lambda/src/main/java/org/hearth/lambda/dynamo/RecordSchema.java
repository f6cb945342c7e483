package org.hearth.lambda.dynamo;

import java.util.function.Function;
import org.hearth.forum.Stored;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Maps a record to an item and back, one line an attribute. The enhanced client has no records by annotation. */
final class RecordSchema<T extends Stored> {
  private final StaticImmutableTableSchema.Builder<T, Row> schema;

  private RecordSchema(Class<T> type, Function<Row, T> read) {
    schema = TableSchema.builder(type, Row.class).newItemBuilder(Row::new, read);
  }

  static <T extends Stored> RecordSchema<T> of(Class<T> type, Function<Row, T> read) {
    return new RecordSchema<>(type, read);
  }

  RecordSchema<T> key(Function<T, String> partition, Function<T, String> sort) {
    schema.addAttribute(AttributeValue.class, key -> key.name("pk").getter(item -> Attributes.text(partition.apply(item)))
        .setter((row, value) -> row.put("pk", value)).attributeConverter(AsIs.IS).tags(StaticAttributeTags.primaryPartitionKey()));
    schema.addAttribute(AttributeValue.class, key -> key.name("sk").getter(item -> Attributes.text(sort.apply(item)))
        .setter((row, value) -> row.put("sk", value)).attributeConverter(AsIs.IS).tags(StaticAttributeTags.primarySortKey()));
    return with("rev", item -> Attributes.number(item.revision()));
  }

  RecordSchema<T> with(String name, Function<T, AttributeValue> write) {
    schema.addAttribute(AttributeValue.class, attribute ->
        attribute.name(name).getter(write::apply).setter((row, value) -> row.put(name, value)).attributeConverter(AsIs.IS));
    return this;
  }

  TableSchema<T> schema() {
    return schema.build();
  }

  private enum AsIs implements AttributeConverter<AttributeValue> {
    IS;

    @Override
    public AttributeValue transformFrom(AttributeValue value) {
      return value == null ? AttributeValue.fromNul(true) : value;
    }

    @Override
    public AttributeValue transformTo(AttributeValue value) {
      return value;
    }

    @Override
    public EnhancedType<AttributeValue> type() {
      return EnhancedType.of(AttributeValue.class);
    }

    @Override
    public AttributeValueType attributeValueType() {
      return AttributeValueType.S;
    }
  }
}
