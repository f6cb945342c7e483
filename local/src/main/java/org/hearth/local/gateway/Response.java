package org.hearth.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A response to be sent.
 *
 * @param headers by lower-case name
 */
record Response(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** What API Gateway says by itself. */
    static Response message(int status, String message) {
        byte[] body = ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8);
        return new Response(status, Map.of("content-type", "application/json"), List.of(), body);
    }

    static Response notFound() {
        return message(404, "Not Found");
    }

    static Response functionFailed() {
        return message(500, "Internal Server Error");
    }

    /** Reads a function's answer in payload format 2.0; what makes no sense becomes API Gateway's 500. */
    static Response ofFunction(byte[] answer) {
        JsonNode tree;
        try {
            tree = JSON.readTree(answer);
        } catch (IOException e) {
            return functionFailed();
        }
        if (!tree.has("statusCode")) {
            return tree.isMissingNode() || tree.isNull() ? functionFailed()
                    : new Response(200, Map.of("content-type", "application/json"), List.of(), answer);
        }
        int status = tree.path("statusCode").asInt();
        if (status < 100 || status > 599) {
            return functionFailed();
        }
        try {
            return new Response(status, headers(tree), cookies(tree), body(tree));
        } catch (IllegalArgumentException e) {
            return functionFailed();
        }
    }

    private static Map<String, String> headers(JsonNode tree) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("content-type", "text/plain; charset=utf-8");
        tree.path("headers").properties().forEach(header -> headers.put(named(header.getKey()), checked(header.getValue().asText())));
        return headers;
    }

    private static List<String> cookies(JsonNode tree) {
        List<String> cookies = new ArrayList<>();
        tree.path("cookies").forEach(cookie -> cookies.add(checked(cookie.asText())));
        return cookies;
    }

    private static byte[] body(JsonNode tree) {
        String body = tree.path("body").asText("");
        return tree.path("isBase64Encoded").asBoolean() ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }

    private static String named(String name) {
        if (!HEADER_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a header with a name that is none");
        }
        return name;
    }

    /** A line break in a header would let its value say what the next header is. */
    private static String checked(String value) {
        if (value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException("a header with a line break");
        }
        return value;
    }
}
