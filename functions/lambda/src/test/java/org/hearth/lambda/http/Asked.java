package org.hearth.lambda.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hearth.lambda.json.Json;

/** What comes of a request, when it is used in some way. */
record Asked(int status, Map<String, Object> problem, Map<String, Object> headers) {

  static Asked with(Map<String, Object> event, Function<Request, Response> use) {
    var whole = new HashMap<String, Object>(Map.of("routeKey", "POST /api/any", "headers", Map.of("x-hearth", "1", "content-type", "application/json")));
    whole.putAll(event);
    var out = new ByteArrayOutputStream();
    Answers.to(new ByteArrayInputStream(Json.write(whole).getBytes(StandardCharsets.UTF_8)), out, null, use);
    var answer = Json.event(new ByteArrayInputStream(out.toByteArray()));
    return new Asked(((Long) answer.get("statusCode")).intValue(), object(answer.get("body")), map(answer.get("headers")));
  }

  /** A body for a post: a text and a version. */
  static Asked body(String body) {
    return with(Map.of("body", body), Asked::readPost);
  }

  static Response readPost(Request request) {
    record Draft(String text, Integer version, java.time.Instant until) {}
    request.body(fields -> new Draft(fields.text("text"), fields.optionalNumber("version"), fields.time("until")));
    return Response.nothing();
  }

  String type() {
    return ((String) problem.get("type")).replace("/problems/", "");
  }

  String detail() {
    return (String) problem.get("detail");
  }

  /** The fields that the problem names. */
  List<String> fields() {
    return problem.get("errors") instanceof List<?> errors ? errors.stream().map(error -> (String) map(error).get("field")).toList() : List.of();
  }

  private static Map<String, Object> object(Object json) {
    return json == null ? Map.of() : map(Json.event(new ByteArrayInputStream(((String) json).getBytes(StandardCharsets.UTF_8))));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
