package org.hearth.lambda.dynamo;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values as attributes; null where there is nothing, which is then not written. */
final class Attributes {
  private final Map<String, AttributeValue> fields = new HashMap<>();

  static Attributes object() {
    return new Attributes();
  }

  Attributes with(String name, AttributeValue value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  AttributeValue map() {
    return AttributeValue.fromM(fields);
  }

  static AttributeValue text(String text) {
    return text == null ? null : AttributeValue.fromS(text);
  }

  static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  /** Only true is written. */
  static AttributeValue truth(boolean truth) {
    return truth ? AttributeValue.fromBool(true) : null;
  }

  static AttributeValue time(Instant time) {
    return time == null ? null : number(time.toEpochMilli());
  }

  /** TTL counts in seconds. */
  static AttributeValue seconds(Instant time) {
    return number(time.getEpochSecond());
  }

  static AttributeValue name(Enum<?> value) {
    return value == null ? null : AttributeValue.fromS(value.name());
  }

  static AttributeValue texts(Set<String> texts) {
    return texts.isEmpty() ? null : AttributeValue.fromSs(List.copyOf(texts));
  }

  static AttributeValue texts(Map<String, String> texts) {
    if (texts.isEmpty()) {
      return null;
    }
    var byName = object();
    texts.forEach((name, text) -> byName.with(name, text(text)));
    return byName.map();
  }

  static AttributeValue times(Map<String, Instant> times) {
    if (times.isEmpty()) {
      return null;
    }
    var byName = object();
    times.forEach((name, time) -> byName.with(name, time(time)));
    return byName.map();
  }

  static AttributeValue textList(List<String> texts) {
    return texts.isEmpty() ? null : AttributeValue.fromL(texts.stream().map(AttributeValue::fromS).toList());
  }

  static <T> AttributeValue list(Collection<T> items, Function<T, AttributeValue> write) {
    return items.isEmpty() ? null : AttributeValue.fromL(items.stream().map(write).toList());
  }

  static <T> AttributeValue object(T value, Function<T, AttributeValue> write) {
    return value == null ? null : write.apply(value);
  }
}
