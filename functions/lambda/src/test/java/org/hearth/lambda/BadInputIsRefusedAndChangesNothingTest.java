package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Through the real functions on the real tables: the answer is the one that is described, and not an item is other than before. */
class BadInputIsRefusedAndChangesNothingTest {
  private static final Deployed FORUM = Deployed.forum();

  /** @param field that the problem names; null where it names none */
  record Case(String what, HttpRequest request, int status, String type, String field) {
    @Override
    public String toString() {
      return what;
    }
  }

  @BeforeAll
  static void forum() {
    SampleForum.in(FORUM.aws);
  }

  @AfterAll
  static void time() {
    TestClock.runsAgain();
  }

  static List<Case> cases() {
    return List.of(
        reply("nothing", "{}", 422, "invalid", "text"),
        reply("an empty text", text(""), 422, "invalid", "text"),
        reply("a blank text", text(" \\n\\t\\u00a0\\u200b"), 422, "invalid", "text"),
        reply("null for a text", "{\"text\":null}", 422, "invalid", "text"),
        reply("a hundred kilobytes", text("a".repeat(100 * 1024)), 422, "invalid", "text"),
        reply("one character too many", text("😀".repeat(10_001)), 422, "invalid", "text"),
        reply("half a character", text("a\\ud83d"), 422, "invalid", "text"),
        reply("a NUL", text("a\\u0000b"), 422, "invalid", "text"),
        reply("a mark that turns the direction", text("a\\u202eb"), 422, "invalid", "text"),
        reply("a number for a text", "{\"text\":7}", 422, "invalid", "text"),
        reply("an unknown field", "{\"text\":\"a\",\"status\":\"published\"}", 422, "invalid", "status"),
        reply("a key twice", "{\"text\":\"a\",\"text\":\"b\"}", 400, "malformed", null),
        reply("a depth of 100,000", "[".repeat(100_000), 400, "malformed", null),
        reply("161 KiB", text("a".repeat(161 * 1024)), 413, "too-large", null),
        new Case("no JSON", wren("POST /api/threads/{threadId}/posts").body("text=a").header("content-type", "text/plain"), 415, "wrong-type", null),
        new Case("a form of another site's", wren("POST /api/threads/{threadId}/posts").body(text("a")).header("x-hearth", null), 403, "not-from-our-pages", null),
        new Case("nobody", HttpRequest.to("POST /api/threads/{threadId}/posts").path("threadId", SampleForum.THREAD).body(text("a")), 401, "not-signed-in", null),
        new Case("a bad key", wren("POST /api/threads/{threadId}/posts").body(text("a")).header("idempotency-key", "a b"), 422, "invalid", "Idempotency-Key"),
        new Case("a thread that is not there", wren("POST /api/threads/{threadId}/posts").path("threadId", SampleForum.REPLY).body(text("a")), 404, "not-found", null),
        new Case("an id without end", wren("POST /api/threads/{threadId}/posts").path("threadId", "A".repeat(3000)).body(text("a")), 404, "not-found", null),
        new Case("a title of two lines", wren("POST /api/groups/{groupId}/threads").path("groupId", "gardening").body("{\"title\":\"a\\nb\",\"text\":\"c\"}"),
            422, "invalid", "title"),
        new Case("a title that is too long", wren("POST /api/groups/{groupId}/threads").path("groupId", "gardening")
            .json(Map.of("title", "a".repeat(121), "text", "c")), 422, "invalid", "title"),
        new Case("a group that one may not know", wren("POST /api/groups/{groupId}/threads").path("groupId", "carers")
            .json(Map.of("title", "a", "text", "c")), 404, "not-found", null),
        new Case("an old version", edit(SampleForum.OPENING, "{\"text\":\"a\",\"version\":7}"), 409, "changed", null),
        new Case("no version", edit(SampleForum.OPENING, text("a")), 422, "invalid", "version"),
        new Case("somebody else's post", edit(SampleForum.REPLY, "{\"text\":\"a\",\"version\":1}"), 403, "wrong-role", null),
        new Case("somebody else's post that one can't see", edit(SampleForum.HELD, "{\"text\":\"a\",\"version\":1}"), 404, "not-found", null),
        new Case("a post that a moderator hid", edit(SampleForum.HIDDEN, "{\"text\":\"a\",\"version\":1}"), 409, "locked", null),
        new Case("taking back somebody else's", wren("DELETE /api/threads/{threadId}/posts/{postId}").path("postId", SampleForum.REPLY), 403, "wrong-role", null),
        new Case("a reason that is none", wren("POST /api/threads/{threadId}/posts/{postId}/reports").path("postId", SampleForum.REPLY)
            .json(Map.of("reason", "dislike")), 422, "invalid", "reason"),
        new Case("a complaint without words", HttpRequest.to("POST /api/public/reports").json(Map.of("reason", "other")), 422, "invalid", "note"),
        new Case("a post without its thread", HttpRequest.to("POST /api/public/reports")
            .json(Map.of("reason", "other", "postId", SampleForum.REPLY)), 422, "invalid", "threadId"),
        new Case("a report with an id without end", HttpRequest.to("POST /api/public/reports")
            .json(Map.of("reason", "other", "memberId", "A".repeat(3000))), 404, "not-found", null),
        new Case("no name", wren("PUT /api/me").body("{}"), 422, "invalid", "name"),
        new Case("an address for a name", wren("PUT /api/me").json(Map.of("name", "wren@example.org")), 422, "invalid", "name"),
        new Case("a name that is taken", wren("PUT /api/me").json(Map.of("name", "Blue-Teapot")), 422, "invalid", "name"),
        new Case("an appeal against nothing", wren("POST /api/appeals").body("{}"), 422, "invalid", "decisionId"),
        new Case("an appeal against what is not there", wren("POST /api/appeals").json(Map.of("decisionId", SampleForum.REPLY)), 404, "not-found", null),
        decision("no rule", "{\"action\":\"approve\",\"reason\":\"a\"}", 422, "invalid", "rule"),
        decision("no reason", "{\"action\":\"approve\",\"rule\":\"on-topic\"}", 422, "invalid", "reason"),
        decision("an action that is none", "{\"action\":\"bless\",\"rule\":\"on-topic\",\"reason\":\"a\"}", 422, "invalid", "action"),
        decision("an end in the past", "{\"action\":\"mute\",\"rule\":\"on-topic\",\"reason\":\"a\",\"until\":\"2020-01-01T00:00:00Z\"}", 422, "invalid", "until"),
        decision("an end after the end of time", "{\"action\":\"mute\",\"rule\":\"on-topic\",\"reason\":\"a\",\"until\":\"+1000000000-12-31T23:59:59Z\"}",
            422, "invalid", "until"),
        decision("a version that is a word", "{\"action\":\"approve\",\"rule\":\"on-topic\",\"reason\":\"a\",\"version\":\"one\"}", 422, "invalid", "version"),
        decision("a version that nobody read", "{\"action\":\"approve\",\"rule\":\"on-topic\",\"reason\":\"a\",\"version\":2}", 409, "changed", null),
        new Case("a member who decides", wren("POST /api/moderation/cases/{caseId}/decisions").path("caseId", SampleForum.HELD)
            .json(Map.of("action", "approve", "rule", "on-topic", "reason", "a")), 403, "wrong-role", null),
        new Case("a case that somebody else has", HttpRequest.to("PUT /api/moderation/cases/{caseId}/claim").as(SampleForum.ALDER, "Alder", "LEAD")
            .path("caseId", SampleForum.HELD), 409, "claimed", null),
        new Case("a case that nobody claimed", rowan("POST /api/moderation/cases/{caseId}/decisions").path("caseId", SampleForum.HIDDEN)
            .json(Map.of("action", "restore", "rule", "on-topic", "reason", "a")), 409, "not-claimed", null),
        new Case("a state that is none", rowan("GET /api/moderation/cases").query("state", "ajar"), 422, "invalid", "state"),
        new Case("a month that is none", alder("GET /api/moderation/audit").query("from", "2026-13"), 422, "invalid", "from"),
        new Case("a month that is none, for a spreadsheet", alder("GET /api/moderation/audit.csv").query("to", "March"), 422, "invalid", "to"),
        new Case("a moderator who reads the log", rowan("GET /api/moderation/audit"), 403, "wrong-role", null));
  }

  static List<Case> tamperedCursors() {
    return List.of("*", "AAAA", cursor("THREAD#" + SampleForum.THREAD), cursor("~"), cursor("0"), cursor("-1"), cursor("99999999999999999999"),
            cursor(SampleForum.OPENING.toLowerCase()), cursor("01KJPXHTG00QT5V8XC3F7M2R9C\u0000")).stream()
        .flatMap(cursor -> List.of(
            HttpRequest.to("GET /api/public/groups/{groupId}/threads").path("groupId", "gardening"),
            HttpRequest.to("GET /api/public/threads/{threadId}").path("threadId", SampleForum.THREAD),
            wren("GET /api/groups/{groupId}/threads").path("groupId", "gardening"),
            wren("GET /api/threads/{threadId}"),
            wren("GET /api/me/posts"),
            rowan("GET /api/moderation/cases"),
            rowan("GET /api/moderation/cases").query("state", "closed"),
            alder("GET /api/moderation/audit")).stream().filter(request -> !sequence(cursor, request))
            .map(request -> new Case(request.event().path("routeKey").asText() + " " + cursor, request.query("cursor", cursor), 422, "invalid", "cursor")))
        .toList();
  }

  // The log's position is a number.
  private static boolean sequence(String cursor, HttpRequest request) {
    return cursor.equals(cursor("0")) && request.event().path("routeKey").asText().endsWith("/audit");
  }

  @ParameterizedTest
  @MethodSource({"cases", "tamperedCursors"})
  void itIsRefusedAsDescribed(Case bad) {
    var before = everything();
    var answer = FORUM.invoke(function(bad.request()), bad.request().event());
    assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(bad.status());
    var problem = Yaml.json(answer.path("body").asText());
    assertThat(problem.path("type").asText()).isEqualTo("/problems/" + bad.type());
    assertThat(Template.values(problem.path("errors")).map(error -> error.path("field").asText()).collect(Collectors.toSet()))
        .isEqualTo(bad.field() == null ? Set.of() : Set.of(bad.field()));
    EverySampleEventIsHandledTest.assertAsDescribed(bad.request().event().path("routeKey").asText(), answer);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void theSameKeyIsTheSameReplyAndWithOtherWordsItIsRefused() {
    var first = sendWithKey("a");
    assertThat(first.path("statusCode").asInt()).isEqualTo(201);
    var before = everything();
    assertThat(sendWithKey("a")).isEqualTo(first);
    var other = sendWithKey("b");
    assertThat(other.path("statusCode").asInt()).isEqualTo(422);
    assertThat(Yaml.json(other.path("body").asText()).path("type").asText()).isEqualTo("/problems/key-reused");
    assertThat(everything()).isEqualTo(before);
  }

  private static JsonNode sendWithKey(String text) {
    return FORUM.invoke("PostingFunction", wren("POST /api/threads/{threadId}/posts").header("idempotency-key", "once").body(text(text)).event());
  }

  private static String function(HttpRequest request) {
    var key = request.event().path("routeKey").asText();
    return Template.routes().stream().filter(route -> route.key().equals(key)).findFirst().orElseThrow().function();
  }

  /** Every item of every table, but for when staff were last there: that is noted whatever they ask. */
  private static Map<String, Set<?>> everything() {
    var all = new TreeMap<String, Set<?>>();
    FORUM.aws.client.listTables().tableNames().forEach(table -> all.put(table, FORUM.aws.client.scan(request -> request.tableName(table)).items().stream()
        .filter(item -> !item.get("sk").s().startsWith("SEEN#")).collect(Collectors.toSet())));
    return all;
  }

  private static String text(String text) {
    return "{\"text\":\"" + text + "\"}";
  }

  private static String cursor(String position) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }

  private static Case reply(String what, String body, int status, String type, String field) {
    return new Case(what, wren("POST /api/threads/{threadId}/posts").body(body), status, type, field);
  }

  private static Case decision(String what, String body, int status, String type, String field) {
    return new Case(what, rowan("POST /api/moderation/cases/{caseId}/decisions").path("caseId", SampleForum.HELD).body(body), status, type, field);
  }

  private static HttpRequest edit(String postId, String body) {
    return wren("PUT /api/threads/{threadId}/posts/{postId}").path("postId", postId).body(body);
  }

  private static HttpRequest wren(String route) {
    return HttpRequest.to(route).as(SampleForum.WREN, "Marsh Wren", "MEMBER").path("threadId", SampleForum.THREAD);
  }

  private static HttpRequest rowan(String route) {
    return HttpRequest.to(route).as(SampleForum.ROWAN, "Rowan", "MODERATOR");
  }

  private static HttpRequest alder(String route) {
    return HttpRequest.to(route).as(SampleForum.ALDER, "Alder", "LEAD");
  }
}
