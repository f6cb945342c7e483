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
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.lambda.http.Faults;
import org.hearth.lambda.json.Json;

/** Speaks to an issuer: where its endpoints are, and a code for tokens. An issuer that is away or slow is a refusal for now. */
final class Oidc {
  // A sign-in asks twice, so both together must be over before the function's time is, for which the template gives it 20 s.
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration TO_CONNECT = Duration.ofSeconds(2);

  private final Map<String, Map<String, Object>> discovered = new ConcurrentHashMap<>();
  private final Duration patience;

  Oidc() {
    this(PATIENCE);
  }

  Oidc(Duration patience) {
    this.patience = patience;
  }

  /**
   * What the issuer says of itself, read once.
   *
   * @throws Refused when it can't be asked just now
   */
  String endpoint(Issuer issuer, String name) {
    var said = discovered.computeIfAbsent(issuer.url(), url -> asked(() -> answer(open(url + "/.well-known/openid-configuration"))));
    if (said.get(name) instanceof String address) {
      return address;
    }
    discovered.remove(issuer.url());
    throw unavailable();
  }

  /**
   * @return the token endpoint's answer; empty when it refuses the code
   * @throws Refused when it can't be asked just now
   */
  Map<String, Object> exchange(Issuer issuer, String code, String verifier, String redirectUri) {
    var address = endpoint(issuer, "token_endpoint");
    return asked(() -> post(address, Map.of(
        "grant_type", "authorization_code", "code", code, "code_verifier", verifier, "redirect_uri", redirectUri, "client_id", issuer.clientId())));
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  static Refused unavailable() {
    return new Refused(new Refusal.Unavailable());
  }

  private interface Question {
    Map<String, Object> ask() throws IOException;
  }

  private static Map<String, Object> asked(Question question) {
    try {
      return question.ask();
    } catch (IOException | UncheckedIOException | Json.Malformed | ClassCastException away) {
      Faults.log(Oidc.class, "issuer", away);
      throw unavailable();
    }
  }

  private Map<String, Object> post(String url, Map<String, String> fields) throws IOException {
    var connection = open(url);
    connection.setDoOutput(true);
    connection.setRequestProperty("content-type", "application/x-www-form-urlencoded");
    try (var out = connection.getOutputStream()) {
      out.write(form(fields).getBytes(StandardCharsets.US_ASCII));
    }
    int status = connection.getResponseCode();
    return status >= 400 && status < 500 ? Map.of() : answer(connection);
  }

  private static Map<String, Object> answer(HttpURLConnection connection) throws IOException {
    try (var in = connection.getInputStream()) {
      return Json.event(in);
    }
  }

  private HttpURLConnection open(String url) throws IOException {
    var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setConnectTimeout((int) TO_CONNECT.toMillis());
    connection.setReadTimeout((int) patience.toMillis());
    return connection;
  }
}
