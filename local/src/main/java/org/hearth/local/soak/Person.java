package org.hearth.local.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.hearth.local.client.SignInException;
import org.hearth.local.issuer.Role;

/** Somebody who does as our pages do: what got no answer is sent again with the same key, and an ended session is begun anew. */
final class Person {
    private final URI site;
    private final String name;
    private final Role role;
    private final BooleanSupplier goingOn;
    private volatile HearthClient client;

    Person(URI site, String name, Role role, BooleanSupplier goingOn) {
        this.site = site;
        this.name = name;
        this.role = role;
        this.goingOn = goingOn;
    }

    String name() {
        return name;
    }

    Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    Answer post(String path, JsonNode body, String key) {
        return send("POST", path, body.toString(), Map.of("Idempotency-Key", key));
    }

    Answer put(String path, JsonNode body) {
        return send("PUT", path, body == null ? null : body.toString(), Map.of());
    }

    /** Sends until somebody has said yes or no; null if all came to an end before. */
    Answer send(String method, String path, String body, Map<String, String> headers) {
        while (goingOn.getAsBoolean()) {
            try {
                Answer answer = client().send(method, path, body, headers);
                if (answer.status() == 401 || answer.json().path("type").asText().equals("/problems/needs-name")) {
                    client = null;
                } else if (answer.status() < 500 && answer.status() != 429) {
                    return answer;
                }
            } catch (UncheckedIOException | SignInException e) {
                client = null;
            }
            pause();
        }
        return null;
    }

    private HearthClient client() {
        HearthClient known = client;
        if (known == null) {
            known = HearthClient.signedIn(site, name, role);
            Answer joined = known.put("/api/me", HearthClient.object("name", name));
            if (!joined.isGood()) {
                throw new SignInException(name + " could not join: " + joined.problem());
            }
            client = known;
        }
        return known;
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(10, 80));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
