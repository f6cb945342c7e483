package org.hearth.lambda.members;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import org.hearth.forum.erasure.CarryOutErasures;
import org.hearth.forum.greeting.Greet;
import org.hearth.forum.greeting.Greeter;
import org.hearth.forum.greeting.Greeters;
import org.hearth.forum.notifying.MailMembers;
import org.hearth.lambda.Wiring;
import org.hearth.lambda.http.Faults;
import org.hearth.lambda.json.Json;
import org.hearth.lambda.json.JsonObject;

/** Goes round by the schedule for what members are owed: that they are forgotten when they asked for it, and told by mail. */
public final class MembersSweepFunction implements RequestStreamHandler {
  private final CarryOutErasures erasures;
  private final MailMembers mail;
  private final Greet greet;
  private final Greeters greeters;

  public MembersSweepFunction() {
    this(Wiring.get());
  }

  private MembersSweepFunction(Wiring from) {
    this(new CarryOutErasures(from.erasures(), from.greeters(), from.conversations(), from.posts(), from.members(), from.cases(), from.changes(), from.auditing(), from.clock(),
        fault -> Faults.log(MembersSweepFunction.class, "members sweep", fault)),
        from.mailMembers(fault -> Faults.log(MembersSweepFunction.class, "mail", fault)), from.greet(), from.greeters());
  }

  MembersSweepFunction(CarryOutErasures erasures, MailMembers mail, Greet greet, Greeters greeters) {
    this.erasures = erasures;
    this.mail = mail;
    this.greet = greet;
    this.greeters = greeters;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    var round = erasures.round();
    var waiting = greet.newlyWaiting();
    mail.ofWaiting(waiting, greeters.all().stream().map(Greeter::memberId).toList());
    Json.write(new JsonObject().with("erased", round.erased()).with("forgotten", round.forgotten()).with("digests", mail.digests()).with("waiting", waiting.size()), out);
  }
}
