package org.hearth.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadRequestsGetAProblemThatSaysWhyTest {

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void aChangeWithoutOurHeaderIsNotFromOurPages(String method) {
    var asked = Asked.with(Map.of("routeKey", method + " /api/any", "headers", Map.of("content-type", "application/json")), request -> Response.nothing());
    assertThat(asked.status()).isEqualTo(403);
    assertThat(asked.type()).isEqualTo("not-from-our-pages");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "true", "1, 1"})
  void norWithAnotherValueOfIt(String value) {
    assertThat(Asked.with(Map.of("headers", Map.of("x-hearth", value)), request -> Response.nothing()).type()).isEqualTo("not-from-our-pages");
  }

  @Test
  void readingNeedsNoHeader() {
    assertThat(Asked.with(Map.of("routeKey", "GET /api/any", "headers", Map.of()), request -> Response.nothing()).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "ä", "a.b", "'; --", "a\u0000", "\ud83d\ude00", "01234567890123456789012345678901234567890123456789012345678901234"})
  void aBadIdempotencyKeyIsNamed(String key) {
    var asked = Asked.with(Map.of("headers", Map.of("x-hearth", "1", "idempotency-key", key)), request -> {
      request.key();
      return Response.nothing();
    });
    assertThat(asked.status()).isEqualTo(422);
    assertThat(asked.fields()).containsExactly("Idempotency-Key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "a b", "====", "YQ==", "A", "ä", "%00", "../..", "\u0000", "\ud83d\ude00"})
  void aCursorThatIsNotOursIsNamed(String cursor) {
    var asked = cursor(cursor);
    assertThat(asked.status()).isEqualTo(422);
    assertThat(asked.fields()).containsExactly("cursor");
  }

  @Test
  void aCursorWithoutEndIsNamed() {
    assertThat(cursor("A".repeat(10_000)).fields()).containsExactly("cursor");
  }

  @Test
  void aCursorOfOursIsThePositionAgain() {
    var event = new HashMap<String, Object>(Map.of("queryStringParameters", Map.of("cursor", Request.cursor("01KJPXHTG00QT5V8XC3F7M2R9C"))));
    Asked.with(event, request -> {
      assertThat(request.position()).contains("01KJPXHTG00QT5V8XC3F7M2R9C");
      return Response.nothing();
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "..", "%2e", "a/b", "\u0000", "ä", "01KJPXHTG00QT5V8XC3F7M2R9C01KJPXHTG00QT5V8XC3F7M2R9C01KJPXHTG00QT5V8XC3F7M2R9C"})
  void whatCantBeAnIdIsTheIdOfNothing(String id) {
    var asked = Asked.with(Map.of("pathParameters", Map.of("postId", id)), request -> {
      request.path("postId");
      return Response.nothing();
    });
    assertThat(asked.status()).isEqualTo(404);
    assertThat(asked.type()).isEqualTo("not-found");
  }

  private static Asked cursor(String cursor) {
    return Asked.with(Map.of("queryStringParameters", Map.of("cursor", cursor)), request -> {
      request.position();
      return Response.nothing();
    });
  }
}
