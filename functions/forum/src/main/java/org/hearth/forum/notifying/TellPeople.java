package org.hearth.forum.notifying;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.rota.Cover;

/** Alerts moderators to a case, and the lead too when somebody may be in danger. */
public final class TellPeople {
  private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMMM, HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final Alerts alerts;
  private final String siteUrl;

  /** @param siteUrl without a slash at its end */
  public TellPeople(Alerts alerts, String siteUrl) {
    this.alerts = alerts;
    this.siteUrl = siteUrl;
  }

  /**
   * @param before null when the case is new
   * @return whether there was anything to tell
   */
  public boolean of(Case before, Case after) {
    if (!Alerts.worthTelling(before, after)) {
      return false;
    }
    var risk = words(after.risk());
    var subject = "Hearth: a case needs you (" + risk + ")";
    var message = "A case is waiting; its risk is " + risk + ". Please look within " + minutes(after.risk()) + ".\n" + siteUrl + "/case.html?id=" + after.id();
    alerts.toModerators(subject, message);
    if (after.risk().isMoreUrgentThan(Risk.AMBER)) {
      alerts.toLead(subject, message);
    }
    return true;
  }

  /** A case that people were told of and nobody has opened. */
  public void again(Case waiting) {
    var subject = "Hearth: still nobody has opened a case (" + words(waiting.risk()) + ")";
    var message = "A case is waiting since " + DAY_AND_TIME.format(waiting.openedAt()) + ", and nobody has opened it. Please look now.\n"
        + siteUrl + "/case.html?id=" + waiting.id();
    alerts.toModerators(subject, message);
    alerts.toLead(subject, message);
  }

  /** People who were in danger, and whom nobody has asked after in time. */
  public void followUpsDue(int count) {
    alerts.toLead("Hearth: a follow-up is late", (count == 1 ? "One follow-up is" : count + " follow-ups are")
        + " past the day within which somebody should have asked after a person.\n" + siteUrl + "/moderate.html?state=follow-up");
  }

  /** A case that nobody has decided in time. */
  public void breached(int count, Risk worst) {
    var subject = "Hearth: cases are waiting too long";
    var message = count + (count == 1 ? " case is" : " cases are") + " past the time in which somebody should have looked. The most urgent is "
        + words(worst) + ".\n" + siteUrl + "/moderate.html";
    alerts.toLead(subject, message);
  }

  /** Somebody has read enough for one shift, and nobody else is there. */
  public void enoughRead() {
    alerts.toLead("Hearth: somebody needs relief", "A moderator has read as much that is hard to read as one shift should hold, and nobody else is "
        + "at work. A crisis still reaches them. Please take over, or find somebody who can.\n" + siteUrl + "/rota.html");
  }

  /** The audit log does not hold what it held. */
  public void auditBroken() {
    alerts.toLead("Hearth: the audit log was changed", "The audit log no longer holds what it held before. Please look at it now, and change nothing "
        + "until whoever looks after your system has looked.\n" + siteUrl + "/audit.html");
  }

  /** Somebody would like to talk with the lead. */
  public void debriefAsked() {
    alerts.toLead("Hearth: somebody would like to talk", "A moderator would like to talk with you about what they read.\n" + siteUrl + "/care.html");
  }

  private static String words(Risk risk) {
    return risk.name().toLowerCase(Locale.ROOT);
  }

  /** Nobody is there, so everything waits. */
  public void uncovered(Cover cover) {
    var next = cover.nextShift().map(start -> "The next shift begins on " + DAY_AND_TIME.format(start) + ".").orElse("No further shift is planned.");
    var why = cover instanceof Cover.NobodyActive ? "Somebody is on duty, and has not been active." : "Nobody is on duty.";
    alerts.toLead("Hearth: nobody is there", why + " Until somebody is, every new post waits, and members are told so. " + next + "\n"
        + siteUrl + "/rota.html");
  }

  private static String minutes(Risk risk) {
    long minutes = risk.target().toMinutes();
    return minutes < 120 ? minutes + " minutes" : minutes / 60 + " hours";
  }
}
