package org.hearth.lambda.dynamo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;

/** The tables of {@code template.yaml}, so that the stores are tested on the keys and indexes that are deployed. */
public final class TemplateTables {
  private static final Path TEMPLATE = Path.of("../../template.yaml");

  private TemplateTables() {}

  /** The request for each table, by its id in the template, each named with the prefix before its id. */
  public static Map<String, CreateTableRequest> named(String prefix) {
    var requests = new TreeMap<String, CreateTableRequest>();
    map(template().get("Resources")).forEach((id, resource) -> {
      if (map(resource).get("Type").equals("AWS::DynamoDB::Table")) {
        requests.put(id, request(prefix + id, map(map(resource).get("Properties"))));
      }
    });
    return requests;
  }

  private static CreateTableRequest request(String name, Map<String, Object> properties) {
    var request = CreateTableRequest.builder().tableName(name).billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(list(properties.get("AttributeDefinitions")).stream().map(TemplateTables::attribute).toList())
        .keySchema(keys(properties));
    if (properties.containsKey("GlobalSecondaryIndexes")) {
      request.globalSecondaryIndexes(list(properties.get("GlobalSecondaryIndexes")).stream().map(TemplateTables::index).toList());
    }
    return request.build();
  }

  private static AttributeDefinition attribute(Map<String, Object> attribute) {
    return AttributeDefinition.builder()
        .attributeName((String) attribute.get("AttributeName")).attributeType((String) attribute.get("AttributeType")).build();
  }

  private static List<KeySchemaElement> keys(Map<String, Object> properties) {
    return list(properties.get("KeySchema")).stream().map(key -> KeySchemaElement.builder()
        .attributeName((String) key.get("AttributeName")).keyType((String) key.get("KeyType")).build()).toList();
  }

  private static GlobalSecondaryIndex index(Map<String, Object> index) {
    var projected = map(index.get("Projection"));
    var projection = Projection.builder().projectionType((String) projected.get("ProjectionType"));
    if (projected.get("NonKeyAttributes") instanceof List<?> attributes) {
      projection.nonKeyAttributes(attributes.stream().map(String.class::cast).toList());
    }
    return GlobalSecondaryIndex.builder()
        .indexName((String) index.get("IndexName")).keySchema(keys(index)).projection(projection.build()).build();
  }

  private static Map<String, Object> template() {
    try (var text = Files.newBufferedReader(TEMPLATE)) {
      return new Yaml(new WithShortTags()).load(text);
    } catch (IOException unreadable) {
      throw new IllegalStateException("The template is not at " + TEMPLATE.toAbsolutePath(), unreadable);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private static List<Map<String, Object>> list(Object value) {
    var maps = new ArrayList<Map<String, Object>>();
    ((List<?>) value).forEach(item -> maps.add(map(item)));
    return maps;
  }

  /** No table has a value with one of CloudFormation's short tags; elsewhere in the template they need not be understood. */
  private static final class WithShortTags extends SafeConstructor {
    WithShortTags() {
      super(new LoaderOptions());
      yamlMultiConstructors.put("!", new AbstractConstruct() {
        @Override
        public Object construct(Node node) {
          return "(not read)";
        }
      });
    }
  }
}
