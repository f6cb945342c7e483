package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EveryFunctionIsDeployedAlikeTest {

  @Test
  void theTemplatesIdIsTheClass() {
    assertThat(Template.functions()).hasSize(16).allSatisfy(function -> {
      var handler = function.properties().path("Handler").asText();
      assertThat(handler).matches("org\\.hearth\\.lambda\\.[a-z]+\\." + function.id() + "::handleRequest");
      assertThat(RequestStreamHandler.class).isAssignableFrom(Class.forName(handler.split("::")[0]));
    });
  }

  @Test
  void allComeFromTheOneArchive() {
    assertThat(Template.functions()).allMatch(function -> function.properties().path("CodeUri").asText().equals("functions/lambda/target/hearth.zip"));
    // "sam build" leaves a path under Globals as it is, and "sam deploy" then looks for the archive in the build folder.
    assertThat(Template.whole().at("/Globals/Function").has("CodeUri")).isFalse();
  }

  @Test
  void allStartFromASnapshotOfThePublishedVersion() {
    var globals = Template.whole().at("/Globals/Function");
    assertThat(globals.path("AutoPublishAlias").asText()).isNotEmpty();
    assertThat(globals.path("AutoPublishAliasAllProperties").asBoolean()).isTrue();
    assertThat(globals.at("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
    assertThat(globals.at("/Architectures/0").asText()).isEqualTo("arm64");
    assertThat(Template.functions())
        .noneMatch(function -> Set.of("Runtime", "SnapStart", "Architectures", "AutoPublishAlias").stream().anyMatch(function.properties()::has));
  }

  @Test
  void eachEndsInTime() {
    assertThat(Template.functions()).allSatisfy(function ->
        assertThat(function.properties().path("Timeout").asInt(Template.whole().at("/Globals/Function/Timeout").asInt(900))).isBetween(3, 60));
  }

  @Test
  void everyLogIsForgottenAfterAMonth() {
    var logs = Template.resources("AWS::Logs::LogGroup").stream()
        .filter(log -> log.properties().path("RetentionInDays").asInt(3650) <= 30)
        .map(log -> log.properties().at("/LogGroupName/Sub").asText())
        .collect(Collectors.toSet());
    assertThat(Template.functions()).allSatisfy(function -> assertThat(logs).contains("/aws/lambda/${" + function.id() + "}"));
  }
}
