package org.hearth.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is deployed, as {@code template.yaml} says it. */
final class Template {
  private static final JsonNode TEMPLATE = Yaml.read("template.yaml");

  record Resource(String id, JsonNode whole) {
    JsonNode properties() {
      return whole.path("Properties");
    }
  }

  /** @param key such as {@code GET /api/groups} */
  record Route(String function, String key, boolean open) {}

  /** @param resources as {@code ContentTable}, {@code ContentTable/index/byGroup} or {@code LeadTopic} */
  record Statement(List<String> actions, List<String> resources, JsonNode condition) {}

  private Template() {}

  static JsonNode whole() {
    return TEMPLATE;
  }

  static List<Resource> resources(String type) {
    return fields(TEMPLATE.path("Resources")).filter(entry -> entry.getValue().path("Type").asText().equals(type))
        .map(entry -> new Resource(entry.getKey(), entry.getValue())).toList();
  }

  static JsonNode resource(String id) {
    return TEMPLATE.at("/Resources/" + id);
  }

  static List<Resource> functions() {
    return resources("AWS::Serverless::Function");
  }

  static Resource function(String id) {
    return functions().stream().filter(function -> function.id().equals(id)).findFirst().orElseThrow();
  }

  static List<Route> routes() {
    var routes = new ArrayList<Route>();
    for (var function : functions()) {
      events(function, "HttpApi").forEach(event -> routes.add(new Route(
          function.id(),
          event.path("Method").asText() + " " + event.path("Path").asText(),
          event.path("Auth").path("Authorizer").asText().equals("NONE"))));
    }
    return routes;
  }

  /** The properties of a function's events of a type. */
  static Stream<JsonNode> events(Resource function, String type) {
    return values(function.properties().path("Events")).filter(event -> event.path("Type").asText().equals(type))
        .map(event -> event.path("Properties"));
  }

  static List<Statement> statements(Resource function) {
    return values(function.properties().path("Policies")).flatMap(Template::statements).toList();
  }

  static Stream<Statement> statements(JsonNode policy) {
    return values(policy.path("Statement"))
        .map(statement -> new Statement(
            values(statement.path("Action")).map(JsonNode::asText).toList(),
            values(statement.path("Resource")).map(Template::name).toList(),
            statement.path("Condition")));
  }

  /** The names of the environment variables that a function is given. */
  static Set<String> environment(Resource function) {
    var names = new TreeSet<String>();
    TEMPLATE.at("/Globals/Function/Environment/Variables").fieldNames().forEachRemaining(names::add);
    function.properties().at("/Environment/Variables").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String name(JsonNode resource) {
    if (resource.has("If")) {
      return name(resource.path("If").path(1));
    }
    if (resource.has("GetAtt")) {
      return resource.path("GetAtt").asText().replaceFirst("\\.Arn$", "");
    }
    return resource.has("Sub") ? resource.path("Sub").asText().replaceFirst("^\\$\\{(\\w+)\\.Arn}", "$1") : resource.path("Ref").asText();
  }

  static Stream<JsonNode> values(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  static Stream<Map.Entry<String, JsonNode>> fields(JsonNode node) {
    return node.properties().stream();
  }
}
