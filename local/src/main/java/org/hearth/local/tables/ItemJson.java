package org.hearth.local.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB's own JSON, in which each value is named by its type: {@code {"pk": {"S": "GROUPS"}}}. */
public final class ItemJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ItemJson() {
    }

    /** The attributes in the order of their names, so that equal items give equal text. */
    public static ObjectNode write(Map<String, AttributeValue> item) {
        ObjectNode json = NODES.objectNode();
        new TreeMap<>(item).forEach((name, value) -> json.set(name, write(value)));
        return json;
    }

    private static ObjectNode write(AttributeValue value) {
        ObjectNode json = NODES.objectNode();
        return switch (value.type()) {
            case S -> json.put("S", value.s());
            case N -> json.put("N", value.n());
            case B -> json.put("B", base64(value.b()));
            case BOOL -> json.put("BOOL", value.bool());
            case NUL -> json.put("NULL", true);
            case SS -> json.set("SS", texts(value.ss()));
            case NS -> json.set("NS", texts(value.ns()));
            case BS -> json.set("BS", texts(value.bs().stream().map(ItemJson::base64).toList()));
            case L -> {
                ArrayNode items = json.putArray("L");
                value.l().forEach(item -> items.add(write(item)));
                yield json;
            }
            case M -> json.set("M", write(value.m()));
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("a DynamoDB type that is not known");
        };
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = NODES.arrayNode();
        texts.stream().sorted().forEach(array::add);
        return array;
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArray());
    }

    /** @throws IllegalArgumentException if it is not DynamoDB's JSON */
    public static Map<String, AttributeValue> read(JsonNode json) {
        Map<String, AttributeValue> item = new TreeMap<>();
        json.properties().forEach(attribute -> item.put(attribute.getKey(), value(attribute.getValue())));
        return item;
    }

    private static AttributeValue value(JsonNode typed) {
        if (typed.size() != 1) {
            throw new IllegalArgumentException("a value without its type");
        }
        Map.Entry<String, JsonNode> only = typed.properties().iterator().next();
        JsonNode value = only.getValue();
        return switch (only.getKey()) {
            case "S" -> AttributeValue.fromS(value.asText());
            case "N" -> AttributeValue.fromN(value.asText());
            case "B" -> AttributeValue.fromB(bytes(value));
            case "BOOL" -> AttributeValue.fromBool(value.asBoolean());
            case "NULL" -> AttributeValue.fromNul(true);
            case "SS" -> AttributeValue.fromSs(value.valueStream().map(JsonNode::asText).toList());
            case "NS" -> AttributeValue.fromNs(value.valueStream().map(JsonNode::asText).toList());
            case "BS" -> AttributeValue.fromBs(value.valueStream().map(ItemJson::bytes).toList());
            case "L" -> AttributeValue.fromL(value.valueStream().map(ItemJson::value).toList());
            case "M" -> AttributeValue.fromM(read(value));
            default -> throw new IllegalArgumentException("a value of the unknown type " + only.getKey());
        };
    }

    private static SdkBytes bytes(JsonNode base64) {
        return SdkBytes.fromByteArray(Base64.getDecoder().decode(base64.asText()));
    }
}
