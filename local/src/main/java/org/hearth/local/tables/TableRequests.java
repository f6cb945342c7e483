package org.hearth.local.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Turns a table of the template into the requests that make it. */
final class TableRequests {
    private TableRequests() {
    }

    static TableDescription create(DynamoDbClient client, String name, JsonNode properties) {
        CreateTableRequest.Builder request = CreateTableRequest.builder().tableName(name).billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes(properties)).keySchema(keys(properties.path("KeySchema")));
        List<GlobalSecondaryIndex> indexes = indexes(properties.path("GlobalSecondaryIndexes"));
        if (!indexes.isEmpty()) {
            request.globalSecondaryIndexes(indexes);
        }
        String view = properties.path("StreamSpecification").path("StreamViewType").asText();
        if (!view.isEmpty()) {
            request.streamSpecification(StreamSpecification.builder().streamEnabled(true).streamViewType(view).build());
        }
        TableDescription table = client.createTable(request.build()).tableDescription();
        JsonNode expiry = properties.path("TimeToLiveSpecification");
        if (expiry.path("Enabled").asBoolean()) {
            client.updateTimeToLive(ttl -> ttl.tableName(name).timeToLiveSpecification(
                    specification -> specification.enabled(true).attributeName(expiry.path("AttributeName").asText())));
        }
        return table;
    }

    private static List<AttributeDefinition> attributes(JsonNode properties) {
        List<AttributeDefinition> attributes = new ArrayList<>();
        properties.path("AttributeDefinitions").forEach(attribute -> attributes.add(AttributeDefinition.builder()
                .attributeName(attribute.path("AttributeName").asText())
                .attributeType(attribute.path("AttributeType").asText()).build()));
        return attributes;
    }

    private static List<KeySchemaElement> keys(JsonNode schema) {
        List<KeySchemaElement> keys = new ArrayList<>();
        schema.forEach(key -> keys.add(KeySchemaElement.builder()
                .attributeName(key.path("AttributeName").asText()).keyType(key.path("KeyType").asText()).build()));
        return keys;
    }

    private static List<GlobalSecondaryIndex> indexes(JsonNode specifications) {
        List<GlobalSecondaryIndex> indexes = new ArrayList<>();
        specifications.forEach(index -> {
            JsonNode projected = index.path("Projection");
            Projection.Builder projection = Projection.builder().projectionType(projected.path("ProjectionType").asText());
            if (projected.has("NonKeyAttributes")) {
                projection.nonKeyAttributes(projected.path("NonKeyAttributes").valueStream().map(JsonNode::asText).toList());
            }
            indexes.add(GlobalSecondaryIndex.builder().indexName(index.path("IndexName").asText())
                    .keySchema(keys(index.path("KeySchema"))).projection(projection.build()).build());
        });
        return indexes;
    }
}
