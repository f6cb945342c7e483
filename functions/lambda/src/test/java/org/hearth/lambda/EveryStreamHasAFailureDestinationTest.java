package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class EveryStreamHasAFailureDestinationTest {

  @Test
  void aRecordThatFailsIsTriedAFewTimesAloneAndThenKept() {
    var streams = Template.functions().stream().flatMap(function -> Template.events(function, "DynamoDB")).toList();
    assertThat(streams).hasSize(3).allSatisfy(stream -> {
      assertThat(stream.at("/DestinationConfig/OnFailure/Destination/GetAtt").asText()).isEqualTo("FailedRecords.Arn");
      assertThat(stream.at("/DestinationConfig/OnFailure/Type").asText()).as("a queue would get only where the record was").isEqualTo("S3");
      assertThat(stream.path("BisectBatchOnFunctionError").asBoolean()).isTrue();
      assertThat(stream.at("/FunctionResponseTypes/0").asText()).isEqualTo("ReportBatchItemFailures");
      assertThat(stream.path("MaximumRetryAttempts").asInt(-1)).as("without a number it is tried for ever").isBetween(1, 20);
      assertThat(stream.path("MaximumRecordAgeInSeconds").asInt(-1)).isBetween(60, 86_400);
      assertThat(stream.path("StartingPosition").asText()).as("nothing that waits is skipped").isEqualTo("TRIM_HORIZON");
      assertThat(stream.at("/FilterCriteria/Filters/0/Pattern").asText()).as("what nobody waits for costs nothing").isNotEmpty();
    });
  }

  @Test
  void aStreamIsReadFromATableThatHasOneWithBothImages() {
    assertThat(Template.functions().stream().flatMap(function -> Template.events(function, "DynamoDB"))
            .map(stream -> stream.at("/Stream/GetAtt").asText().replace(".StreamArn", "")))
        .containsOnly("ContentTable", "ModerationTable")
        .allSatisfy(table -> assertThat(Template.whole().at("/Resources/" + table + "/Properties/StreamSpecification/StreamViewType").asText())
            .isEqualTo("NEW_AND_OLD_IMAGES"));
  }

  @Test
  void aScheduleThatCouldNotBeKeptIsKnownToo() {
    var schedules = Template.functions().stream().flatMap(function -> Template.events(function, "ScheduleV2")).toList();
    assertThat(schedules).hasSize(2).allSatisfy(schedule -> {
      assertThat(schedule.path("ScheduleExpression").asText()).isIn("rate(1 minute)", "rate(10 minutes)");
      assertThat(schedule.at("/DeadLetterConfig/Arn/GetAtt").asText()).isEqualTo("DeadLetters.Arn");
      assertThat(schedule.at("/RetryPolicy/MaximumRetryAttempts").asInt(-1)).isBetween(0, 5);
      assertThat(schedule.path("OmitName").asBoolean()).as("a second stack in the account can be made").isTrue();
    });
  }

  @Test
  void whatFailedIsKeptForTwoWeeksAndSomebodyIsTold() {
    var queue = Template.whole().at("/Resources/DeadLetters/Properties");
    assertThat(queue.path("MessageRetentionPeriod").asInt()).isEqualTo(14 * 24 * 60 * 60);
    assertThat(Template.resources("AWS::CloudWatch::Alarm").stream().map(Template.Resource::properties))
        .anySatisfy(alarm -> {
          assertThat(alarm.at("/Dimensions/0/Value/GetAtt").asText()).isEqualTo("DeadLetters.QueueName");
          assertThat(Template.values(alarm.path("AlarmActions")).map(action -> action.path("Ref")).map(JsonNode::asText)).isNotEmpty();
        });
  }

  @Test
  void whatAStreamLostIsKeptWholeForAsLongAndRingsTheSameBell() {
    var bucket = Template.whole().at("/Resources/FailedRecords");
    assertThat(bucket.at("/Properties/LifecycleConfiguration/Rules/0/ExpirationInDays").asInt()).isEqualTo(14);
    assertThat(bucket.at("/Properties/PublicAccessBlockConfiguration/RestrictPublicBuckets").asBoolean()).isTrue();
    assertThat(bucket.at("/Properties/NotificationConfiguration/QueueConfigurations/0/Queue/GetAtt").asText()).isEqualTo("DeadLetters.Arn");
    assertThat(bucket.path("DependsOn").asText()).as("S3 tries the queue when it is told of it").isEqualTo("DeadLettersPolicy");
  }

  @Test
  void whoeverReadsAStreamMayKeepWhatFails() {
    assertThat(Template.functions().stream().filter(function -> Template.events(function, "DynamoDB").findAny().isPresent()))
        .allSatisfy(function -> assertThat(Template.statements(function))
            .anySatisfy(statement -> {
              assertThat(statement.actions()).containsExactly("s3:ListBucket", "s3:PutObject");
              assertThat(statement.resources()).containsExactly("FailedRecords", "FailedRecords/*");
            }));
  }
}
