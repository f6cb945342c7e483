package org.hearth.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.crac.Core;
import org.crac.Resource;
import org.hearth.lambda.http.Faults;
import org.hearth.lambda.json.Json;
import org.hearth.lambda.json.JsonObject;

/**
 * Lets a function answer a made-up request just before Lambda keeps its memory for SnapStart, so that what is restored has its
 * classes loaded, its mappings made and its client warm. The request finds nothing and changes nothing. Where no snapshot is
 * taken, nothing happens.
 */
public final class Rehearsal implements Resource {
  /** The id of nothing: of the year 1970, when nobody wrote. */
  private static final String NOTHING = "00000000000000000000000000";
  // Lambda's own list of what wants to hear of a snapshot forgets whom nobody else holds.
  private static final List<Rehearsal> HELD = new ArrayList<>();

  private final RequestStreamHandler function;
  private final JsonObject event;

  Rehearsal(RequestStreamHandler function, JsonObject event) {
    this.function = function;
    this.event = event;
  }

  /** Has a function rehearse a request by a member for a thread that is not there. */
  public static void ofRequest(RequestStreamHandler function, String route) {
    var member = new JsonObject().with("session", "member").with("memberId", NOTHING).with("role", "MEMBER").with("standing", "ACTIVE");
    before(function, new JsonObject()
        .with("routeKey", route)
        .with("headers", new JsonObject().with("x-hearth", "1").with("content-type", "application/json"))
        .with("pathParameters", new JsonObject().with("threadId", NOTHING).with("groupId", "nothing"))
        .with("requestContext", new JsonObject().with("authorizer", new JsonObject().with("lambda", member)))
        .with("body", "{\"text\":\"Good morning\"}"));
  }

  /** Has a function rehearse a batch of a stream with a post in it that is gone. */
  public static void ofPost(RequestStreamHandler function) {
    var post = new JsonObject().with("pk", text("THREAD#" + NOTHING)).with("sk", text("POST#" + NOTHING)).with("state", text("PENDING"))
        .with("v", new JsonObject().with("N", "1")).with("rev", new JsonObject().with("N", "1")).with("text", text("Good morning"));
    before(function, new JsonObject().with("Records", List.of(
        new JsonObject().with("dynamodb", new JsonObject().with("SequenceNumber", "1").with("NewImage", post)))));
  }

  private static JsonObject text(String text) {
    return new JsonObject().with("S", text);
  }

  private static void before(RequestStreamHandler function, JsonObject event) {
    if (Wiring.comesFromASnapshot()) {
      var rehearsal = new Rehearsal(function, event);
      HELD.add(rehearsal);
      Core.getGlobalContext().register(rehearsal);
    }
  }

  // Whatever goes wrong, a function that was not warmed is only slower.
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    try {
      function.handleRequest(new ByteArrayInputStream(Json.write(event).getBytes(StandardCharsets.UTF_8)), OutputStream.nullOutputStream(), nobody());
    } catch (IOException | RuntimeException notWarmed) {
      Faults.log(Rehearsal.class, "rehearsal of " + function.getClass().getSimpleName(), notWarmed);
    }
  }

  private static Context nobody() {
    return (Context) Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[] {Context.class},
        (proxy, method, arguments) -> method.getReturnType() == int.class ? 0 : null);
  }

  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}
}
