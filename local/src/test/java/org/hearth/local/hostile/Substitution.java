package org.hearth.local.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** An answer of the API in which each text that a person wrote, or could have, is another: as if nothing had been checked before. */
final class Substitution {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OF_A_LIST = 3;
    // What decides what a page is like, and is one of a few words or an id, a time or an address of ours.
    private static final Pattern NOT_WORDS = Pattern.compile(
            "id|.*Id|at|.*At|until|.*Until|from|to|starts?|ends?|month|.*hash|.*cursor|status|state|kind|risk|grade|now|then|role|visibility|action|family|part"
                    + "|region|code|type|rule|standing|choice|phone|emergency|reviewBy|reference|quotes");
    private static final Set<String> OURS = Set.of("lines", "regions");

    private final String words;
    private final List<String> addresses;
    private final Set<String> fields = new TreeSet<>();
    private int next;

    /**
     * Prepares.
     *
     * @param words what stands for each text
     * @param addresses what stands for addresses, in turn
     */
    Substitution(String words, List<String> addresses) {
        this.words = words;
        this.addresses = addresses;
    }

    String in(String answer) {
        try {
            return changed("", JSON.readTree(answer)).toString();
        } catch (JsonProcessingException e) {
            return answer;
        }
    }

    /** The names of the fields whose texts were exchanged so far. */
    Set<String> fields() {
        return fields;
    }

    private JsonNode changed(String name, JsonNode node) {
        if (OURS.contains(name)) {
            return node;
        }
        return switch (node) {
            case ObjectNode object -> {
                object.properties().forEach(field -> field.setValue(changed(field.getKey(), field.getValue())));
                yield object;
            }
            case ArrayNode array -> {
                List<JsonNode> kept = new ArrayList<>();
                array.forEach(one -> {
                    if (kept.size() < OF_A_LIST) {
                        kept.add(changed(name, one));
                    }
                });
                yield JSON.createArrayNode().addAll(kept);
            }
            case TextNode text -> exchanged(name, text);
            default -> node;
        };
    }

    private TextNode exchanged(String name, TextNode text) {
        if (NOT_WORDS.matcher(name).matches()) {
            return text;
        }
        fields.add(name);
        return TextNode.valueOf(name.equals("url") ? addresses.get(next++ % addresses.size()) : words);
    }
}
