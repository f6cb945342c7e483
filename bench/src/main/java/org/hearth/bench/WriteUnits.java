package org.hearth.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hearth.local.tables.ItemJson;
import org.hearth.local.tables.LocalDynamo;

/**
 * What a transaction writes, in write units, by DynamoDB's own rules: two for each KB of each item, old or new, whichever is
 * larger; and for each index one for each KB of the entry that is put, changed or taken out, two entries when its key changes.
 */
final class WriteUnits {
    private static final int KB = 1024;
    private static final int TRANSACTION = 2;

    private final LocalDynamo dynamo;
    private final Map<String, JsonNode> tables;

    /** @param tables the template's tables, by name */
    WriteUnits(LocalDynamo dynamo, Map<String, JsonNode> tables) {
        this.dynamo = dynamo;
        this.tables = tables;
    }

    /** @param request a TransactWriteItems that has not been sent yet, for the items as they are before it are needed */
    double of(JsonNode request) {
        double units = 0;
        for (JsonNode step : request.path("TransactItems")) {
            Map.Entry<String, JsonNode> action = step.properties().iterator().next();
            units += of(action.getKey(), action.getValue());
        }
        return units;
    }

    private double of(String action, JsonNode step) {
        String table = step.path("TableName").asText();
        JsonNode item = step.path("Item");
        JsonNode before = now(table, action.equals("Put") ? item : step.path("Key"));
        return switch (action) {
            case "Put" -> TRANSACTION * kilobytes(Math.max(size(before), size(item))) + indexes(table, before, item);
            case "Delete" -> TRANSACTION * kilobytes(size(before))
                    + indexes(table, before, JsonNodeFactory.instance.objectNode());
            case "ConditionCheck" -> TRANSACTION * kilobytes(size(before));
            default -> throw new IllegalStateException("Nobody has said what a transaction's " + action + " costs");
        };
    }

    private JsonNode now(String table, JsonNode keys) {
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        key.set("pk", keys.path("pk"));
        key.set("sk", keys.path("sk"));
        return ItemJson.write(dynamo.client().getItem(get -> get.tableName(table).key(ItemJson.read(key)).consistentRead(true))
                .item());
    }

    private double indexes(String table, JsonNode before, JsonNode after) {
        double units = 0;
        for (JsonNode index : tables.get(table).path("GlobalSecondaryIndexes")) {
            Set<String> keys = new HashSet<>(Set.of("pk", "sk"));
            index.path("KeySchema").forEach(key -> keys.add(key.path("AttributeName").asText()));
            boolean all = index.path("Projection").path("ProjectionType").asText().equals("ALL");
            units += index(entry(before, keys, all), entry(after, keys, all), keys);
        }
        return units;
    }

    private static double index(JsonNode before, JsonNode after, Set<String> keys) {
        if (before.equals(after)) {
            return 0;
        }
        boolean moves = keys.stream().anyMatch(key -> !Objects.equals(before.path(key), after.path(key)));
        return moves ? kilobytes(size(before)) + kilobytes(size(after)) : kilobytes(Math.max(size(before), size(after)));
    }

    // An item without all keys of an index is not in it.
    private static JsonNode entry(JsonNode item, Set<String> keys, boolean all) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        if (keys.stream().allMatch(item::has)) {
            item.properties().forEach(attribute -> {
                if (all || keys.contains(attribute.getKey())) {
                    entry.set(attribute.getKey(), attribute.getValue());
                }
            });
        }
        return entry;
    }

    private static double kilobytes(long bytes) {
        return Math.ceilDiv(bytes, KB);
    }

    /** The size of an item as DynamoDB counts it, in bytes. */
    static long size(JsonNode item) {
        long size = 0;
        for (Map.Entry<String, JsonNode> attribute : item.properties()) {
            size += utf8(attribute.getKey()) + valueSize(attribute.getValue());
        }
        return size;
    }

    private static long valueSize(JsonNode typed) {
        Map.Entry<String, JsonNode> value = typed.properties().iterator().next();
        return switch (value.getKey()) {
            case "S" -> utf8(value.getValue().asText());
            case "N" -> number(value.getValue().asText());
            case "BOOL", "NULL" -> 1;
            case "SS" -> sum(value.getValue().elements());
            case "M" -> 3 + value.getValue().size() + size(value.getValue());
            case "L" -> {
                long size = 3;
                for (JsonNode element : value.getValue()) {
                    size += 1 + valueSize(element);
                }
                yield size;
            }
            default -> throw new IllegalStateException("None of our items has an attribute of type " + value.getKey());
        };
    }

    // About a byte for two digits, and one more.
    private static long number(String digits) {
        return Math.ceilDiv(digits.length(), 2) + 1;
    }

    private static long sum(Iterator<JsonNode> texts) {
        long size = 0;
        while (texts.hasNext()) {
            size += utf8(texts.next().asText());
        }
        return size;
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
