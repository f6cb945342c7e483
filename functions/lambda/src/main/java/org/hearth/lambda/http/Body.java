package org.hearth.lambda.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearth.forum.FieldError;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;

/** The fields of a body. Each is asked for by name; {@link #end} then refuses what nobody asked for and what had the wrong type. */
public final class Body {
  private static final String AS_A_TIME = "Write this time as 2026-11-30T18:00:00Z.";
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");
  private static final int NAME_SHOWN = 40;

  private final Map<String, Object> fields;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<FieldError> errors = new ArrayList<>();

  Body(Map<String, Object> fields) {
    this.fields = fields;
  }

  /** Whether it is there at all, and not null. */
  public boolean has(String name) {
    return ask(name) != null;
  }

  /** A text; null when it is missing, so that the rule for it says what is wrong. */
  public String text(String name) {
    return switch (ask(name)) {
      case null -> null;
      case String text -> text;
      default -> wrong(name, "This must be text, in quotation marks.");
    };
  }

  /** A list of texts; empty when it is missing. */
  public List<String> texts(String name) {
    return switch (ask(name)) {
      case null -> List.of();
      case List<?> given when given.stream().allMatch(String.class::isInstance) -> given.stream().map(String.class::cast).toList();
      default -> wrong(name, "This must be a list of texts.", List.of());
    };
  }

  /** An object of texts; empty when it is missing. */
  public Map<String, String> textsByName(String name) {
    return switch (ask(name)) {
      case null -> Map.of();
      case Map<?, ?> given when given.values().stream().allMatch(String.class::isInstance) ->
          given.entrySet().stream().collect(Collectors.toMap(entry -> (String) entry.getKey(), entry -> (String) entry.getValue()));
      default -> wrong(name, "This must be an object of texts.", Map.of());
    };
  }

  /** An object of objects, each read alike; empty when it is missing. */
  public <T> Map<String, T> objectsByName(String name, Function<Body, T> read) {
    return switch (ask(name)) {
      case null -> Map.of();
      case Map<?, ?> given when given.values().stream().allMatch(Map.class::isInstance) ->
          given.entrySet().stream().collect(Collectors.toMap(entry -> (String) entry.getKey(), entry -> object(entry.getValue(), read)));
      default -> wrong(name, "This must be an object of objects.", Map.of());
    };
  }

  @SuppressWarnings("unchecked")
  private <T> T object(Object fields, Function<Body, T> read) {
    var body = new Body((Map<String, Object>) fields);
    T value = read.apply(body);
    body.end();
    return value;
  }

  /** True when it says so; false when it is missing. */
  public boolean truthOrFalse(String name) {
    return switch (ask(name)) {
      case null -> false;
      case Boolean truth -> truth;
      default -> wrong(name, "This must be true or false.", false);
    };
  }

  /** A whole number that must be there. */
  public int number(String name) {
    var number = optionalNumber(name);
    if (fields.get(name) == null) {
      wrong(name, "This number is missing.");
    }
    return number == null ? 0 : number;
  }

  /** A whole number; null when it is missing. */
  public Integer optionalNumber(String name) {
    return switch (ask(name)) {
      case null -> null;
      case Long number when number >= 0 && number <= Integer.MAX_VALUE -> number.intValue();
      default -> wrong(name, "This must be a whole number.");
    };
  }

  /** True or false; null when it is missing. */
  public Boolean truth(String name) {
    return switch (ask(name)) {
      case null -> null;
      case Boolean truth -> truth;
      default -> wrong(name, "This must be true or false, without quotation marks.");
    };
  }

  /** A time of a year with four digits, to the millisecond; null when it is missing. */
  public Instant time(String name) {
    var text = text(name);
    try {
      var time = text == null ? null : Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
      return time == null || !time.isBefore(EARLIEST) && !time.isAfter(LATEST) ? time : wrong(name, AS_A_TIME);
    } catch (DateTimeException notATime) {
      return wrong(name, AS_A_TIME);
    }
  }

  /** @throws Refused when something was of the wrong type, or nobody asked for it */
  public void end() {
    for (var name : fields.keySet()) {
      if (!asked.contains(name)) {
        wrong(shortened(name), "We do not know this field. Leave it out.");
      }
    }
    if (!errors.isEmpty()) {
      throw new Refused(new Refusal.Invalid(List.copyOf(errors)));
    }
  }

  private Object ask(String name) {
    asked.add(name);
    return fields.get(name);
  }

  private <T> T wrong(String name, String detail) {
    return wrong(name, detail, null);
  }

  private <T> T wrong(String name, String detail, T instead) {
    errors.add(new FieldError(name, detail));
    return instead;
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= NAME_SHOWN ? name : name.substring(0, name.offsetByCodePoints(0, NAME_SHOWN)) + "…";
  }
}
