package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearth.lambda.http.Answers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That each route is answered by its function is shown by its sample; here, that no route has two and no code has others. */
class EveryRouteHasOneHandlerTest {
  private static final Pattern ROUTE = Pattern.compile("\"((?:GET|PUT|POST|DELETE|PATCH) /api/[^\"]*)\"");

  private static final Logger FAULTS = Logger.getLogger(Answers.class.getName());

  static List<String> functionsWithRoutes() {
    return Template.routes().stream().map(Template.Route::function).distinct().toList();
  }

  @Test
  void noRouteIsThereTwice() {
    assertThat(Template.routes()).hasSizeGreaterThan(30).extracting(Template.Route::key).doesNotHaveDuplicates();
  }

  @Test
  void everyRouteHasAnIdToItself() {
    assertThat(Template.functions()).allSatisfy(function ->
        assertThat(Template.events(function, "HttpApi").map(event -> event.at("/ApiId/Ref").asText())).allMatch("Api"::equals));
  }

  @ParameterizedTest
  @MethodSource("functionsWithRoutes")
  void theCodeKnowsTheRoutesOfTheTemplateAndNoOthers(String function) throws IOException {
    assertThat(routesInTheCodeOf(function)).isEqualTo(Template.routes().stream()
        .filter(route -> route.function().equals(function)).map(Template.Route::key).collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @MethodSource("functionsWithRoutes")
  void aRouteOfAnotherFunctionIsAFaultAndNotAnAnswer(String function) {
    var another = Samples.http().stream().filter(sample -> !sample.function().equals(function)).findFirst().orElseThrow();
    FAULTS.setFilter(expected -> false);
    try {
      assertThat(Deployed.forum().invoke(function, another.event()).path("statusCode").asInt()).isEqualTo(500);
    } finally {
      FAULTS.setFilter(null);
    }
  }

  private static Set<String> routesInTheCodeOf(String function) throws IOException {
    var path = Template.function(function).properties().path("Handler").asText().split("::")[0].replace('.', '/') + ".java";
    var source = Files.readString(Yaml.REPOSITORY.resolve("functions/lambda/src/main/java").resolve(path));
    return ROUTE.matcher(source).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }
}
