package org.hearth.local.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hearth.local.RunningHearth;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every field of every body that the API's description says is a text. */
final class TextFields {
    /** Stands in a path for each item of a list. */
    private static final String ITEM = "[]";
    /** Stands in a path for each value by an id of somebody's choice. */
    private static final String BY_ID = "{}";
    private static final String AN_ID = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    private static final JsonNode DOCUMENT = read();

    /**
     * One of them.
     *
     * @param route such as {@code PUT /api/me}
     * @param path the names that lead to it
     * @param longest how many characters it takes
     * @param words whether people write in it what they like: not an id, a time or one of a few words
     */
    record Field(String route, List<String> path, int longest, boolean words) {
        String name() {
            return path.getFirst();
        }

        /** Puts the value where it belongs. */
        void set(ObjectNode body, String value) {
            ObjectNode place = body;
            for (int i = 0; i < path.size() - 1; i++) {
                String name = path.get(i).equals(BY_ID) ? AN_ID : path.get(i);
                if (path.get(i + 1).equals(ITEM)) {
                    place.putArray(name).add(value);
                    return;
                }
                place = place.withObject("/" + name);
            }
            place.put(path.getLast().equals(BY_ID) ? AN_ID : path.getLast(), value);
        }
    }

    private TextFields() {
    }

    static List<Field> all() {
        List<Field> found = new ArrayList<>();
        DOCUMENT.path("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            JsonNode body = referred(operation.getValue().path("requestBody"));
            String route = operation.getKey().toUpperCase() + " " + path.getKey();
            collect(body.at("/content/application~1json/schema"), route, List.of(), found);
        }));
        return found;
    }

    private static void collect(JsonNode given, String route, List<String> path, List<Field> found) {
        JsonNode schema = referred(given);
        Stream.of("oneOf", "anyOf", "allOf").forEach(kind -> schema.path(kind).forEach(one -> collect(one, route, path, found)));
        schema.path("properties").properties().forEach(property -> collect(property.getValue(), route, with(path, property.getKey()), found));
        if (schema.has("items")) {
            collect(schema.path("items"), route, with(path, ITEM), found);
        }
        if (schema.path("additionalProperties").isObject()) {
            collect(schema.path("additionalProperties"), route, with(path, BY_ID), found);
        }
        if (schema.path("type").asText().equals("string") || schema.path("type").isArray() && schema.path("type").toString().contains("\"string\"")) {
            boolean words = schema.has("maxLength") && !schema.has("enum") && !schema.has("format") && !schema.has("pattern");
            found.add(new Field(route, path, schema.path("maxLength").asInt(200), words));
        }
    }

    private static List<String> with(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
    }

    private static JsonNode referred(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static JsonNode read() {
        try (Reader text = Files.newBufferedReader(RunningHearth.root().resolve("docs/openapi.yaml"))) {
            return new ObjectMapper().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
