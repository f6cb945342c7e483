package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** SAM adds ready-made policies to every role, which reach the whole account; only the boundary takes that back. */
class NoFunctionReachesOutsideOfTheStackTest {

  @Test
  void everyRoleHasTheBoundary() {
    assertThat(Template.whole().at("/Globals/Function/PermissionsBoundary/Ref").asText()).isEqualTo("FunctionsBoundary");
    assertThat(Template.functions()).noneMatch(function -> function.properties().has("PermissionsBoundary"));
  }

  // What is missing here would work everywhere but in AWS.
  @Test
  void theBoundaryLeavesEachFunctionWhatItsStatementsAllow() {
    var allowed = Template.statements(Template.resource("FunctionsBoundary").at("/Properties/PolicyDocument")).flatMap(statement ->
            statement.actions().stream().flatMap(action -> statement.resources().stream().map(resource -> action + " " + resource)))
        .collect(Collectors.toSet());
    assertThat(Template.functions()).allSatisfy(function -> assertThat(Template.statements(function)).allSatisfy(statement ->
        assertThat(statement.actions()).allSatisfy(action -> assertThat(statement.resources()).allMatch(resource -> covers(allowed, action + " " + resource)))));
  }

  @Test
  void evenTheBoundaryLetsTheAuditTableOnlyBeAddedToAndRead() {
    assertThat(Template.statements(Template.resource("FunctionsBoundary").at("/Properties/PolicyDocument"))
            .filter(statement -> statement.resources().stream().anyMatch(resource -> resource.startsWith("AuditTable"))))
        .singleElement().satisfies(statement -> assertThat(statement.actions()).containsExactly("dynamodb:PutItem", "dynamodb:Query"));
  }

  private static boolean covers(Set<String> allowed, String wanted) {
    return allowed.contains(wanted) || allowed.contains(wanted.replaceFirst("/index/.*", "/index/*"));
  }
}
