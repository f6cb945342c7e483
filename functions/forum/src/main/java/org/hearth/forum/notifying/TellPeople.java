package org.hearth.forum.notifying;

import java.util.Locale;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Risk;

/** Alerts moderators to a case, and the lead too when somebody may be in danger. */
public final class TellPeople {
  private final Alerts alerts;
  private final String siteUrl;

  /** @param siteUrl without a slash at its end */
  public TellPeople(Alerts alerts, String siteUrl) {
    this.alerts = alerts;
    this.siteUrl = siteUrl;
  }

  /** @param before null when the case is new */
  public void of(Case before, Case after) {
    if (!Alerts.worthTelling(before, after)) {
      return;
    }
    var risk = words(after.risk());
    var subject = "Hearth: a case needs you (" + risk + ")";
    var message = "A case is waiting; its risk is " + risk + ". Please look within " + minutes(after.risk()) + ".\n" + siteUrl + "/case.html?id=" + after.id();
    alerts.toModerators(subject, message);
    if (after.risk().isMoreUrgentThan(Risk.AMBER)) {
      alerts.toLead(subject, message);
    }
  }

  /** A case that nobody has decided in time. */
  public void breached(int count, Risk worst) {
    var subject = "Hearth: cases are waiting too long";
    var message = count + (count == 1 ? " case is" : " cases are") + " past the time in which somebody should have looked. The most urgent is "
        + words(worst) + ".\n" + siteUrl + "/moderate.html";
    alerts.toLead(subject, message);
  }

  private static String words(Risk risk) {
    return risk.name().toLowerCase(Locale.ROOT);
  }

  private static String minutes(Risk risk) {
    long minutes = risk.target().toMinutes();
    return minutes < 120 ? minutes + " minutes" : minutes / 60 + " hours";
  }
}
