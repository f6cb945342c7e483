package org.hearth.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import org.hearth.local.issuer.Role;

/** Somebody at a running Hearth, with the requests that a browser would send for them. */
public final class HearthClient {
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final URI site;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private HearthClient(URI site) {
        this.site = site;
    }

    /** Somebody who is not signed in. */
    public static HearthClient visitor(URI site) {
        return new HearthClient(site);
    }

    /**
     * Signs somebody in through the local issuer's page, and does not choose a pseudonym for them yet.
     *
     * @throws SignInException if the way is blocked somewhere; the message says where
     */
    public static HearthClient signedIn(URI site, String name, Role role) {
        HearthClient client = new HearthClient(site);
        URI page = client.redirect(client.send("GET", "/api/session/start?as=" + role.pool() + "&return=/", null, Map.of()),
                "The forum does not start a sign-in");
        String choice = "name=" + encoded(name) + "&role=" + role.word();
        URI back = client.redirect(client.exchange(HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(choice)).build()), "The sign-in page refuses");
        client.redirect(client.exchange(client.request(back.getRawPath() + "?" + back.getRawQuery()).GET().build()),
                "The forum does not take the sign-in");
        if (!client.get("/api/session").json().path("signedIn").asBoolean()) {
            throw new SignInException("The forum took the sign-in, and still does not know who calls.");
        }
        return client;
    }

    /**
     * Chooses the pseudonym if none is chosen yet.
     *
     * @throws SignInException if the forum refuses the name
     */
    public HearthClient joinedAs(String name) {
        if (get("/api/session").json().path("needsName").asBoolean()) {
            Answer joined = put("/api/me", object("name", name));
            if (!joined.isGood()) {
                throw new SignInException("The name " + name + " was refused: " + joined.problem());
            }
        }
        return this;
    }

    /** A JSON object of texts, by name and value in turn. */
    public static ObjectNode object(String... namesAndValues) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, JsonNode body) {
        return send("POST", path, body.toString(), Map.of());
    }

    /** Posts so that a second try with the same key does nothing new. */
    public Answer post(String path, JsonNode body, String idempotencyKey) {
        return send("POST", path, body.toString(), Map.of("Idempotency-Key", idempotencyKey));
    }

    public Answer put(String path, JsonNode body) {
        return send("PUT", path, body.toString(), Map.of());
    }

    public Answer put(String path) {
        return send("PUT", path, null, Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /** Sends any request, with the headers of our pages if it writes; a body is announced as JSON unless the headers say else. */
    public Answer send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path);
        Map<String, String> all = new LinkedHashMap<>();
        if (!method.equals("GET")) {
            all.put("X-Hearth", "1");
        }
        if (body != null) {
            all.put("Content-Type", "application/json");
        }
        all.putAll(headers);
        all.forEach(request::setHeader);
        HttpResponse<String> response = exchange(request.method(method, body == null ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body)).build());
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** Carries one more cookie, as a browser would that got it elsewhere. */
    public HearthClient withCookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    /** {@code name=value} of the session, as the value of a Cookie header. */
    public String cookie() {
        return String.join("; ", cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).toList());
    }

    public URI site() {
        return site;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(path)).timeout(PATIENCE);
        return cookies.isEmpty() ? request : request.setHeader("Cookie", cookie());
    }

    private URI redirect(Answer answer, String otherwise) {
        return answer.headers().firstValue("location").filter(there -> answer.status() / 100 == 3).map(site::resolve)
                .orElseThrow(() -> new SignInException(otherwise + ": " + answer.problem()));
    }

    private URI redirect(HttpResponse<String> response, String otherwise) {
        return redirect(new Answer(response.statusCode(), response.headers(), response.body()), otherwise);
    }

    /** A file, byte by byte; fails unless it comes. */
    public byte[] download(String path) {
        HttpResponse<byte[]> response = exchange(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered with " + response.statusCode());
        }
        return response.body();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        return exchange(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> reading) {
        try {
            HttpResponse<T> response = HTTP.send(request, reading);
            if (request.uri().getAuthority().equals(site.getAuthority())) {
                response.headers().allValues("set-cookie").forEach(this::keep);
            }
            return response;
        } catch (ConnectException e) {
            throw new UncheckedIOException("Nothing answers at " + request.uri().resolve("/") + "; is bin/dev running?", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The connection to " + request.uri().resolve("/") + " broke.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void keep(String header) {
        String pair = header.split(";", 2)[0];
        int equals = pair.indexOf('=');
        String name = pair.substring(0, equals);
        String value = pair.substring(equals + 1);
        if (value.isEmpty() || header.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
