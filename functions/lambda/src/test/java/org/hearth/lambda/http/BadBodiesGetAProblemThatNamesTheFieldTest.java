package org.hearth.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadBodiesGetAProblemThatNamesTheFieldTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "{\"text\"", "{\"text\":\"a\"", "nonsense", "'a'", "{\"text\":\"a\nb\"}", "{\"text\":\"\\x\"}", "{\"text\":\"\\ud83\"}",
      "{\"text\":NaN}", "{\"version\":01}", "{text:\"a\"}", "{\"text\":\"a\"}}", "{\"text\":\"a\"} {}", "{\"text\":\"a\"} x", "[\"text\"", "\uFEFF\uFEFF{}", "{\"version\":1e}"})
  void whatIsNotJsonIsMalformed(String body) {
    assertMalformed(Asked.body(body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"text\"", "1", "null", "true"})
  void whatIsNotAnObjectIsMalformed(String body) {
    assertMalformed(Asked.body(body));
  }

  @Test
  void aKeyTwiceIsMalformed() {
    assertMalformed(Asked.body("{\"text\":\"a\",\"text\":\"b\"}"));
  }

  @Test
  void aDepthOfAHundredThousandIsMalformed() {
    assertMalformed(Asked.body("[".repeat(100_000)));
    assertMalformed(Asked.body("{\"text\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}"));
    assertMalformed(Asked.body("{\"a\":".repeat(20_000)));
  }

  @Test
  void aNumberWithoutEndIsMalformed() {
    assertMalformed(Asked.body("{\"version\":" + "9".repeat(100_000) + "}"));
    assertMalformed(Asked.body("{\"version\":0." + "9".repeat(100_000) + "}"));
  }

  @Test
  void aNameWithoutEndIsMalformed() {
    assertMalformed(Asked.body("{\"" + "a".repeat(100_000) + "\":1}"));
  }

  @Test
  void whatIsLargerThanTheLimitIsTooLarge() {
    var asked = Asked.body("{\"text\":\"" + "a".repeat(161 * 1024) + "\"}");
    assertThat(asked.status()).isEqualTo(413);
    assertThat(asked.type()).isEqualTo("too-large");
  }

  @Test
  void theLimitCountsBytesHoweverTheyCome() {
    assertThat(Asked.body("{\"text\":\"" + "あ".repeat(60 * 1024) + "\"}").status()).isEqualTo(413);
    assertThat(base64(("{\"text\":\"" + "a".repeat(161 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(413);
    assertThat(base64(("{\"text\":\"" + "a".repeat(150 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(204);
  }

  @Test
  void aTextOfAHundredKilobytesIsForTheRulesToJudge() {
    assertThat(Asked.body("{\"text\":\"" + "a".repeat(100 * 1024) + "\"}").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "[]", "{}", "[\"a\"]", "1.5"})
  void aTextThatIsNoneNamesTheField(String value) {
    assertInvalid(Asked.body("{\"text\":" + value + "}"), "text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1\"", "true", "[]", "{}", "1.5", "1.0", "-1", "2147483648", "99999999999999999999", "1e400", "-1e400", "1e-400"})
  void aWholeNumberThatIsNoneNamesTheField(String value) {
    assertInvalid(Asked.body("{\"version\":" + value + "}"), "version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tomorrow", "2026-11-30", "2026-11-30T18:00", "2026-13-30T18:00:00Z", "+1000000000-12-31T23:59:59.999999999Z", "-0001-01-01T00:00:00Z",
      "+10000-01-01T00:00:00Z", "2026-11-30T18:00:00Z\\u0000"})
  void aTimeThatIsNoneNamesTheField(String value) {
    assertInvalid(Asked.body("{\"until\":\"" + value + "\"}"), "until");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"2026-11-30T18:00:00Z\"", "\"2026-11-30T19:00:00.123456789+01:00\""})
  void aTimeIsATime(String value) {
    assertThat(Asked.body("{\"until\":" + value + "}").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"version\":null}"})
  void aNumberThatMustBeThereIsNamedWhenItIsNot(String body) {
    assertInvalid(Asked.with(Map.of("body", body), request -> {
      request.body(fields -> fields.number("version"));
      return Response.nothing();
    }), "version");
  }

  @Test
  void everyWrongFieldIsNamedAtOnce() {
    assertThat(Asked.body("{\"text\":1,\"version\":\"x\",\"colour\":\"red\"}").fields()).containsExactlyInAnyOrder("text", "version", "colour");
  }

  @ParameterizedTest
  @ValueSource(strings = {"colour", "Text", "__proto__", "\\u0000", "\\u202Etxet", "text "})
  void anUnknownFieldIsNamed(String name) {
    assertThat(Asked.body("{\"" + name + "\":\"a\"}").status()).isEqualTo(422);
    assertThat(Asked.body("{\"" + name + "\":\"a\"}").fields()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud83d", "\\udc00", "\\udc00\\ud83d"})
  void halfACharacterInANameIsMalformed(String name) {
    assertMalformed(Asked.body("{\"" + name + "\":\"a\"}"));
  }

  @Test
  void anUnknownNameIsNeverCutThroughACharacter() {
    assertThat(Asked.body("{\"" + "a".repeat(39) + "😀bbb\":1}").fields()).containsExactly("a".repeat(39) + "😀…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "", ";", " ; charset=utf-8", "application/json2", "application", "json"})
  void anotherContentTypeIsTheWrongType(String type) {
    var asked = Asked.with(Map.of("body", "{}", "headers", Map.of("x-hearth", "1", "content-type", type)), Asked::readPost);
    assertThat(asked.status()).isEqualTo(415);
    assertThat(asked.type()).isEqualTo("wrong-type");
  }

  @Test
  void noContentTypeIsTheWrongType() {
    assertThat(Asked.with(Map.of("body", "{}", "headers", Map.of("x-hearth", "1")), Asked::readPost).status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "Application/JSON;charset=UTF-8", " application/json "})
  void jsonIsTheRightType(String type) {
    assertThat(Asked.with(Map.of("body", "{}", "headers", Map.of("x-hearth", "1", "content-type", type)), Asked::readPost).status()).isEqualTo(204);
  }

  @Test
  void aBodyInBase64IsTheSameBody() {
    assertThat(base64("{\"text\":\"ferns 🌿\"}".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(204);
    assertInvalid(base64("{\"text\":1}".getBytes(StandardCharsets.UTF_8)), "text");
  }

  @Test
  void whatIsNotUtf8IsMalformed() {
    assertMalformed(base64(new byte[] {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'}));
    assertMalformed(base64("{\"text\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1)));
    assertMalformed(base64("{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_16)));
  }

  @Test
  void whatIsNotBase64IsMalformed() {
    assertMalformed(Asked.with(Map.of("body", "{\"text\":\"a\"}", "isBase64Encoded", true), Asked::readPost));
  }

  @Test
  void noBodyAtAllIsMalformed() {
    assertMalformed(Asked.with(Map.of(), Asked::readPost));
  }

  @Property(tries = 300)
  void whateverIsSentIsOursToAnswer(@ForAll @StringLength(max = 60) String body) {
    assertThat(Asked.body(body).status()).isIn(204, 400, 422);
    assertThat(Asked.body("{\"text\":\"" + body + "\"}").status()).isIn(204, 400, 422);
  }

  private static Asked base64(byte[] body) {
    return Asked.with(Map.of("body", Base64.getEncoder().encodeToString(body), "isBase64Encoded", true), Asked::readPost);
  }

  private static void assertMalformed(Asked asked) {
    assertThat(asked.status()).as(asked.toString()).isEqualTo(400);
    assertThat(asked.type()).isEqualTo("malformed");
    assertThat(asked.detail()).isNotBlank().doesNotContain("Exception", "com.fasterxml", "StreamRead");
  }

  private static void assertInvalid(Asked asked, String field) {
    assertThat(asked.status()).as(asked.toString()).isEqualTo(422);
    assertThat(asked.type()).isEqualTo("invalid");
    assertThat(asked.fields()).containsExactly(field);
  }
}
