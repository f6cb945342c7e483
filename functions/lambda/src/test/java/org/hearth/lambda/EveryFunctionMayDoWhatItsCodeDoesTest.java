package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hearth.forum.Change;
import org.hearth.forum.members.Preferences;
import org.hearth.forum.posting.ForumThread;
import org.hearth.lambda.AwsCalls.Call;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is missing in a role fails in AWS and nowhere else; what is too much there nobody notices. Both are found here. */
class EveryFunctionMayDoWhatItsCodeDoesTest {
  private static final Deployed FORUM = Deployed.forum();
  private static final Map<String, Set<Call>> CALLS = new TreeMap<>();
  private static final String ENGLISH_CRISIS = "I can't do this any more. I am going to kill myself tonight.";

  @BeforeAll
  static void everythingThatTheFunctionsDo() {
    for (var sample : Samples.all()) {
      SampleForum.in(FORUM.aws);
      invoke(sample.function(), sample.event());
    }
    List.<Runnable>of(
        EveryFunctionMayDoWhatItsCodeDoesTest::readOn, EveryFunctionMayDoWhatItsCodeDoesTest::readWhatIsRestricted,
        EveryFunctionMayDoWhatItsCodeDoesTest::writeAndTakeBack, EveryFunctionMayDoWhatItsCodeDoesTest::screen,
        EveryFunctionMayDoWhatItsCodeDoesTest::signInAndOut, EveryFunctionMayDoWhatItsCodeDoesTest::rename,
        EveryFunctionMayDoWhatItsCodeDoesTest::report, EveryFunctionMayDoWhatItsCodeDoesTest::decide,
        EveryFunctionMayDoWhatItsCodeDoesTest::mark, EveryFunctionMayDoWhatItsCodeDoesTest::writeAnonymously,
        EveryFunctionMayDoWhatItsCodeDoesTest::converse,
        EveryFunctionMayDoWhatItsCodeDoesTest::mail, EveryFunctionMayDoWhatItsCodeDoesTest::greet, EveryFunctionMayDoWhatItsCodeDoesTest::sweep, EveryFunctionMayDoWhatItsCodeDoesTest::forget).forEach(journey -> {
          SampleForum.in(FORUM.aws);
          // Groups are remembered for a minute; here they are asked for again, whatever ran before.
          TestClock.says(SampleForum.NOW.plusSeconds(120));
          journey.run();
        });
    TestClock.runsAgain();
  }

  @AfterAll
  static void time() {
    TestClock.runsAgain();
  }

  @Test
  void everyFunctionWasSeenAtWork() {
    assertThat(Template.functions()).extracting(Template.Resource::id).allSatisfy(function -> assertThat(CALLS.get(function)).isNotEmpty());
  }

  @Test
  void whatItsCodeDoesIsAllowed() {
    var refused = new ArrayList<String>();
    CALLS.forEach((function, calls) -> calls.stream()
        .filter(call -> Template.statements(Template.function(function)).stream().noneMatch(statement -> allows(statement, call)))
        .map(call -> function + " may not " + call.action() + " on " + call.resource())
        .distinct().forEach(refused::add));
    assertThat(refused).isEmpty();
  }

  @Test
  void whatIsAllowedIsWhatItsCodeDoes() {
    var unused = new ArrayList<String>();
    for (var function : Template.functions()) {
      for (var statement : Template.statements(function)) {
        // Lambda's own, for a record that failed; and the Parameter Store's, for a secret.
        if (!statement.actions().contains("s3:PutObject") && !statement.actions().contains("kms:Decrypt")) {
          unused(statement, CALLS.get(function.id())).forEach(what -> unused.add(function.id() + " never needs " + what));
        }
      }
    }
    assertThat(unused).isEmpty();
  }

  private static List<String> unused(Template.Statement statement, Set<Call> calls) {
    var used = calls.stream().filter(call -> allows(statement, call)).toList();
    var idle = new ArrayList<String>();
    statement.actions().stream().filter(action -> used.stream().noneMatch(call -> call.action().equals(action)))
        .forEach(action -> idle.add(action + " on " + statement.resources()));
    statement.resources().stream().filter(resource -> used.stream().noneMatch(call -> call.resource().equals(resource))).forEach(idle::add);
    return idle;
  }

  private static boolean allows(Template.Statement statement, Call call) {
    var keys = Template.values(statement.condition().at("/ForAllValues:StringEquals/dynamodb:LeadingKeys")).map(JsonNode::asText).toList();
    return statement.actions().contains(call.action()) && statement.resources().contains(call.resource())
        && (keys.isEmpty() || keys.contains(call.key()));
  }

  private static JsonNode invoke(String function, JsonNode event) {
    var answers = new ArrayList<JsonNode>();
    CALLS.computeIfAbsent(function, none -> new LinkedHashSet<>()).addAll(AwsCalls.during(() -> answers.add(FORUM.invoke(function, event))));
    assertThat(answers.getFirst().path("statusCode").asInt(200)).as(answers.toString()).isLessThan(400);
    assertThat(answers.getFirst().path("batchItemFailures")).isEmpty();
    return answers.getFirst();
  }

  private static JsonNode send(String function, HttpRequest request) {
    return invoke(function, request.event());
  }

  private static HttpRequest wren(String route) {
    return HttpRequest.to(route).as(SampleForum.WREN, "Marsh Wren", "MEMBER").path("threadId", SampleForum.THREAD);
  }

  private static HttpRequest rowan(String route) {
    return HttpRequest.to(route).as(SampleForum.ROWAN, "Rowan", "MODERATOR").path("threadId", SampleForum.THREAD);
  }

  private static String id(JsonNode created) {
    return Yaml.json(created.path("body").asText()).path("id").asText();
  }

  private static void readOn() {
    var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(SampleForum.OPENING.getBytes(StandardCharsets.UTF_8));
    send("PublicListingFunction", HttpRequest.to("GET /api/public/threads/{threadId}").path("threadId", SampleForum.THREAD).query("cursor", cursor));
    send("ListingFunction", wren("GET /api/threads/{threadId}").query("cursor", cursor));
  }

  private static void readWhatIsRestricted() {
    putOpeningPostInto("carers");
    send("ListingFunction", rowan("GET /api/threads/{threadId}").path("threadId", SampleForum.PENDING));
  }

  /** A thread and its post, whose ids are the same, so that no sample is in its way. */
  private static void putOpeningPostInto(String group) {
    var id = SampleForum.PENDING;
    SampleForum.changes(FORUM.aws).commit(new Change()
        .add(new ForumThread(id, group, "Nights", SampleForum.WREN, "Marsh Wren", true, 0, SampleForum.NOW, false, false, 1)));
  }

  private static void writeAndTakeBack() {
    for (int sentTwice = 0; sentTwice < 2; sentTwice++) {
      send("PostingFunction", wren("POST /api/threads/{threadId}/posts").header("idempotency-key", "twice").json(Map.of("text", "Thank you!")));
    }
    send("PostingFunction", wren("DELETE /api/threads/{threadId}/posts/{postId}").path("postId", SampleForum.OPENING));
    send("PostingFunction", HttpRequest.to("DELETE /api/threads/{threadId}/posts/{postId}").as(SampleForum.TEAPOT, "blue teapot", "MEMBER")
        .path("threadId", SampleForum.THREAD).path("postId", SampleForum.HELD));
  }

  private static void screen() {
    FORUM.invoke("PostingFunction", Samples.named("posting-edit").event());
    invoke("ScreeningFunction", Samples.named("screening-edit").event());
    var urgent = id(FORUM.invoke("PostingFunction",
        wren("POST /api/threads/{threadId}/posts").json(Map.of("text", ENGLISH_CRISIS)).event()));
    invoke("ScreeningFunction", screeningOf(urgent));
  }

  private static JsonNode screeningOf(String postId) {
    ObjectNode event = Samples.named("screening-reply").event().deepCopy();
    ObjectNode image = (ObjectNode) event.at("/Records/0/dynamodb/NewImage");
    image.putObject("sk").put("S", "POST#" + postId);
    return event;
  }

  private static void signInAndOut() {
    FORUM.staff.willSignIn("somebody", nonceOf(start("staff")), "moderators");
    var welcome = callback();
    var session = welcome.at("/cookies/0").asText().split(";")[0];
    assertThat(session).startsWith("__Host-hearth=");
    var caller = authorized(session);
    assertThat(caller.path("session").asText()).isEqualTo("unnamed");
    FORUM.invoke("AccountFunction", named(caller));
    assertThat(authorized(session).path("session").asText()).isEqualTo("member");

    FORUM.staff.willSignIn("somebody", nonceOf(start("staff")), "leads");
    callback();
    send("SessionFunction", HttpRequest.to("GET /api/session").cookie(session));
    send("SessionFunction", HttpRequest.to("DELETE /api/session").cookie(session));
    assertThat(authorized(session).path("session").asText()).isEqualTo("expired");
  }

  private static JsonNode started;

  private static String start(String as) {
    started = send("SessionFunction", HttpRequest.to("GET /api/session/start").query("as", as));
    return started.at("/headers/location").asText();
  }

  private static String nonceOf(String location) {
    return parameter(location, "nonce");
  }

  private static JsonNode callback() {
    return send("SessionFunction", HttpRequest.to("GET /api/session/callback").query("code", "any")
        .query("state", parameter(started.at("/headers/location").asText(), "state")).cookie(started.at("/cookies/0").asText().split(";")[0]));
  }

  private static String parameter(String location, String name) {
    return location.replaceFirst(".*[?&]" + name + "=([^&]*).*", "$1");
  }

  private static JsonNode authorized(String cookie) {
    return invoke("AuthorizerFunction", HttpRequest.to("GET /api/groups").cookie(cookie).event()).path("context");
  }

  private static JsonNode named(JsonNode caller) {
    ObjectNode event = (ObjectNode) HttpRequest.to("PUT /api/me").json(Map.of("name", "Juniper")).event();
    event.withObject("/requestContext/authorizer").set("lambda", caller);
    return event;
  }

  private static void rename() {
    send("AccountFunction", wren("PUT /api/me").json(Map.of("name", "sleepy otter")));
  }

  private static void report() {
    var report = Map.of("reason", "rules", "note", "Please look.");
    for (int again = 0; again < 2; again++) {
      send("ReportingFunction", wren("POST /api/threads/{threadId}/posts/{postId}/reports").path("postId", SampleForum.REPLY).json(report));
    }
    send("ReportingFunction", HttpRequest.to("POST /api/public/reports")
        .json(Map.of("threadId", SampleForum.THREAD, "postId", SampleForum.REPLY, "reason", "rules")));
    var alder = HttpRequest.to("POST /api/threads/{threadId}/posts/{postId}/reports").as(SampleForum.ALDER, "Alder", "LEAD")
        .path("threadId", SampleForum.THREAD);
    TestClock.says(SampleForum.NOW.plus(Duration.ofHours(12))); // Nobody is on duty, so the third hides the post.
    for (var member : List.of(rowan("POST /api/threads/{threadId}/posts/{postId}/reports"), alder)) {
      send("ReportingFunction", member.path("postId", SampleForum.REPLY).json(report));
    }
  }

  private static void decide() {
    for (var action : List.of("remove", "restore", "warn", "close")) {
      FORUM.invoke("ReportingFunction", HttpRequest.to("POST /api/public/reports")
          .json(Map.of("threadId", SampleForum.THREAD, "postId", SampleForum.OPENING, "reason", "rules")).event());
      if (!action.equals("restore")) {
        send("ModerationFunction", rowan("PUT /api/moderation/cases/{caseId}/claim").path("caseId", SampleForum.OPENING));
        send("ModerationFunction", rowan("POST /api/moderation/cases/{caseId}/decisions").path("caseId", SampleForum.OPENING)
            .json(Map.of("action", action, "rule", "on-topic", "reason", "For a test.")));
      }
      if (action.equals("remove")) {
        FORUM.invoke("ReportingFunction", wren("POST /api/threads/{threadId}/posts/{postId}/reports").path("postId", SampleForum.OPENING)
            .json(Map.of("reason", "rules")).event());
        send("ModerationFunction", rowan("PUT /api/moderation/cases/{caseId}/claim").path("caseId", SampleForum.OPENING));
        send("ModerationFunction", rowan("POST /api/moderation/cases/{caseId}/decisions").path("caseId", SampleForum.OPENING)
            .json(Map.of("action", "restore", "rule", "on-topic", "reason", "For a test.")));
      }
    }
  }

  private static void writeAnonymously() {
    send("PostingFunction", wren("POST /api/threads/{threadId}/posts").json(Map.of("text", "I hurt myself again, nobody needs to know", "anonymous", true)));
  }

  private static void converse() {
    var path = "PUT /api/me/conversations/{memberId}";
    var thread = Yaml.json(send("AccountFunction", wren(path).path("memberId", SampleForum.TEAPOT).json(Map.of("step", "agree"))).path("body").asText())
        .path("threadId").asText();
    var said = HttpRequest.to("POST /api/threads/{threadId}/posts").as(SampleForum.WREN, "Marsh Wren", "MEMBER").path("threadId", thread)
        .json(Map.of("text", "Thank you!"));
    send("PostingFunction", said.groups("talk-" + thread.toLowerCase(java.util.Locale.ROOT)));
    send("AccountFunction", wren(path).path("memberId", SampleForum.TEAPOT).json(Map.of("step", "close")));
  }

  private static void mark() {
    invoke("MarksFunction", Samples.named("marks-react").event());
  }

  private static void greet() {
    putOpeningPostInto("gardening");
    TestClock.says(SampleForum.NOW.plus(Duration.ofHours(5)));
    send("MarksFunction", rowan("GET /api/greeting"));
    for (var twice : List.of("PUT", "GET", "DELETE")) {
      var request = HttpRequest.to(twice + " /api/moderation/greeters" + (twice.equals("GET") ? "" : "/{memberId}")).as(SampleForum.ALDER, "Alder", "LEAD");
      send("MarksFunction", twice.equals("GET") ? request : request.path("memberId", SampleForum.TEAPOT));
      if (twice.equals("PUT")) {
        invoke("MembersSweepFunction", Samples.named("memberssweep-schedule").event());
      }
    }
  }

  private static void mail() {
    var subject = "5f1f5c3e-0000-4000-8000-000000000001";
    SampleForum.changes(FORUM.aws).commit(new Change()
        .add(Preferences.none(SampleForum.WREN).mailing(new Preferences.Mail(subject, true, true, SampleForum.NOW))));
    invoke("NotificationFunction", Samples.named("notification-reply").event());
    invoke("NotificationFunction", Samples.named("notification-decision").event());
    invoke("MembersSweepFunction", Samples.named("memberssweep-schedule").event());
    var link = HttpRequest.to("POST /api/unsubscribe").query("token", "e30.e30.e30");
    send("AccountFunction", link.header("x-hearth", null));
  }

  private static void sweep() {
    TestClock.says(SampleForum.NOW.plus(Duration.ofDays(2)));
    invoke("SweepFunction", Samples.named("sweep-schedule").event());
    TestClock.says(SampleForum.NOW);
    SampleForum.in(FORUM.aws);
    FORUM.invoke("PostingFunction", wren("POST /api/threads/{threadId}/posts").json(Map.of("text", ENGLISH_CRISIS)).event());
    FORUM.invoke("PostingFunction", Samples.named("posting-edit").event());
    for (int minutes : List.of(60, 70)) { // In the second round nobody has opened what the first one found.
      TestClock.says(SampleForum.NOW.plus(Duration.ofMinutes(minutes)));
      invoke("SweepFunction", Samples.named("sweep-schedule").event());
      FORUM.invoke("RotaFunction", Samples.named("rota-set").event()); // The log grows, and the next round sees that it only did that.
    }
  }

  private static void forget() {
    FORUM.invoke("ReportingFunction", wren("POST /api/threads/{threadId}/posts/{postId}/reports").path("postId", SampleForum.REPLY)
        .json(Map.of("reason", "rules", "note", "Please look.")).event());
    FORUM.invoke("PostingFunction", Samples.named("posting-reply").event());
    send("ModerationFunction", rowan("POST /api/moderation/members/{memberId}/sanctions").path("memberId", SampleForum.WREN)
        .json(Map.of("action", "ban", "rule", "no-selling", "reason", "For a test.")));
    FORUM.invoke("AccountFunction", Samples.named("account-askforerasure").event());
    for (var later : List.of(Duration.ofDays(8), Duration.ofDays(9), Duration.ofDays(800), Duration.ofDays(801))) {
      TestClock.says(SampleForum.NOW.plus(later));
      invoke("MembersSweepFunction", Samples.named("memberssweep-schedule").event());
    }
  }
}
