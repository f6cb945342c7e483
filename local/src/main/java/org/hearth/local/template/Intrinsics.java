package org.hearth.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works out CloudFormation's intrinsic functions, as far as templates that run on a laptop need them. */
final class Intrinsics {
    private static final Pattern PLACE = Pattern.compile("\\$\\{(!?)([^}]+)}");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, JsonNode> parameters;
    private final JsonNode conditions;
    private final JsonNode mappings;
    private final ResourceValues resources;
    private final Map<String, Boolean> decided = new HashMap<>();

    Intrinsics(Map<String, JsonNode> parameters, JsonNode conditions, JsonNode mappings, ResourceValues resources) {
        this.parameters = parameters;
        this.conditions = conditions;
        this.mappings = mappings;
        this.resources = resources;
    }

    /** The value with every intrinsic function in it worked out; {@code AWS::NoValue} leaves nothing behind. */
    JsonNode evaluate(JsonNode node) {
        if (node.isObject() && node.size() == 1) {
            Map.Entry<String, JsonNode> only = node.properties().iterator().next();
            if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
                return call(only.getKey(), only.getValue());
            }
        }
        if (node.isObject()) {
            ObjectNode result = NODES.objectNode();
            node.properties().forEach(entry -> {
                JsonNode value = evaluate(entry.getValue());
                if (!value.isMissingNode()) {
                    result.set(entry.getKey(), value);
                }
            });
            return result;
        }
        if (node.isArray()) {
            ArrayNode result = NODES.arrayNode();
            node.forEach(item -> {
                JsonNode value = evaluate(item);
                if (!value.isMissingNode()) {
                    result.add(value);
                }
            });
            return result;
        }
        return node;
    }

    boolean holds(String condition) {
        Boolean known = decided.get(condition);
        if (known != null) {
            return known;
        }
        JsonNode expression = conditions.path(condition);
        if (expression.isMissingNode()) {
            throw new TemplateException("The template names the condition " + condition + ", which it does not define.");
        }
        boolean result = isTrue(expression);
        decided.put(condition, result);
        return result;
    }

    private boolean isTrue(JsonNode expression) {
        if (expression.isObject() && expression.size() == 1) {
            Map.Entry<String, JsonNode> only = expression.properties().iterator().next();
            JsonNode value = only.getValue();
            return switch (only.getKey()) {
                case "Condition" -> holds(value.asText());
                case "Fn::Equals" -> evaluate(value.get(0)).asText().equals(evaluate(value.get(1)).asText());
                case "Fn::Not" -> !isTrue(value.get(0));
                case "Fn::And" -> value.valueStream().allMatch(this::isTrue);
                case "Fn::Or" -> value.valueStream().anyMatch(this::isTrue);
                default -> evaluate(expression).asBoolean();
            };
        }
        return evaluate(expression).asBoolean();
    }

    private JsonNode call(String function, JsonNode argument) {
        return switch (function) {
            case "Ref" -> reference(argument.asText());
            case "Fn::GetAtt" -> attribute(argument.get(0).asText(), evaluate(argument.get(1)).asText());
            case "Fn::Sub" -> substitute(argument);
            case "Fn::If" -> evaluate(argument.get(holds(argument.get(0).asText()) ? 1 : 2));
            case "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or" -> NODES.booleanNode(isTrue(NODES.objectNode().set(function, argument)));
            case "Fn::Join" -> TextNode.valueOf(String.join(argument.get(0).asText(), texts(evaluate(argument.get(1)))));
            case "Fn::Split" -> split(argument);
            case "Fn::Select" -> evaluate(argument.get(1)).path(evaluate(argument.get(0)).asInt());
            case "Fn::FindInMap" -> mappings.path(evaluate(argument.get(0)).asText())
                    .path(evaluate(argument.get(1)).asText()).path(evaluate(argument.get(2)).asText());
            case "Fn::Base64" -> TextNode.valueOf(Base64.getEncoder()
                    .encodeToString(evaluate(argument).asText().getBytes(StandardCharsets.UTF_8)));
            default -> throw new TemplateException("The template uses " + function + ", which is not known here.");
        };
    }

    private JsonNode reference(String name) {
        if (name.equals("AWS::NoValue")) {
            return MissingNode.getInstance();
        }
        return named(name).orElseThrow(() -> new TemplateException("The template refers to " + name + ", which it does not define."));
    }

    private Optional<JsonNode> named(String name) {
        JsonNode parameter = parameters.get(name);
        return parameter != null ? Optional.of(parameter) : resources.reference(name).map(TextNode::valueOf);
    }

    private JsonNode attribute(String resource, String attribute) {
        return resources.attribute(resource, attribute).map(TextNode::valueOf).orElseThrow(() -> new TemplateException(
                "The template asks for " + resource + "." + attribute + ", but does not define " + resource + "."));
    }

    private JsonNode substitute(JsonNode argument) {
        JsonNode pattern = argument.isArray() ? argument.get(0) : argument;
        JsonNode own = argument.isArray() ? argument.get(1) : MissingNode.getInstance();
        Matcher places = PLACE.matcher(pattern.asText());
        StringBuilder result = new StringBuilder();
        while (places.find()) {
            String name = places.group(2);
            String value = places.group(1).equals("!") ? "${" + name + "}" : substituted(name, own);
            places.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return TextNode.valueOf(places.appendTail(result).toString());
    }

    private String substituted(String name, JsonNode own) {
        if (own.has(name)) {
            return evaluate(own.get(name)).asText();
        }
        int dot = name.indexOf('.');
        return (dot < 0 ? reference(name) : attribute(name.substring(0, dot), name.substring(dot + 1))).asText();
    }

    private JsonNode split(JsonNode argument) {
        ArrayNode parts = NODES.arrayNode();
        for (String part : evaluate(argument.get(1)).asText().split(Pattern.quote(argument.get(0).asText()), -1)) {
            parts.add(part);
        }
        return parts;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** What a resource is called when the template is run: by {@code Ref}, and by {@code GetAtt}. */
    interface ResourceValues {
        Optional<String> reference(String resource);

        Optional<String> attribute(String resource, String attribute);
    }
}
