package org.hearth.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The SAM template, read for one set of parameters: the functions, tables, routes and headers that AWS would make of it. */
public final class Template {
    private final JsonNode resources;
    private final JsonNode globals;
    private final Intrinsics intrinsics;

    private Template(JsonNode resources, JsonNode globals, Intrinsics intrinsics) {
        this.resources = resources;
        this.globals = globals;
        this.intrinsics = intrinsics;
    }

    /**
     * Reads a template.
     *
     * @param parameters values that replace the parameters' defaults
     * @throws TemplateException if it can't be read, or a parameter has neither a value nor a default
     */
    public static Template read(Path file, Map<String, String> parameters) {
        JsonNode document = CloudFormationYaml.read(file);
        JsonNode resources = document.path("Resources");
        Intrinsics intrinsics = new Intrinsics(values(document.path("Parameters"), parameters), document.path("Conditions"),
                document.path("Mappings"), new LaptopResources(resources));
        return new Template(resources, document.path("Globals"), intrinsics);
    }

    private static Map<String, JsonNode> values(JsonNode declared, Map<String, String> given) {
        given.keySet().stream().filter(name -> !declared.has(name)).findFirst().ifPresent(name -> {
            throw new TemplateException("The template has no parameter " + name + ".");
        });
        Map<String, JsonNode> values = new LinkedHashMap<>();
        declared.properties().forEach(entry -> {
            String name = entry.getKey();
            JsonNode fallback = entry.getValue().path("Default");
            if (!given.containsKey(name) && fallback.isMissingNode()) {
                throw new TemplateException("The template's parameter " + name + " has neither a value nor a default.");
            }
            JsonNode value = given.containsKey(name) ? TextNode.valueOf(given.get(name)) : fallback;
            boolean list = entry.getValue().path("Type").asText().contains("List");
            values.put(name, list ? split(value.asText()) : value);
        });
        return values;
    }

    private static JsonNode split(String commaSeparated) {
        var items = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
        for (String item : commaSeparated.split(",")) {
            items.add(item.strip());
        }
        return items;
    }

    /** The region that resources on a laptop are said to be in. */
    public static String region() {
        return LaptopResources.REGION;
    }

    /** Every function that this set of parameters makes. */
    public List<FunctionSpec> functions() {
        return ofType("AWS::Serverless::Function").stream().map(this::function).toList();
    }

    /** Every table that this set of parameters makes: its logical id, which is its name here, and its properties. */
    public Map<String, JsonNode> tables() {
        Map<String, JsonNode> tables = new LinkedHashMap<>();
        ofType("AWS::DynamoDB::Table").forEach(id -> tables.put(id, properties(id)));
        return tables;
    }

    /** The properties of one resource with everything worked out, if this set of parameters makes it. */
    public Optional<JsonNode> resource(String id) {
        return exists(id) ? Optional.of(properties(id)) : Optional.empty();
    }

    /** The authorizer of that name on the HTTP API. */
    public AuthorizerSpec authorizer(String name) {
        JsonNode api = onlyApi();
        JsonNode spec = api.path("Auth").path("Authorizers").path(name);
        if (spec.isMissingNode()) {
            throw new TemplateException("A route names the authorizer " + name + ", which the API does not define.");
        }
        if (!spec.path("EnableSimpleResponses").asBoolean()
                || !spec.path("AuthorizerPayloadFormatVersion").asText().startsWith("2")) {
            throw new TemplateException("The authorizer " + name + " must use payload format 2.0 with simple responses.");
        }
        List<String> headers = new ArrayList<>();
        spec.path("Identity").path("Headers").forEach(header -> headers.add(header.asText()));
        return new AuthorizerSpec(functionIn(spec.path("FunctionArn").asText()), headers,
                Duration.ofSeconds(spec.path("Identity").path("ReauthorizeEvery").asLong(300)));
    }

    private FunctionSpec function(String id) {
        JsonNode own = properties(id);
        JsonNode shared = intrinsics.evaluate(globals.path("Function"));
        Map<String, String> environment = new LinkedHashMap<>();
        shared.path("Environment").path("Variables").properties().forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
        own.path("Environment").path("Variables").properties().forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
        List<FunctionSpec.Route> routes = new ArrayList<>();
        List<FunctionSpec.StreamSource> streams = new ArrayList<>();
        List<FunctionSpec.Schedule> schedules = new ArrayList<>();
        own.path("Events").properties().forEach(event -> {
            JsonNode spec = event.getValue().path("Properties");
            String place = id + "." + event.getKey();
            switch (event.getValue().path("Type").asText()) {
                case "HttpApi" -> routes.add(route(place, spec));
                case "DynamoDB" -> streams.add(stream(place, spec));
                case "ScheduleV2", "Schedule" -> schedules.add(schedule(place, spec));
                default -> throw new TemplateException(place + " is an event of the type "
                        + event.getValue().path("Type").asText() + ", which does not run on a laptop yet.");
            }
        });
        return new FunctionSpec(id, text(id, own, shared, "CodeUri"), text(id, own, shared, "Handler"),
                Duration.ofSeconds(either(own, shared, "Timeout").asLong(3)), either(own, shared, "MemorySize").asInt(128),
                environment, routes, streams, schedules);
    }

    private FunctionSpec.Route route(String place, JsonNode spec) {
        String path = spec.path("Path").asText();
        String method = spec.path("Method").asText().toUpperCase(java.util.Locale.ROOT);
        if (!path.startsWith("/") || method.isEmpty()) {
            throw new TemplateException(place + " needs a Path and a Method.");
        }
        String own = spec.path("Auth").path("Authorizer").asText("");
        String authorizer = own.isEmpty() ? onlyApi().path("Auth").path("DefaultAuthorizer").asText("") : own;
        return new FunctionSpec.Route(method, path,
                authorizer.isEmpty() || authorizer.equals("NONE") ? Optional.empty() : Optional.of(authorizer));
    }

    private FunctionSpec.StreamSource stream(String place, JsonNode spec) {
        String arn = spec.path("Stream").asText();
        String table = tables().keySet().stream().filter(id -> arn.contains(":table/" + id + "/")).findFirst()
                .orElseThrow(() -> new TemplateException(place + " reads a stream that is no table's of this template: " + arn));
        List<JsonNode> filters = new ArrayList<>();
        spec.path("FilterCriteria").path("Filters").forEach(filter -> filters.add(json(place, filter.path("Pattern"))));
        boolean itemFailures = spec.path("FunctionResponseTypes").valueStream()
                .anyMatch(type -> type.asText().equals("ReportBatchItemFailures"));
        JsonNode destination = spec.path("DestinationConfig").path("OnFailure").path("Destination");
        return new FunctionSpec.StreamSource(table, spec.path("BatchSize").asInt(100), filters,
                spec.path("BisectBatchOnFunctionError").asBoolean(), itemFailures, spec.path("MaximumRetryAttempts").asInt(-1),
                Duration.ofSeconds(spec.path("MaximumRecordAgeInSeconds").asLong(-1)),
                destination.isTextual() ? Optional.of(destination.asText()) : Optional.empty(),
                !spec.path("StartingPosition").asText().equals("LATEST"));
    }

    private FunctionSpec.Schedule schedule(String place, JsonNode spec) {
        String expression = spec.path("ScheduleExpression").asText(spec.path("Schedule").asText());
        JsonNode input = spec.path("Input");
        return new FunctionSpec.Schedule(place, Rate.parse(place, expression), input.isMissingNode() ? input : json(place, input));
    }

    private static JsonNode json(String place, JsonNode text) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().readTree(text.asText());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new TemplateException(place + " holds text that should be JSON: " + e.getOriginalMessage(), e);
        }
    }

    private JsonNode onlyApi() {
        List<String> apis = ofType("AWS::Serverless::HttpApi");
        return apis.isEmpty() ? MissingNode.getInstance() : properties(apis.getFirst());
    }

    private String functionIn(String arn) {
        return ofType("AWS::Serverless::Function").stream().filter(id -> arn.matches(".*\\b" + id + "\\b.*")).findFirst()
                .orElseThrow(() -> new TemplateException("No function of this template has the ARN " + arn + "."));
    }

    private List<String> ofType(String type) {
        return resources.properties().stream().map(Map.Entry::getKey)
                .filter(id -> resources.path(id).path("Type").asText().equals(type)).filter(this::exists).toList();
    }

    private boolean exists(String id) {
        JsonNode resource = resources.path(id);
        return resource.isObject() && (!resource.has("Condition") || intrinsics.holds(resource.path("Condition").asText()));
    }

    /** Policies are left out: they name resources in ways that matter to AWS only. */
    private JsonNode properties(String id) {
        JsonNode raw = resources.path(id).path("Properties");
        if (!raw.isObject()) {
            return MissingNode.getInstance();
        }
        ObjectNode needed = ((ObjectNode) raw).deepCopy();
        needed.remove(List.of("Policies", "Tags", "DefinitionBody"));
        return intrinsics.evaluate(needed);
    }

    private static JsonNode either(JsonNode own, JsonNode shared, String name) {
        return own.has(name) ? own.path(name) : shared.path(name);
    }

    private static String text(String id, JsonNode own, JsonNode shared, String name) {
        JsonNode value = either(own, shared, name);
        if (!value.isTextual()) {
            throw new TemplateException("The function " + id + " has no " + name + ".");
        }
        return value.asText();
    }

    /**
     * A Lambda authorizer of the HTTP API.
     *
     * @param identityHeaders the headers of which the values together name the caller, and without which the answer is 401
     * @param remembered how long an answer is used again for the same values; zero for never
     */
    public record AuthorizerSpec(String function, List<String> identityHeaders, Duration remembered) {
    }
}
