package org.hearth.lambda.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An object to be written, its fields in the order in which they were named. */
public final class JsonObject extends LinkedHashMap<String, Object> {
  private static final long serialVersionUID = 1L;

  public JsonObject with(String name, Object value) {
    put(name, value);
    return this;
  }

  /** Leaves the field out when there is nothing to say. */
  public JsonObject withIfPresent(String name, Object value) {
    if (value instanceof Optional<?> optional) {
      return withIfPresent(name, optional.orElse(null));
    }
    return value == null ? this : with(name, value);
  }

  public <T> JsonObject withIfPresent(String name, T value, Function<T, ?> view) {
    return value == null ? this : with(name, view.apply(value));
  }

  public JsonObject withAll(Map<String, Object> fields) {
    putAll(fields);
    return this;
  }
}
