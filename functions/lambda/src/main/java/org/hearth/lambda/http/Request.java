package org.hearth.lambda.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Caller;
import org.hearth.lambda.json.Json;

/** A request as the HTTP API hands it over (payload format 2.0). */
public final class Request {
  /** In bytes: ten thousand characters of any script, each as a JSON escape, and some room. */
  private static final int LONGEST_BODY = 160 * 1024;
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]{1,200}");

  private final Map<String, Object> event;

  Request(Map<String, Object> event) {
    this.event = event;
  }

  /** The route as the template names it, such as {@code GET /api/groups}. */
  public String route() {
    return (String) event.get("routeKey");
  }

  public Caller caller() {
    return Callers.of(authorizerContext());
  }

  /**
   * A part of the path, by its name in the route.
   *
   * @throws Refused when it can't be an id of anything: there is nothing under it
   */
  public String path(String name) {
    var id = (String) object(event, "pathParameters").get(name);
    if (id == null || !ID.matcher(id).matches()) {
      throw Refused.notFound();
    }
    return id;
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable((String) object(event, "queryStringParameters").get(name)).filter(value -> !value.isEmpty());
  }

  /** What the members' issuer calls the caller; empty for visitors and staff. */
  public Optional<String> subject() {
    return Optional.ofNullable((String) authorizerContext().get("subject")).filter(subject -> !subject.isEmpty());
  }

  /** A header, by its name in small letters. */
  public Optional<String> header(String name) {
    return Optional.ofNullable((String) object(event, "headers").get(name));
  }

  /**
   * The address that the request came from. Where a front passes requests on, it names the address of whoever asked in
   * X-Forwarded-For, behind whatever they claimed themselves; only a request that carries the front's word is believed.
   *
   * @param edge the front's word, in X-Hearth-Edge; empty when it has none to send
   */
  public String sourceAddress(String edge) {
    var from = (String) object(object(event, "requestContext"), "http").getOrDefault("sourceIp", "");
    boolean front = edge.isEmpty() || header("x-hearth-edge").filter(edge::equals).isPresent();
    var passed = header("x-forwarded-for").filter(named -> front).stream().flatMap(named -> Arrays.stream(named.split(","))).map(String::strip)
        .filter(address -> !address.isEmpty() && !address.equals(from)).toList();
    return passed.isEmpty() ? from : passed.getLast();
  }

  public List<String> cookies() {
    return event.get("cookies") instanceof List<?> cookies ? cookies.stream().map(String.class::cast).toList() : List.of();
  }

  /** The client's Idempotency-Key, or null. */
  public String key() {
    var key = header("idempotency-key");
    key.filter(given -> !KEY.matcher(given).matches()).ifPresent(bad -> {
      throw Refused.invalid("Idempotency-Key", "Use 1 to 64 letters, digits, dashes and underscores.");
    });
    return key.orElse(null);
  }

  /** The position that a cursor carries. */
  public Optional<String> position() {
    return query("cursor").map(cursor -> {
      if (!BASE64URL.matcher(cursor).matches()) {
        throw Refused.invalid("cursor", "This page marker is not one of ours. Start again from the first page.");
      }
      try {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException notBase64) {
        throw Refused.invalid("cursor", "This page marker is not one of ours. Start again from the first page.");
      }
    });
  }

  public static String cursor(String position) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads the body.
   *
   * @param binding asks for each field
   * @throws Refused when a field is of the wrong type or unknown
   * @throws NotAccepted when it is too large or not JSON
   */
  @SuppressWarnings("unchecked")
  public <T> T body(Function<Body, T> binding) {
    requireJson();
    if (!(Json.read(bodyText()) instanceof Map<?, ?> fields)) {
      throw new NotAccepted(400, "malformed", "Send a JSON object, in braces.");
    }
    var body = new Body((Map<String, Object>) fields);
    var bound = binding.apply(body);
    body.end();
    return bound;
  }

  private void requireJson() {
    var type = header("content-type").map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)).orElse("");
    if (!type.equals("application/json")) {
      throw new NotAccepted(415, "wrong-type", "Send JSON, with the header Content-Type: application/json.");
    }
  }

  private String bodyText() {
    var raw = event.get("body") instanceof String text ? text : "";
    boolean encoded = Boolean.TRUE.equals(event.get("isBase64Encoded"));
    var bytes = encoded ? decoded(raw) : raw.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST_BODY) {
      throw new NotAccepted(413, "too-large", "This is too large. The longest text is 10,000 characters.");
    }
    return encoded ? utf8(bytes) : raw;
  }

  private static byte[] decoded(String raw) {
    try {
      return Base64.getDecoder().decode(raw);
    } catch (IllegalArgumentException notBase64) {
      throw new NotAccepted(400, "malformed", "Send the body as UTF-8.");
    }
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new NotAccepted(400, "malformed", "Send the body as UTF-8.");
    }
  }

  /** A write must carry a header that no other site's form can send, but for one that mail programs send (RFC 8058). */
  void requireOurPages() {
    boolean writes = !route().startsWith("GET ") && !route().equals("POST /api/unsubscribe");
    if (writes && !header("x-hearth").filter("1"::equals).isPresent()) {
      throw new NotAccepted(403, "not-from-our-pages", "Send the header X-Hearth: 1 with every change.");
    }
  }

  /** What the authorizer said of the session; empty on open routes. */
  public Map<String, Object> authorizerContext() {
    return object(object(object(event, "requestContext"), "authorizer"), "lambda");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Map<String, Object> from, String name) {
    return from.get(name) instanceof Map<?, ?> fields ? (Map<String, Object>) fields : Map.of();
  }

  /** The request can't be taken as it came. */
  public static final class NotAccepted extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final int status;
    final String type;

    NotAccepted(int status, String type, String detail) {
      super(detail, null, false, false);
      this.status = status;
      this.type = type;
    }
  }
}
