package org.hearth.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A request to a route, as the HTTP API hands it on. */
final class HttpRequest {
  private final ObjectNode event = Yaml.JSON.createObjectNode();

  private HttpRequest(String route) {
    event.put("version", "2.0").put("routeKey", route).put("isBase64Encoded", false);
    event.putArray("cookies");
    event.putObject("headers");
    event.putObject("pathParameters");
    event.putObject("queryStringParameters");
    event.putObject("requestContext");
    if (!route.startsWith("GET ")) {
      header("x-hearth", "1");
    }
  }

  static HttpRequest to(String route) {
    return new HttpRequest(route);
  }

  HttpRequest as(String memberId, String name, String role) {
    event.withObject("/requestContext/authorizer/lambda").put("session", "member").put("memberId", memberId).put("name", name)
        .put("role", role).put("standing", "ACTIVE").put("until", "").put("groups", "");
    return this;
  }

  HttpRequest groups(String joined) {
    event.withObject("/requestContext/authorizer/lambda").put("groups", joined);
    return this;
  }

  HttpRequest path(String name, String value) {
    event.withObject("/pathParameters").put(name, value);
    return this;
  }

  HttpRequest query(String name, String value) {
    event.withObject("/queryStringParameters").put(name, value);
    return this;
  }

  /** @param value null to leave the header out */
  HttpRequest header(String name, String value) {
    event.withObject("/headers").put(name, value);
    if (value == null) {
      event.withObject("/headers").remove(name);
    }
    return this;
  }

  HttpRequest cookie(String cookie) {
    event.withArray("/cookies").add(cookie);
    return this;
  }

  HttpRequest json(Map<String, ?> fields) {
    return body(Yaml.JSON.valueToTree(fields).toString());
  }

  HttpRequest body(String body) {
    event.put("body", body);
    return header("content-type", "application/json");
  }

  HttpRequest base64(String body) {
    event.put("isBase64Encoded", true);
    return body(body);
  }

  JsonNode event() {
    return event;
  }
}
