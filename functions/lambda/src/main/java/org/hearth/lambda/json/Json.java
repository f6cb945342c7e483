package org.hearth.lambda.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes JSON with Jackson's streaming parser, as maps, lists, strings, numbers, booleans and null. Binding
 * by reflection would cost a third of a cold start.
 */
public final class Json {
  // What people send. The nesting of what we accept is three at the most.
  private static final StreamReadConstraints STRICT =
      StreamReadConstraints.builder().maxNestingDepth(20).maxNumberLength(20).maxNameLength(100).maxStringLength(200_000).build();
  // What AWS sends: one post's old and new image in each record of a batch.
  private static final StreamReadConstraints TRUSTED = StreamReadConstraints.builder().maxNestingDepth(100).build();

  private static final JsonFactory PEOPLE = JsonFactory.builder()
      .streamReadConstraints(STRICT).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final JsonFactory AWS = JsonFactory.builder().streamReadConstraints(TRUSTED).build();

  private Json() {}

  /**
   * Reads what a person sent: no key twice, nothing after the end, no depth and no number without bounds.
   *
   * @throws Malformed with a plain sentence that says where it can't be read
   */
  public static Object read(String text) {
    try (var parser = PEOPLE.createParser(text)) {
      return whole(parser);
    } catch (StreamReadException wrong) {
      var place = wrong.getLocation();
      throw new Malformed(place == null
          ? "This is not JSON that we can read."
          : "This is not JSON that we can read: look at line " + place.getLineNr() + ", column " + place.getColumnNr() + ".");
    } catch (IOException | NumberFormatException wrong) {
      throw new Malformed("This is not JSON that we can read.");
    }
  }

  /** Reads an event of AWS's. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> event(InputStream in) {
    try (var parser = AWS.createParser(in)) {
      return (Map<String, Object>) whole(parser);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Object whole(JsonParser parser) throws IOException {
    parser.nextToken();
    var value = value(parser);
    if (parser.nextToken() != null) {
      throw new Malformed("There is something after the end of the JSON.");
    }
    return value;
  }

  private static Object value(JsonParser parser) throws IOException {
    var token = parser.currentToken();
    if (token == null) {
      throw new Malformed("The body is empty. Send JSON.");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT -> throw new Malformed("This is not JSON that we can read.");
    };
  }

  private static Number integer(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT, LONG -> parser.getLongValue();
      case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> parser.getDoubleValue();
    };
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    var fields = new LinkedHashMap<String, Object>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return fields;
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    var items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }

  public static String write(Object value) {
    var bytes = new ByteArrayOutputStream(1024);
    write(value, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  public static void write(Object value, OutputStream out) {
    try (var generator = AWS.createGenerator(out)) {
      write(value, generator);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static void write(Object value, JsonGenerator out) throws IOException {
    switch (value) {
      case null -> out.writeNull();
      case String text -> out.writeString(text);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case Double number -> out.writeNumber(number);
      case Boolean truth -> out.writeBoolean(truth);
      case Instant time -> out.writeString(time.toString());
      case Map<?, ?> fields -> {
        out.writeStartObject();
        for (var field : fields.entrySet()) {
          out.writeFieldName((String) field.getKey());
          write(field.getValue(), out);
        }
        out.writeEndObject();
      }
      case Iterable<?> items -> {
        out.writeStartArray();
        for (var item : items) {
          write(item, out);
        }
        out.writeEndArray();
      }
      default -> throw new IllegalArgumentException("No JSON for " + value.getClass());
    }
  }

  /** What was sent is not JSON. The message is for the person who sent it. */
  public static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message, null, false, false);
    }
  }
}
