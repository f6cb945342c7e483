package org.hearth.lambda.http;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearth.lambda.json.Json;
import org.hearth.lambda.json.JsonObject;

/** An answer, as the HTTP API wants it (payload format 2.0). */
public final class Response {
  private final int status;
  private final Map<String, Object> headers = new LinkedHashMap<>();
  private final List<Object> cookies = new ArrayList<>();
  private final String body;
  private final boolean encoded;

  private Response(int status, String body) {
    this(status, body, false);
  }

  private Response(int status, String body, boolean encoded) {
    this.status = status;
    this.body = body;
    this.encoded = encoded;
    // What is private is never kept on a shared phone or in a cache between; open routes say otherwise themselves.
    headers.put("cache-control", "no-store");
  }

  public static Response ok(Object json) {
    return json(200, json);
  }

  /** @param location the path of what was created */
  public static Response created(String location, Object json) {
    return json(201, json).header("location", location);
  }

  /** For what was created and can't be read again by whoever sent it. */
  public static Response created(Object json) {
    return json(201, json);
  }

  public static Response nothing() {
    return new Response(204, null);
  }

  public static Response notModified() {
    return new Response(304, null);
  }

  public static Response seeOther(String location) {
    return new Response(303, null).header("location", location);
  }

  public static Response text(String type, String body) {
    return new Response(200, body).header("content-type", type);
  }

  /** A page for a person whose browser came here by itself. */
  public static Response page(int status, String html) {
    return new Response(status, html).header("content-type", "text/html; charset=utf-8");
  }

  /** A file to be kept; with what fits into an answer of Lambda's, 4.5 MB at the most. */
  public static Response file(String type, String name, byte[] content) {
    return new Response(200, Base64.getEncoder().encodeToString(content), true).header("content-type", type)
        .header("content-disposition", "attachment; filename=\"" + name + "\"");
  }

  static Response json(int status, Object json) {
    return new Response(status, Json.write(json)).header("content-type", "application/json; charset=utf-8");
  }

  static Response problem(int status, JsonObject problem) {
    return new Response(status, Json.write(problem)).header("content-type", "application/problem+json; charset=utf-8");
  }

  public Response header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public Response cookie(String cookie) {
    cookies.add(cookie);
    return this;
  }

  JsonObject asEvent() {
    return new JsonObject()
        .with("statusCode", status)
        .with("headers", headers)
        .with("cookies", cookies)
        .with("isBase64Encoded", encoded)
        .withIfPresent("body", body);
  }

  int status() {
    return status;
  }
}
