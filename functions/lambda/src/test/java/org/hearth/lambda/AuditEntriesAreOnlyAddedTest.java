package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditEntriesAreOnlyAddedTest {

  @Test
  void functionsMayPutAndQueryAndNothingElse() {
    assertThat(statementsOn("AuditTable")).isNotEmpty()
        .allSatisfy(statement -> assertThat(statement.actions()).isSubsetOf("dynamodb:PutItem", "dynamodb:Query"));
  }

  @Test
  void whoeverReadsTheForumMayTouchNothingOfTheCasesButTheHeadOfTheLog() {
    var listing = Template.statements(Template.function("ListingFunction")).stream()
        .filter(statement -> statement.resources().contains("ModerationTable")).toList();
    assertThat(listing).hasSize(1).allSatisfy(statement ->
        assertThat(statement.condition().at("/ForAllValues:StringEquals/dynamodb:LeadingKeys/0").asText()).isEqualTo("AUDIT"));
  }

  private static Stream<Template.Statement> statementsOn(String table) {
    return Template.functions().stream().flatMap(function -> Template.statements(function).stream())
        .filter(statement -> statement.resources().stream().anyMatch(resource -> resource.startsWith(table)));
  }
}
