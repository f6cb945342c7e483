package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.hearth.lambda.Samples.Sample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class EverySampleEventIsHandledTest {
  private static final Deployed FORUM = Deployed.forum();

  static List<Sample> http() {
    return Samples.http();
  }

  @BeforeEach
  void theForumThatTheSamplesSpeakOf() {
    SampleForum.in(FORUM.aws);
  }

  @AfterAll
  static void time() {
    TestClock.runsAgain();
  }

  @ParameterizedTest
  @MethodSource("http")
  void itSucceedsAsTheApiIsDescribed(Sample sample) {
    if (sample.event().at("/headers/content-type").asText().equals("application/json")) {
      assertThat(ApiDescription.faults(ApiDescription.requestSchema(sample.route()), Yaml.json(sample.event().path("body").asText()))).isEmpty();
    }
    var answer = FORUM.invoke(sample.function(), sample.event());
    assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isBetween(200, 399);
    assertAsDescribed(sample.route(), answer);
  }

  static void assertAsDescribed(String route, JsonNode answer) {
    int status = answer.path("statusCode").asInt();
    var described = ApiDescription.response(route, status);
    assertThat(described.isMissingNode()).as(route + " is not described to answer " + status + ": " + answer).isFalse();
    described.path("headers").properties().forEach(header -> {
      var given = header.getKey().equals("Set-Cookie") ? answer.at("/cookies/0") : answer.path("headers").path(header.getKey().toLowerCase());
      assertThat(given.isMissingNode()).as(header.getKey()).isFalse();
      var schema = ApiDescription.referred(header.getValue()).path("schema");
      var value = schema.path("type").asText().equals("integer") ? Yaml.json(given.asText()) : given;
      assertThat(ApiDescription.faults(schema, value)).as(header.getKey()).isEmpty();
    });
    var type = answer.at("/headers/content-type").asText("").split(";")[0];
    assertThat(described.path("content").has(type)).as("the content is " + type).isEqualTo(!type.isEmpty());
    if (type.endsWith("json")) {
      assertThat(ApiDescription.faults(described.path("content").path(type).path("schema"), Yaml.json(answer.path("body").asText())))
          .as(answer.path("body").asText()).isEmpty();
    }
  }

  @Test
  void theAuthorizerLetsAVisitorThroughAsAVisitor() {
    var answer = FORUM.invoke("AuthorizerFunction", Samples.named("authorizer-visitor").event());
    assertThat(answer.path("isAuthorized").asBoolean()).isTrue();
    assertThat(answer.at("/context/session").asText()).isEqualTo("none");
  }

  @Test
  void theAuthorizerSaysThatASessionHasEnded() {
    var answer = FORUM.invoke("AuthorizerFunction", Samples.named("authorizer-expired").event());
    assertThat(answer.path("isAuthorized").asBoolean()).isTrue();
    assertThat(answer.at("/context/session").asText()).isEqualTo("expired");
  }

  @Test
  void theScreeningPublishesWhatAKnownMemberWrote() {
    assertThat(FORUM.invoke("ScreeningFunction", Samples.named("screening-reply").event()).path("batchItemFailures")).isEmpty();
    assertThat(state(SampleForum.PENDING)).isEqualTo("PUBLISHED");
  }

  @Test
  void theScreeningChecksAnEdit() {
    FORUM.invoke("PostingFunction", Samples.named("posting-edit").event());
    assertThat(state(SampleForum.OPENING)).isEqualTo("PENDING");
    assertThat(FORUM.invoke("ScreeningFunction", Samples.named("screening-edit").event()).path("batchItemFailures")).isEmpty();
    assertThat(state(SampleForum.OPENING)).isEqualTo("PUBLISHED");
  }

  @Test
  void theNotificationTellsOfAnUrgentCaseAndNotOfANewcomersPost() {
    var aboutHeld = AwsCalls.during(() ->
        assertThat(FORUM.invoke("NotificationFunction", Samples.named("notification-held").event()).path("batchItemFailures")).isEmpty());
    assertThat(aboutHeld).isEmpty();
    var aboutUrgent = AwsCalls.during(() ->
        assertThat(FORUM.invoke("NotificationFunction", Samples.named("notification-urgent").event()).path("batchItemFailures")).isEmpty());
    assertThat(aboutUrgent).extracting(AwsCalls.Call::resource).filteredOn(resource -> resource.endsWith("Topic"))
        .containsExactlyInAnyOrder("ModeratorsTopic", "LeadTopic");
  }

  @Test
  void theSweepChecksWhatWasLeft() {
    TestClock.says(SampleForum.NOW.plusSeconds(300));
    var answer = FORUM.invoke("SweepFunction", Samples.named("sweep-schedule").event());
    assertThat(answer.path("checked").asInt()).isEqualTo(1);
    assertThat(answer.path("givenUp").asInt()).isZero();
    assertThat(state(SampleForum.PENDING)).isEqualTo("PUBLISHED");
  }

  @Test
  void theSetupLaysOutTheGroups() {
    var answer = FORUM.invoke("SetupFunction", Samples.named("setup-groups").event());
    assertThat(answer.has("refused")).as(answer.toString()).isFalse();
    assertThat(answer.path("groups").asInt()).isEqualTo(3);
    assertThat(answer.path("memberships").asInt()).isEqualTo(1);
  }

  @Test
  void everyFunctionHasOneAndEverySampleAFunction() {
    assertThat(Samples.all()).extracting(Sample::function)
        .containsAll(Template.functions().stream().map(Template.Resource::id).toList());
  }

  @Test
  void everyRouteHasOne() {
    assertThat(Samples.http()).extracting(Sample::route).containsAll(Template.routes().stream().map(Template.Route::key).toList());
  }

  private static String state(String postId) {
    var key = Map.of("pk", AttributeValue.fromS("THREAD#" + SampleForum.THREAD), "sk", AttributeValue.fromS("POST#" + postId));
    return FORUM.aws.client.getItem(request -> request.tableName("ContentTable").key(key).consistentRead(true)).item().get("state").s();
  }
}
