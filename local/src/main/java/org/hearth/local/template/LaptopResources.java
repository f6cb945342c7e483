package org.hearth.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** The names and ARNs that resources have on a laptop: account 000000000000, the logical id as the name. */
final class LaptopResources implements Intrinsics.ResourceValues {
    static final String REGION = "eu-west-2";
    private static final String ACCOUNT = "000000000000";
    private static final Map<String, String> PSEUDO_PARAMETERS = Map.of(
            "AWS::Region", REGION,
            "AWS::AccountId", ACCOUNT,
            "AWS::Partition", "aws",
            "AWS::URLSuffix", "amazonaws.com",
            "AWS::StackName", "hearth",
            "AWS::StackId", "arn:aws:cloudformation:" + REGION + ":" + ACCOUNT + ":stack/hearth/local");

    private final JsonNode resources;

    LaptopResources(JsonNode resources) {
        this.resources = resources;
    }

    @Override
    public Optional<String> reference(String resource) {
        if (PSEUDO_PARAMETERS.containsKey(resource)) {
            return Optional.of(PSEUDO_PARAMETERS.get(resource));
        }
        return type(resource).map(type -> switch (type) {
            case "AWS::SNS::Topic" -> arn("sns", resource);
            case "AWS::SQS::Queue" -> "http://localhost/" + ACCOUNT + "/" + resource;
            default -> resource;
        });
    }

    @Override
    public Optional<String> attribute(String resource, String attribute) {
        return type(resource).map(type -> switch (attribute) {
            case "Arn" -> arn(type, resource);
            case "TopicArn" -> arn("sns", resource);
            case "StreamArn" -> arn("AWS::DynamoDB::Table", resource) + "/stream/local";
            default -> resource + "." + attribute;
        });
    }

    private static String arn(String type, String name) {
        return switch (type) {
            case "AWS::Serverless::Function", "AWS::Lambda::Function" -> arn("lambda", "function:" + name);
            case "AWS::DynamoDB::Table" -> arn("dynamodb", "table/" + name);
            case "AWS::SQS::Queue" -> arn("sqs", name);
            default -> "arn:aws:" + (type.startsWith("AWS::") ? "local" : type) + ":" + REGION + ":" + ACCOUNT + ":" + name;
        };
    }

    private Optional<String> type(String resource) {
        JsonNode type = resources.path(resource).path("Type");
        if (type.isTextual()) {
            return Optional.of(type.asText());
        }
        // SAM makes these itself: the alias and version of a function, the stage of an API, a function's role.
        return resources.properties().stream().map(Map.Entry::getKey)
                .filter(name -> resource.startsWith(name)).findFirst().map(name -> "AWS::SAM::Generated");
    }
}
