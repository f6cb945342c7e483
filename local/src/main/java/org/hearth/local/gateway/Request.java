package org.hearth.local.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as the gateway passes it on. */
record Request(String method, String rawPath, String rawQuery, Map<String, String> headers, Optional<String> cookie,
        String sourceAddress, byte[] body) {

    /** What CloudFront's function does in production: a request without any cookie gets one that says so. */
    static final String NO_SESSION = "session=none";

    static Request of(HttpExchange exchange, byte[] body) {
        Headers received = exchange.getRequestHeaders();
        Map<String, String> headers = new TreeMap<>();
        received.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        String cookie = headers.containsKey("cookie") ? String.join("; ", received.get("Cookie")) : NO_SESSION;
        headers.remove("cookie");
        headers.putIfAbsent("host", "localhost");
        String address = exchange.getRemoteAddress().getAddress().getHostAddress();
        headers.put("x-forwarded-for", address);
        headers.put("x-forwarded-proto", "http");
        String query = exchange.getRequestURI().getRawQuery();
        return new Request(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), query == null ? "" : query,
                headers, Optional.of(cookie), address, body);
    }

    List<String> cookies() {
        List<String> cookies = new ArrayList<>();
        cookie.ifPresent(all -> {
            for (String one : all.split(";")) {
                if (!one.isBlank()) {
                    cookies.add(one.strip());
                }
            }
        });
        return cookies;
    }

    /** Parameters that come more than once are joined by commas, as an HTTP API does. */
    Map<String, String> queryParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                parameters.merge(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)), (a, b) -> a + "," + b);
            }
        }
        return parameters;
    }

    String path() {
        return decoded(rawPath.replace("+", "%2B"));
    }

    Optional<String> header(String name) {
        return name.equalsIgnoreCase("cookie") ? cookie : Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
