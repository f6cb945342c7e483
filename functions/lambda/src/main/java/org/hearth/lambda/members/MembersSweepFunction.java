package org.hearth.lambda.members;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import org.hearth.forum.erasure.CarryOutErasures;
import org.hearth.lambda.Wiring;
import org.hearth.lambda.http.Faults;
import org.hearth.lambda.json.Json;
import org.hearth.lambda.json.JsonObject;

/** Goes round by the schedule for what members are owed: that they are forgotten when they asked for it. */
public final class MembersSweepFunction implements RequestStreamHandler {
  private final CarryOutErasures erasures;

  public MembersSweepFunction() {
    this(Wiring.get());
  }

  private MembersSweepFunction(Wiring from) {
    this(new CarryOutErasures(from.erasures(), from.posts(), from.members(), from.cases(), from.changes(), from.auditing(), from.clock(),
        fault -> Faults.log(MembersSweepFunction.class, "members sweep", fault)));
  }

  MembersSweepFunction(CarryOutErasures erasures) {
    this.erasures = erasures;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    var round = erasures.round();
    Json.write(new JsonObject().with("erased", round.erased()).with("forgotten", round.forgotten()), out);
  }
}
