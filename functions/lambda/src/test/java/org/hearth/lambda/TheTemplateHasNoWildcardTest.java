package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TheTemplateHasNoWildcardTest {
  private static final String KEYS = ":key/*";

  @Test
  void everyFunctionHasHandWrittenStatements() {
    assertThat(Template.functions()).allSatisfy(function -> {
      assertThat(Template.values(function.properties().path("Policies"))).isNotEmpty()
          .as(function.id() + " takes no ready-made policy").allMatch(policy -> policy.has("Statement"));
      assertThat(function.properties().has("Role")).isFalse();
    });
  }

  @Test
  void noActionIsAWildcardAndNobodyMayScan() {
    assertThat(everywhere("Action")).isNotEmpty().noneMatch(action -> action.contains("*")).noneMatch(action -> action.endsWith(":Scan"))
        .allMatch(action -> action.matches("[a-z0-9-]+:[A-Za-z]+"));
    assertThat(everywhere("NotAction")).isEmpty();
  }

  @Test
  void aWildcardInAResourceIsOnlyEverWhatLiesInsideOneOfOurs() {
    assertThat(everywhere("Resource")).isNotEmpty().filteredOn(resource -> resource.contains("*"))
        .allMatch(resource -> resource.matches("\\$\\{(SiteBucket|FailedRecords)\\.Arn}/\\*")
            || resource.matches("\\$\\{(Content|Members|Moderation)Table\\.Arn}/(index|stream)/\\*")
            || resource.endsWith(":log-group:/aws/lambda/${AWS::StackName}-*") || resource.endsWith(KEYS));
    assertThat(everywhere("NotResource")).isEmpty();
  }

  // IAM names a key by an id that nobody can know before; the conditions leave one key, and one service that may use it.
  @Test
  void ofAllKeysOnlyTheParameterStoresIsMeant() {
    assertThat(Template.whole().findParents("Resource").stream().filter(statement -> statement.path("Resource").toString().contains(KEYS)))
        .isNotEmpty().allSatisfy(statement -> {
          assertThat(statement.at("/Condition/StringEquals/kms:ViaService/Sub").asText()).isEqualTo("ssm.${AWS::Region}.amazonaws.com");
          assertThat(statement.at("/Condition/ForAnyValue:StringEquals/kms:ResourceAliases").asText()).isEqualTo("alias/aws/ssm");
        });
  }

  @Test
  void noPrincipalIsAnybody() {
    assertThat(everywhere("Principal")).noneMatch(principal -> principal.contains("*"));
  }

  private static List<String> everywhere(String name) {
    return Template.whole().findValues(name).stream().flatMap(TheTemplateHasNoWildcardTest::texts).toList();
  }

  private static Stream<String> texts(JsonNode node) {
    return node.isContainerNode() ? Template.values(node).flatMap(TheTemplateHasNoWildcardTest::texts) : Stream.of(node.asText());
  }
}
