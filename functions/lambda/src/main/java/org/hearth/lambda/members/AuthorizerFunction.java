package org.hearth.lambda.members;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.hearth.lambda.Wiring;
import org.hearth.lambda.http.Callers;
import org.hearth.lambda.http.Faults;
import org.hearth.lambda.json.Json;
import org.hearth.lambda.json.JsonObject;

/**
 * Says who calls. It lets everybody through as whom they are, a visitor as a visitor: each function then decides what
 * they may do and can say why not in words, which the gateway can't.
 */
public final class AuthorizerFunction implements RequestStreamHandler {
  private final Recognise recognise;

  public AuthorizerFunction() {
    this(new SessionWiring(Wiring.get()).recognise);
  }

  AuthorizerFunction(Recognise recognise) {
    this.recognise = recognise;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    var cookies = Json.event(in).get("cookies") instanceof List<?> sent ? sent.stream().map(String.class::cast).toList() : List.<String>of();
    Json.write(new JsonObject().with("isAuthorized", true).with("context", caller(cookies, context)), out);
  }

  // Who can't be recognised is nobody.
  private JsonObject caller(List<String> cookies, Context context) {
    try {
      return recognise.caller(cookies);
    } catch (RuntimeException fault) {
      Faults.log(AuthorizerFunction.class, "authorizer " + context.getAwsRequestId(), fault);
      return Callers.none(true);
    }
  }
}
