package org.hearth.lambda.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.hearth.lambda.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items in the samples of streams are what the schemas write today, attribute by attribute. */
class SampleImagesAreAsTheTablesKeepThemTest {

  @ParameterizedTest
  @ValueSource(strings = {"screening-reply", "screening-edit", "notification-held", "notification-urgent", "notification-reply", "notification-decision"})
  void readAndWrittenAgainTheyAreTheSame(String sample) throws IOException {
    var seen = new ArrayList<Map<String, AttributeValue>>();
    try (var event = Files.newInputStream(Path.of("../../events", sample + ".json"))) {
      var answer = StreamRecords.each(Json.event(event), changed -> Stream.of(changed.before(), changed.after()).filter(image -> !image.isEmpty())
          .forEach(image -> {
            seen.add(image);
            assertThat(again(image)).isEqualTo(image);
          }), fault -> { throw fault; });
      assertThat(answer.get("batchItemFailures")).asList().isEmpty();
    }
    assertThat(seen).isNotEmpty();
  }

  private static Map<String, AttributeValue> again(Map<String, AttributeValue> image) {
    if (image.get("sk").s().startsWith(ModerationSchemas.DECISION)) {
      return ModerationSchemas.decisionSchema().itemToMap(ModerationSchemas.decisionSchema().mapToItem(image), true);
    }
    return image.get("sk").s().equals(ModerationSchemas.CASE_ITEM)
        ? ModerationSchemas.caseSchema().itemToMap(ModerationSchemas.caseSchema().mapToItem(image), true)
        : ContentSchemas.postSchema().itemToMap(ContentSchemas.postSchema().mapToItem(image), true);
  }
}
