package org.hearth.lambda.members;

import org.hearth.forum.erasure.AskForErasure;
import org.hearth.forum.erasure.Erasure;
import org.hearth.forum.reporting.Report;
import org.hearth.lambda.json.JsonObject;

/** A member's wish to be erased, what stays for a while, and what they reported, as they read it. */
final class Departure {
  private Departure() {}

  static JsonObject view(AskForErasure.Outlook outlook) {
    return new JsonObject()
        .with("state", outlook.asked().isPresent() ? "waiting" : "none")
        .with("coolingOffDays", Erasure.COOLING_OFF.toDays())
        .withIfPresent("posts", outlook.asked().map(wish -> wish.posts().id()))
        .withIfPresent("askedAt", outlook.asked().map(Erasure::askedAt))
        .withIfPresent("dueAt", outlook.asked().map(Erasure::dueAt))
        .with("kept", outlook.kept().stream().map(Departure::kept).toList());
  }

  private static JsonObject kept(AskForErasure.Kept kept) {
    return new JsonObject().with("what", kept.what()).with("why", kept.why()).withIfPresent("until", kept.until());
  }

  static JsonObject wish(Erasure wish) {
    return new JsonObject().with("posts", wish.posts().id()).with("askedAt", wish.askedAt()).with("dueAt", wish.dueAt());
  }

  static JsonObject report(Report report) {
    return new JsonObject()
        .with("reference", report.reference())
        .with("reason", report.reason().id())
        .withIfPresent("note", report.note())
        .with("at", report.at());
  }
}
