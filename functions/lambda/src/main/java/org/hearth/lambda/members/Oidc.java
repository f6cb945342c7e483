package org.hearth.lambda.members;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hearth.lambda.json.Json;

/** Speaks to an issuer: where its endpoints are, and a code for tokens. */
final class Oidc {
  private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(5).toMillis();

  private final Map<String, Map<String, Object>> discovered = new ConcurrentHashMap<>();

  /** What the issuer says of itself, read once. */
  String endpoint(Issuer issuer, String name) {
    return (String) discovered.computeIfAbsent(issuer.url(), url -> get(url + "/.well-known/openid-configuration")).get(name);
  }

  /** @return the token endpoint's answer; empty when it refuses the code */
  Map<String, Object> exchange(Issuer issuer, String code, String verifier, String redirectUri) {
    return post(endpoint(issuer, "token_endpoint"), Map.of(
        "grant_type", "authorization_code", "code", code, "code_verifier", verifier, "redirect_uri", redirectUri, "client_id", issuer.clientId()));
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, Object> get(String url) {
    try (var in = open(url).getInputStream()) {
      return Json.event(in);
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  private static Map<String, Object> post(String url, Map<String, String> fields) {
    try {
      var connection = open(url);
      connection.setDoOutput(true);
      connection.setRequestProperty("content-type", "application/x-www-form-urlencoded");
      try (var out = connection.getOutputStream()) {
        out.write(form(fields).getBytes(StandardCharsets.US_ASCII));
      }
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        return Map.of();
      }
      try (var in = connection.getInputStream()) {
        return Json.event(in);
      }
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  private static HttpURLConnection open(String url) throws IOException {
    var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    return connection;
  }
}
