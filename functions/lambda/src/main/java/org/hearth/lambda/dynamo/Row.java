package org.hearth.lambda.dynamo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item's attributes while a record is made of it. */
public final class Row {
  private final Map<String, AttributeValue> attributes;

  Row(Map<String, AttributeValue> attributes) {
    this.attributes = attributes;
  }

  public boolean has(String name) {
    return attributes.get(name) != null;
  }

  public String text(String name) {
    return has(name) ? attributes.get(name).s() : null;
  }

  public int number(String name) {
    return (int) longNumber(name);
  }

  public long longNumber(String name) {
    return has(name) ? Long.parseLong(attributes.get(name).n()) : 0;
  }

  public double fraction(String name, double otherwise) {
    return has(name) ? Double.parseDouble(attributes.get(name).n()) : otherwise;
  }

  public boolean truth(String name) {
    return has(name) && attributes.get(name).bool();
  }

  public Instant time(String name) {
    return has(name) ? Instant.ofEpochMilli(longNumber(name)) : null;
  }

  public Set<String> texts(String name) {
    return has(name) ? Set.copyOf(attributes.get(name).ss()) : Set.of();
  }

  /** An object whose values are sets of texts; empty when it is missing. */
  public Map<String, Set<String>> setsOfTexts(String name) {
    return has(name)
        ? attributes.get(name).m().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue().ss())))
        : Map.of();
  }

  /** An object of texts; empty when it is missing. */
  public Map<String, String> textsByName(String name) {
    return has(name)
        ? attributes.get(name).m().entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().s()))
        : Map.of();
  }

  /** An object of times; empty when it is missing. */
  public Map<String, Instant> timesByName(String name) {
    return has(name)
        ? attributes.get(name).m().entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Instant.ofEpochMilli(Long.parseLong(entry.getValue().n()))))
        : Map.of();
  }

  public <T> T object(String name, Function<Row, T> read) {
    return has(name) ? read.apply(new Row(attributes.get(name).m())) : null;
  }

  /** An object of objects; empty when it is missing. */
  public <T> Map<String, T> objectsByName(String name, Function<Row, T> read) {
    return has(name)
        ? attributes.get(name).m().entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> read.apply(new Row(entry.getValue().m()))))
        : Map.of();
  }

  public <T> List<T> list(String name, Function<Row, T> read) {
    return has(name) ? attributes.get(name).l().stream().map(item -> read.apply(new Row(item.m()))).toList() : List.of();
  }

  public List<String> textList(String name) {
    return has(name) ? attributes.get(name).l().stream().map(AttributeValue::s).toList() : List.of();
  }

  public <E extends Enum<E>> E one(Class<E> of, String name) {
    return has(name) ? Enum.valueOf(of, text(name)) : null;
  }

  /** What follows the mark in a key: {@code THREAD#} in {@code THREAD#01…}. */
  public String after(String mark, String name) {
    return text(name).substring(mark.length());
  }
}
