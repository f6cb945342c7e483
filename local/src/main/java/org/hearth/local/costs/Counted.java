package org.hearth.local.costs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code docs/counted.json}: what {@code bin/bench} counted of each operation. A test of the bench's holds it to a fresh count. */
final class Counted {
    private static final Pattern ROUTE = Pattern.compile("(GET|POST|PUT|PATCH|DELETE) /api/.*");
    private static final double BYTES_A_GB = 1e9;

    private final JsonNode operations;

    private Counted(JsonNode operations) {
        this.operations = operations;
    }

    static Counted read(Path file) throws IOException {
        return new Counted(new ObjectMapper().readTree(file.toFile()));
    }

    /**
     * What an operation uses of each priced thing, done once: a function runs for it, and in front of a route stand the API and
     * CloudFront with its function.
     *
     * @throws IllegalArgumentException if it was not counted
     */
    Map<String, Double> of(String operation) {
        JsonNode used = operations.path(operation);
        if (used.isMissingNode()) {
            throw new IllegalArgumentException("docs/counted.json does not know \"" + operation + "\".");
        }
        Map<String, Double> amounts = new LinkedHashMap<>();
        amounts.put("read-unit", used.path("reads").asDouble());
        amounts.put("write-unit", used.path("writes").asDouble());
        amounts.put("lambda-request", 1.0);
        if (ROUTE.matcher(operation).matches()) {
            amounts.put("http-api-request", 1.0);
            amounts.put("cloudfront-request", 1.0);
            amounts.put("cloudfront-function", 1.0);
            amounts.put("cloudfront-gb", used.path("bytes").asDouble() / BYTES_A_GB);
        }
        return amounts;
    }
}
