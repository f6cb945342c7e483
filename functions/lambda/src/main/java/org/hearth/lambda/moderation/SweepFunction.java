package org.hearth.lambda.moderation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import org.hearth.forum.audit.WatchAudit;
import org.hearth.forum.moderation.Sweep;
import org.hearth.forum.moderation.WatchCases;
import org.hearth.forum.rota.WatchCover;
import org.hearth.lambda.Wiring;
import org.hearth.lambda.http.Faults;
import org.hearth.lambda.json.Json;
import org.hearth.lambda.json.JsonObject;
import org.hearth.lambda.screening.ScreeningFunction;

/** Goes round every minute, by the schedule, for what has been left unseen. */
public final class SweepFunction implements RequestStreamHandler {
  private final Sweep sweep;

  public SweepFunction() {
    this(sweep(Wiring.get()));
  }

  SweepFunction(Sweep sweep) {
    this.sweep = sweep;
  }

  private static Sweep sweep(Wiring from) {
    var tell = from.tellPeople();
    return new Sweep(from.posts(), ScreeningFunction.screening(from), new WatchCases(from.cases(), from.changes(), tell, from.clock()),
        new WatchCover(from.rotas(), from.changes(), tell, from.clock()),
        new WatchAudit(from.auditLog(), from.witness(), tell, from.clock()), from.clock(),
        fault -> Faults.log(SweepFunction.class, "sweep", fault));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    var round = sweep.round();
    var found = new JsonObject().with("checked", round.checked()).with("givenUp", round.givenUp()).with("breached", round.breached())
        .with("uncovered", round.uncovered()).with("auditBroken", round.auditBroken());
    if (round.givenUp() > 0 || round.breached() > 0 || round.auditBroken()) {
      context.getLogger().log(Json.write(found) + "\n"); // The template counts these for its alarms.
    }
    Json.write(found, out);
  }
}
