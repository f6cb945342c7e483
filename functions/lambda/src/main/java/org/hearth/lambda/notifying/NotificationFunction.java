package org.hearth.lambda.notifying;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.logging.Logger;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.notifying.MailMembers;
import org.hearth.forum.notifying.TellOfCase;
import org.hearth.lambda.Wiring;
import org.hearth.lambda.dynamo.StreamRecords;
import org.hearth.lambda.http.Faults;
import org.hearth.lambda.json.Json;

/** Alerts people to cases, and members to replies and decisions, as they come out of the streams. */
public final class NotificationFunction implements RequestStreamHandler {
  private static final Logger LOG = Logger.getLogger(NotificationFunction.class.getName());

  private final TellOfCase tell;
  private final MailMembers mail;

  public NotificationFunction() {
    this(Wiring.get());
  }

  private NotificationFunction(Wiring from) {
    this(new TellOfCase(from.cases(), from.changes(), from.tellPeople(), from.clock()),
        from.mailMembers(fault -> Faults.log(NotificationFunction.class, "mail", fault)));
  }

  NotificationFunction(TellOfCase tell, MailMembers mail) {
    this.tell = tell;
    this.mail = mail;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    Json.write(StreamRecords.each(Json.event(in), this::tell,
        fault -> Faults.log(NotificationFunction.class, "notification " + context.getAwsRequestId(), fault)), out);
  }

  private void tell(StreamRecords.Changed changed) {
    changed.postAfter().ifPresent(after -> mail.ofReply(changed.postBefore().orElse(null), after));
    changed.decision().ifPresent(mail::ofDecision);
    changed.caseAfter().ifPresent(after -> {
      var before = changed.caseBefore();
      if (after.checkFailed() && !before.map(Case::checkFailed).orElse(false)) {
        LOG.warning("A check failed, and a post was held for a person"); // The template counts these for its alarm.
      }
      tell.of(before.orElse(null), after);
    });
  }
}
