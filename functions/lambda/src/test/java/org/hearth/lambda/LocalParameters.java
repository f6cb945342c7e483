package org.hearth.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The Parameter Store, as far as Hearth uses it. */
final class LocalParameters {
  static final String PATH = "/hearth";
  private static final Map<String, String> VALUES = new ConcurrentHashMap<>();

  private LocalParameters() {}

  static void forget() {
    VALUES.clear();
  }

  static URI start() {
    return LocalAws.serve(server -> server.createContext("/", LocalParameters::answer));
  }

  private static void answer(HttpExchange exchange) throws IOException {
    var asked = Yaml.JSON.readTree(exchange.getRequestBody().readAllBytes());
    var action = exchange.getRequestHeaders().getFirst("x-amz-target").replace("AmazonSSM.", "");
    var name = asked.path("Name").asText();
    AwsCalls.heard(new AwsCalls.Call("ssm:" + action,
        "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/${AWS::StackName}" + name.substring(PATH.length()), null));
    boolean signed = exchange.getRequestHeaders().getFirst("authorization").contains("/" + LocalAws.REGION + "/ssm/aws4_request");
    send(exchange, signed ? done(action, name, asked) : refused("IncompleteSignature"));
  }

  private static Map<String, Object> done(String action, String name, JsonNode asked) {
    if (action.equals("GetParameter")) {
      var value = VALUES.get(name);
      return value == null ? refused("ParameterNotFound") : Map.of("Parameter", Map.of("Name", name, "Value", value));
    }
    if (!asked.path("Overwrite").asBoolean() && VALUES.containsKey(name)) {
      return refused("ParameterAlreadyExists");
    }
    VALUES.put(name, asked.path("Value").asText());
    return Map.of("Version", 1);
  }

  private static Map<String, Object> refused(String why) {
    return Map.of("__type", why);
  }

  private static void send(HttpExchange exchange, Map<String, Object> answer) throws IOException {
    var bytes = Yaml.JSON.writeValueAsBytes(answer);
    exchange.sendResponseHeaders(answer.containsKey("__type") ? 400 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
