package org.hearth.lambda.parameters;

import java.util.Map;
import java.util.Optional;
import org.hearth.lambda.calls.SignedCalls;
import org.hearth.lambda.json.Json;
import org.hearth.lambda.json.JsonObject;

/** The little that must not lie in the tables, in the Parameter Store of AWS Systems Manager (docs/decisions/0013-case-packs.md). */
public final class ParameterStore {
  private static final String NOT_THERE = "ParameterNotFound";
  private static final String THERE_ALREADY = "ParameterAlreadyExists";

  private final SignedCalls calls;
  private final String path;

  /** @param path what this forum's names begin with, such as {@code /hearth} */
  public ParameterStore(SignedCalls calls, String path) {
    this.calls = calls;
    this.path = path;
  }

  public Optional<String> read(String name) {
    var answer = call("GetParameter", new JsonObject().with("Name", path(name)).with("WithDecryption", true));
    return answer.failed(NOT_THERE) ? Optional.empty() : Optional.of((String) ((Map<?, ?>) answer.good().get("Parameter")).get("Value"));
  }

  /** Keeps a secret, encrypted, unless there is one of that name. */
  public void addSecret(String name, String secret) {
    var answer = call("PutParameter",
        new JsonObject().with("Name", path(name)).with("Type", "SecureString").with("Value", secret).with("Overwrite", false));
    if (!answer.failed(THERE_ALREADY)) {
      answer.good();
    }
  }

  /** Writes over what was there. The store keeps the last hundred values, and who wrote them when. */
  public void write(String name, String text) {
    call("PutParameter", new JsonObject().with("Name", path(name)).with("Type", "String").with("Value", text).with("Overwrite", true)).good();
  }

  private String path(String name) {
    return path + "/" + name;
  }

  private record Answer(int status, Map<String, Object> body) {
    boolean failed(String how) {
      return status == 400 && String.valueOf(body.get("__type")).endsWith(how);
    }

    Map<String, Object> good() {
      if (status != 200) {
        throw new IllegalStateException("The Parameter Store refused: " + status + " " + body.get("__type"));
      }
      return body;
    }
  }

  private Answer call(String action, JsonObject parameters) {
    var headers = Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", "AmazonSSM." + action);
    var answer = calls.post("ssm", headers, Json.write(parameters));
    return new Answer(answer.status(), answer.json());
  }
}
