package org.hearth.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What {@code docs/openapi.yaml} says of the API. */
final class ApiDescription {
  private static final Logger VALIDATOR = Logger.getLogger("com.networknt.schema");
  private static final JsonNode DOCUMENT = Yaml.read("docs/openapi.yaml");
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
  private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final SchemaValidatorsConfig STRICT = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  static {
    // It tells of each word that is OpenAPI's and not JSON Schema's.
    VALIDATOR.setLevel(Level.SEVERE);
  }

  private ApiDescription() {}

  static JsonNode whole() {
    return DOCUMENT;
  }

  /** As {@code GET /api/groups}. */
  static Set<String> routes() {
    var routes = new TreeSet<String>();
    DOCUMENT.path("paths").properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(name -> {
      if (METHODS.contains(name)) {
        routes.add(name.toUpperCase() + " " + path.getKey());
      }
    }));
    return routes;
  }

  static JsonNode operation(String route) {
    var words = route.split(" ");
    return DOCUMENT.path("paths").path(words[1]).path(words[0].toLowerCase());
  }

  /** Missing where the route never answers so. */
  static JsonNode response(String route, int status) {
    return referred(operation(route).path("responses").path(Integer.toString(status)));
  }

  static JsonNode requestSchema(String route) {
    return operation(route).at("/requestBody/content/application~1json/schema");
  }

  /** What is wrong with the value, if anything, in the validator's words. */
  static List<String> faults(JsonNode schema, JsonNode value) {
    var alone = Yaml.JSON.createObjectNode();
    alone.putArray("allOf").add(schema);
    alone.set("components", DOCUMENT.path("components"));
    return SCHEMAS.getSchema(alone, STRICT).validate(value).stream().map(Object::toString).toList();
  }

  /** The thing itself, where there is a reference to it. */
  static JsonNode referred(JsonNode node) {
    return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asText().substring(1)) : node;
  }
}
