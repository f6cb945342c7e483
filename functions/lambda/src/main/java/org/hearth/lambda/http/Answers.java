package org.hearth.lambda.http;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;
import org.hearth.forum.Refused;
import org.hearth.lambda.json.Json;

/** Turns an event into a request and whatever comes of it into an answer. Nothing gets past it as a stack trace. */
public final class Answers {
  private Answers() {}

  public static void to(InputStream in, OutputStream out, Context context, Function<Request, Response> use) {
    var request = new Request(Json.event(in));
    Json.write(answer(request, context, use).asEvent(), out);
  }

  private static Response answer(Request request, Context context, Function<Request, Response> use) {
    try {
      request.requireOurPages();
      return use.apply(request);
    } catch (Refused refused) {
      return Problems.of(refused.refusal());
    } catch (Request.NotAccepted refused) {
      return Problems.of(refused);
    } catch (Json.Malformed malformed) {
      return Problems.malformed(malformed.getMessage());
    } catch (RuntimeException fault) {
      Faults.log(Answers.class, request.route() + " " + context.getAwsRequestId(), fault);
      return Problems.fault();
    }
  }
}
