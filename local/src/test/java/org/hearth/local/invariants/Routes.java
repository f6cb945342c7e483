package org.hearth.local.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearth.local.RunningHearth;
import org.hearth.local.template.Template;

/** Every route that the template has. A new one is in all tests that ask for all of them. */
final class Routes {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One route, such as {@code GET /api/threads/{threadId}}. */
    record Route(String method, String path) {
        boolean reads() {
            return method.equals("GET");
        }

        /** With the places in its path filled in; those that nothing is given for get something that is not there. */
        String filled(Map<String, String> things) {
            String filled = path;
            for (var thing : things.entrySet()) {
                filled = filled.replace("{" + thing.getKey() + "}", thing.getValue());
            }
            return filled.replaceAll("\\{[^}]*}", "01ARZ3NDEKTSV4RRFFQ69G5FAV");
        }
    }

    private Routes() {
    }

    static List<Route> all() {
        return Template.read(RunningHearth.root().resolve("template.yaml"), Map.of()).functions().stream()
                .flatMap(function -> function.routes().stream()).map(route -> new Route(route.method(), route.path())).toList();
    }

    /** A body that each route takes, by the route, out of the samples of its events. */
    static Map<String, String> samples() {
        Map<String, String> samples = new HashMap<>();
        try (Stream<Path> files = Files.list(RunningHearth.root().resolve("events"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".json")).toList()) {
                JsonNode event = JSON.readTree(file.toFile());
                if (event.path("body").isTextual()) {
                    samples.put(event.path("routeKey").asText(), event.path("body").asText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return samples;
    }

    /** Those that somebody reads, without the ones that begin or end a session. */
    static List<Route> reading() {
        return all().stream().filter(Route::reads).filter(route -> !route.path().startsWith("/api/session/")).toList();
    }
}
