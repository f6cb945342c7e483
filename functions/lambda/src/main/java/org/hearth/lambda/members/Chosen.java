package org.hearth.lambda.members;

import java.time.Instant;
import java.util.Map;
import org.hearth.forum.members.Prefer;
import org.hearth.forum.members.Preferences;
import org.hearth.lambda.http.Body;
import org.hearth.lambda.json.JsonObject;

/** What a member chose for themselves, as they send and read it. */
final class Chosen {
  private Chosen() {}

  static Prefer.Wish wish(Body body) {
    return new Prefer.Wish(body.optionalNumber("breakDays"), maybe(body, "labels"), maybe(body, "muted"), maybe(body, "hidden"));
  }

  private static Map<String, String> maybe(Body body, String name) {
    return body.has(name) ? body.textsByName(name) : null;
  }

  static JsonObject view(Preferences chosen, Instant now) {
    return new JsonObject().withIfPresent("breakUntil", chosen.restsUntil(now)).with("filters", filters(chosen.filters()));
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
