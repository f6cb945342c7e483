package org.hearth.local.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.hearth.local.template.FunctionSpec;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Requests that nobody's page would send, to each route: whatever is sent, the answer says what is wrong with it and is no fault. */
public final class Fuzz {
    private static final List<String> TOKENS = List.of("none", "a.b.c", "..", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.", "eyJhbGciOiJSUzI1NiJ9.e30.AAAA", "eyJhbGciOiJIUzI1NiJ9.W10.AAAA",
            "eyJhbGciOiJSUzI1NiIsImtpZCI6IiJ9.bnVsbA.", "%00", "a".repeat(4_000));
    private static final int SHOWN = 300;

    private final Random random;
    private final HostileBodies bodies;
    private final List<String> parameters;
    private final List<HearthClient> people;
    private final Map<String, List<String>> things;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, String> faults = new TreeMap<>();

    /**
     * Prepares.
     *
     * @param root the repository: with a sample of each route's event, and the description that names all parameters
     * @param people who send in turn
     * @param things ids that are there, by what a path calls them, such as {@code threadId}
     */
    public Fuzz(long seed, Path root, List<HearthClient> people, Map<String, List<String>> things) {
        this.random = new Random(seed);
        this.bodies = HostileBodies.with(random, root.resolve("events"));
        this.parameters = parameters(root.resolve("docs/openapi.yaml"));
        this.people = people;
        this.things = things;
    }

    /** Every name of a parameter of an address, whichever route it belongs to. */
    private static List<String> parameters(Path description) {
        try (Reader text = Files.newBufferedReader(description)) {
            JsonNode document = new ObjectMapper().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
            return document.findParents("in").stream().filter(parameter -> parameter.path("in").asText().equals("query"))
                    .map(parameter -> parameter.path("name").asText()).distinct().sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean endsSessions(FunctionSpec.Route route) {
        return route.path().startsWith("/api/session") && (route.method().equals("DELETE") || route.path().endsWith("/exit"));
    }

    /** Sends so many requests to one route. */
    public void send(FunctionSpec.Route route, int times) {
        for (int i = 0; i < times; i++) {
            // Nobody who sends the others loses their session by it.
            HearthClient person = endsSessions(route) ? HearthClient.visitor(people.getFirst().site()) : people.get(i % people.size());
            String path = path(route.path());
            String body = route.method().equals("GET") || route.method().equals("DELETE") && random.nextBoolean() ? null : bodies.forRoute(route.key());
            try {
                Answer answer = person.send(route.method(), path, body, headers());
                statuses.merge(answer.status(), 1, Integer::sum);
                if (answer.status() >= 500) {
                    faults.putIfAbsent(route.key(), answer.status() + " for " + path + " with " + (body == null ? "nothing" : shortened(body)));
                }
            } catch (UncheckedIOException | IllegalArgumentException unsendable) {
                statuses.merge(0, 1, Integer::sum);
            }
        }
    }

    /** How often each status came; 0 for what the client itself would not send. */
    public Map<Integer, Integer> statuses() {
        return statuses;
    }

    /** One example for each route that answered with a fault of ours. */
    public Map<String, String> faults() {
        return faults;
    }

    private String path(String template) {
        StringBuilder path = new StringBuilder();
        for (String part : template.substring(1).split("/")) {
            path.append('/').append(part.startsWith("{") ? encoded(place(part.substring(1, part.length() - 1))) : part);
        }
        int added = random.nextInt(3);
        for (int i = 0; i < added; i++) {
            String odd = bodies.odd();
            String value = random.nextBoolean() ? odd : Base64.getUrlEncoder().withoutPadding().encodeToString(odd.getBytes(StandardCharsets.UTF_8));
            path.append(i == 0 ? '?' : '&').append(pick(parameters)).append('=').append(encoded(shortened(value)));
        }
        return URI.create(path.toString()).toString();
    }

    private String place(String name) {
        List<String> there = things.getOrDefault(name, List.of());
        return switch (random.nextInt(6)) {
            case 0 -> HostileBodies.ULID;
            case 1 -> shortened(bodies.odd());
            default -> there.isEmpty() ? HostileBodies.ULID : pick(there);
        };
    }

    private Map<String, String> headers() {
        return switch (random.nextInt(24)) {
            case 0 -> Map.of("Idempotency-Key", ascii(bodies.odd()));
            case 1 -> Map.of("Content-Type", "text/plain");
            case 2 -> Map.of("X-Forwarded-For", "6.6.6.6, " + ascii(bodies.odd()));
            case 3 -> Map.of("If-None-Match", ascii(bodies.odd()));
            case 4 -> Map.of("Cookie", "hearth=" + pick(TOKENS));
            case 5 -> Map.of("Cookie", "hearth-sign-in=" + (random.nextBoolean() ? "a.b.c.Lw.staff" : ascii(bodies.odd())) + "; " + ascii(bodies.odd()));
            case 6 -> Map.of("X-Hearth", ascii(bodies.odd()));
            default -> Map.of();
        };
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String ascii(String text) {
        return shortened(text.replaceAll("[^ -~]", "?").strip());
    }

    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
