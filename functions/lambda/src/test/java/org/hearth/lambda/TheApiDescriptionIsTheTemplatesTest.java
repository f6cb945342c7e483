package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TheApiDescriptionIsTheTemplatesTest {
  private static final String FROM_A_MAIL_PROGRAM = "POST /api/unsubscribe";

  @Test
  void itHasTheRoutesOfTheTemplateAndNoOthers() {
    assertThat(ApiDescription.routes()).isEqualTo(Template.routes().stream().map(Template.Route::key).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void itSaysOfEachWhetherItIsOpen() {
    assertThat(ApiDescription.whole().path("security")).isNotEmpty();
    assertThat(Template.routes()).allSatisfy(route -> {
      var security = ApiDescription.operation(route.key()).path("security");
      assertThat(security.isArray() && security.isEmpty()).as(route.key()).isEqualTo(route.open());
    });
  }

  @Test
  void itNamesEachPartOfThePath() {
    assertThat(ApiDescription.routes()).allSatisfy(route -> {
      var path = route.split(" ")[1];
      var named = Template.values(ApiDescription.whole().path("paths").path(path).path("parameters")).map(ApiDescription::referred)
          .filter(parameter -> parameter.path("in").asText().equals("path")).map(parameter -> parameter.path("name").asText()).toList();
      assertThat(named).containsExactlyElementsOf(Pattern.compile("\\{(\\w+)}").matcher(path).results().map(part -> part.group(1)).toList());
    });
  }

  @Test
  void everyWriteSaysWhatItNeeds() {
    assertThat(ApiDescription.routes()).filteredOn(route -> !route.startsWith("GET ") && !route.equals(FROM_A_MAIL_PROGRAM)).isNotEmpty().allSatisfy(route -> {
      var headers = Template.values(ApiDescription.operation(route).path("parameters")).map(ApiDescription::referred)
          .filter(parameter -> parameter.path("required").asBoolean()).map(parameter -> parameter.path("name").asText()).toList();
      assertThat(headers).contains("X-Hearth");
      var body = ApiDescription.requestSchema(route);
      if (!body.isMissingNode()) {
        assertThat(ApiDescription.referred(body).path("additionalProperties").asBoolean(true)).as("unknown fields are refused").isFalse();
      }
    });
  }

  @Test
  void whatNeedsASessionSaysHowItIsRefusedWithoutOne() {
    assertThat(Template.routes()).filteredOn(route -> !route.open())
        .allSatisfy(route -> assertThat(ApiDescription.response(route.key(), 401).isMissingNode()).isFalse());
  }

  @Test
  void itNamesEveryKindOfProblemThatTheCodeHas() throws IOException {
    assertThat(problemsInTheCode()).hasSizeGreaterThan(15).isEqualTo(
        Template.values(ApiDescription.whole().at("/components/schemas/Problem/properties/type/enum"))
            .map(type -> type.asText().replace("/problems/", "")).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void everyKindOfProblemIsAnsweredSomewhere() {
    var answered = new TreeSet<String>();
    for (var route : ApiDescription.routes()) {
      ApiDescription.operation(route).path("responses").fieldNames()
          .forEachRemaining(status -> kinds(ApiDescription.response(route, Integer.parseInt(status)), answered));
    }
    assertThat(answered).containsAll(Template.values(ApiDescription.whole().at("/components/schemas/Problem/properties/type/enum"))
        .map(JsonNode::asText).toList());
  }

  @Test
  void everyExampleIsWhatItIsAnExampleOf() {
    var wrong = new ArrayList<String>();
    ApiDescription.whole().at("/components/schemas").properties().forEach(schema ->
        schema.getValue().path("examples").forEach(example -> wrong.addAll(faults(schema.getKey(), schema.getValue(), example))));
    ApiDescription.whole().at("/components/responses").properties().forEach(response ->
        response.getValue().path("content").forEach(content -> examples(content).forEach(example ->
            wrong.addAll(faults(response.getKey(), content.path("schema"), example)))));
    assertThat(wrong).isEmpty();
  }

  private static List<JsonNode> examples(JsonNode content) {
    return content.has("example")
        ? List.of(content.path("example"))
        : Template.values(content.path("examples")).map(example -> example.path("value")).toList();
  }

  private static List<String> faults(String name, JsonNode schema, JsonNode example) {
    return ApiDescription.faults(schema, example).stream().map(fault -> name + ": " + fault).toList();
  }

  private static void kinds(JsonNode response, Set<String> into) {
    var type = response.at("/content/application~1problem+json/schema/properties/type");
    if (type.has("const")) {
      into.add(type.path("const").asText());
    }
    type.path("enum").forEach(kind -> into.add(kind.asText()));
  }

  private static Set<String> problemsInTheCode() throws IOException {
    var found = new TreeSet<String>();
    var call = Pattern.compile("(?:problem|body|NotAccepted)\\(\\s*(?:\\d{3}), \"([a-z-]+)\"");
    for (var file : List.of("Problems", "Request")) {
      var source = Files.readString(Yaml.REPOSITORY.resolve("functions/lambda/src/main/java/org/hearth/lambda/http/" + file + ".java"));
      call.matcher(source).results().forEach(match -> found.add(match.group(1)));
    }
    return found;
  }
}
