package org.hearth.lambda.members;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hearth.forum.members.Prefer;
import org.hearth.forum.members.Preferences;
import org.hearth.lambda.http.Body;
import org.hearth.lambda.json.JsonObject;

/** What a member chose for themselves, as they send and read it. */
final class Chosen {
  private Chosen() {}

  /** @param subject to whom mail would go; empty where none can */
  static Prefer.Wish wish(Body body, Optional<String> subject) {
    var mail = new Prefer.MailWish(subject, body.truth("mailReplies"), body.truth("mailDecisions"), body.truth("mailDigest"));
    return new Prefer.Wish(body.optionalNumber("breakDays"), maybe(body, "labels"), maybe(body, "muted"), maybe(body, "hidden"), mail, body.truth("conversations"));
  }

  private static Map<String, String> maybe(Body body, String name) {
    return body.has(name) ? body.textsByName(name) : null;
  }

  /**
   * @param named the filters with what those are called whom they are about
   * @param mailPossible whether mail could be sent to this member
   */
  static JsonObject view(Preferences chosen, Preferences.Filters named, boolean mailPossible, Instant now) {
    return new JsonObject()
        .withIfPresent("breakUntil", chosen.restsUntil(now))
        .with("mail", mail(chosen.mail()).with("possible", mailPossible))
        .with("conversations", chosen.conversations())
        .with("filters", filters(named));
  }

  private static JsonObject mail(Preferences.Mail mail) {
    return new JsonObject().with("replies", mail.replies()).with("decisions", mail.decisions()).with("digest", mail.digest());
  }

  /** All that is kept of it. */
  static JsonObject exported(Preferences chosen, Preferences.Filters named, Instant now) {
    var mail = mail(chosen.mail()).withIfPresent("signInId", chosen.mail().subject()).withIfPresent("nextDigestAt", chosen.mail().digestAt());
    return new JsonObject().withIfPresent("breakUntil", chosen.restsUntil(now)).with("mail", mail).with("conversations", chosen.conversations())
        .with("filters", filters(named));
  }

  static JsonObject filters(Preferences.Filters filters) {
    return new JsonObject().with("labels", texts(filters.labels())).with("muted", texts(filters.muted())).with("hidden", texts(filters.hidden()));
  }

  private static JsonObject texts(Map<String, String> texts) {
    var object = new JsonObject();
    texts.forEach(object::with);
    return object;
  }
}
