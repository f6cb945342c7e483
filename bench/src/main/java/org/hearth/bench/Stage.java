package org.hearth.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.hearth.local.functions.FunctionFailure;
import org.hearth.local.issuer.Role;
import org.hearth.local.tables.ItemJson;
import org.hearth.local.tables.LocalDynamo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where the journeys play: who takes part, what they ask and what the streams hand on, and what each of it used. */
final class Stage {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> NOTHING_ELSE = Map.of();

    private final Front front;
    private final LocalDynamo dynamo;
    private final Meter meter;
    private final Map<String, HearthClient> people = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    Stage(Front front, LocalDynamo dynamo, Meter meter) {
        this.front = front;
        this.dynamo = dynamo;
        this.meter = meter;
    }

    /** What was measured so far, in its order. */
    List<Row> rows() {
        return List.copyOf(rows);
    }

    HearthClient visitor() {
        return HearthClient.visitor(front.address());
    }

    HearthClient member(String name) {
        return people.computeIfAbsent(name, any -> newcomer(name).joinedAs(name));
    }

    HearthClient moderator() {
        return people.computeIfAbsent("Maren", name -> HearthClient.signedIn(front.address(), name, Role.MODERATOR)
                .joinedAs(name));
    }

    HearthClient lead() {
        return people.computeIfAbsent("Ngozi", name -> HearthClient.signedIn(front.address(), name, Role.LEAD).joinedAs(name));
    }

    /** Signs somebody in who has chosen no name yet, or another session of a member's. */
    HearthClient newcomer(String name) {
        return HearthClient.signedIn(front.address(), name, Role.MEMBER);
    }

    static String id(HearthClient who) {
        return good(who.get("/api/me")).path("id").asText();
    }

    Answer get(HearthClient who, String route, String path) {
        return call("GET " + route, who, path, null);
    }

    Answer call(String operation, HearthClient who, String path, JsonNode body) {
        return call(operation, who, path, body == null ? null : body.toString(), NOTHING_ELSE);
    }

    /** @param operation the method and the route, and perhaps after a comma what is special about it */
    Answer call(String operation, HearthClient who, String path, String body, Map<String, String> headers) {
        warm(who);
        String method = operation.substring(0, operation.indexOf(' '));
        Map<String, String> all = new HashMap<>(headers);
        if (method.equals("POST")) {
            all.put("Idempotency-Key", "bench-operation-" + rows.size());
        }
        return measured(operation, () -> {
            Answer answer = who.send(method, path, body, all);
            if (answer.status() >= 400) {
                throw new IllegalStateException(operation + " was refused, so it was not measured: " + answer.problem());
            }
            return answer;
        });
    }

    /** A file of bytes. */
    void download(String operation, HearthClient who, String path) {
        warm(who);
        measured(operation, () -> who.download(path));
    }

    // The groups are kept for a minute, the authorizer's answer too, a moderator's presence for five.
    private void warm(HearthClient who) {
        who.get("/api/public/groups");
        if (!who.cookie().isEmpty()) {
            who.get("/api/groups");
            who.get("/api/moderation/cases");
        }
    }

    <T> T measured(String operation, Supplier<T> work) {
        meter.taken();
        T result = work.get();
        Meter.Used used = meter.taken();
        byte[] answer = switch (result) {
            case Answer text -> text.text().getBytes(StandardCharsets.UTF_8);
            case byte[] bytes -> bytes;
            default -> new byte[0];
        };
        rows.add(new Row(operation, used.trips(), String.join(", ", used.calls()), used.reads(), used.writes(),
                compressed(answer)));
        return result;
    }

    private static long compressed(byte[] answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.length == 0 ? 0 : bytes.size();
    }

    /** What was answered to something that only prepares. */
    static JsonNode good(Answer answer) {
        if (!answer.isGood()) {
            throw new IllegalStateException("The bench's own preparation was refused: " + answer.problem());
        }
        return answer.json();
    }

    /** Hands an item to a function, as its stream would. */
    byte[] handOn(String function, String table, String pk, String sk) {
        ObjectNode event = JSON.createObjectNode();
        ObjectNode record = event.putArray("Records").addObject().put("eventName", "INSERT").putObject("dynamodb")
                .put("SequenceNumber", "1");
        record.set("NewImage", ItemJson.write(dynamo.client().getItem(get -> get.tableName(table).consistentRead(true)
                .key(Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk)))).item()));
        return invoke(function, event);
    }

    byte[] invoke(String function, JsonNode event) {
        try {
            byte[] answer = front.invoke(function, JSON.writeValueAsBytes(event));
            if (JSON.readTree(answer).path("batchItemFailures").size() > 0 || JSON.readTree(answer).has("refused")) {
                throw new IllegalStateException(function + " failed, so it was not measured: "
                        + new String(answer, StandardCharsets.UTF_8));
            }
            return answer;
        } catch (IOException | FunctionFailure e) {
            throw new IllegalStateException(function + " failed, so it was not measured", e);
        }
    }

    /** The text of the last mail that was sent to a member. */
    String lastMail() {
        return front.lastMail().orElseThrow(() ->
                new IllegalStateException("No mail was sent, so what follows from it was not measured"));
    }
}
