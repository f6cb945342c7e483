package org.hearth.lambda.rota;

import java.time.Instant;
import java.util.List;
import org.hearth.forum.members.Caller;
import org.hearth.forum.rota.Cover;
import org.hearth.forum.rota.Duty;
import org.hearth.forum.rota.Gap;
import org.hearth.forum.rota.Presence;
import org.hearth.forum.rota.Shift;
import org.hearth.lambda.json.JsonObject;
import org.hearth.lambda.listing.Views;

/** The rota as those who work by it see it. */
final class RotaViews {
  private RotaViews() {}

  static JsonObject duty(Duty duty, Caller.Member reader, Instant now) {
    var rota = duty.rota();
    return new JsonObject()
        .with("inUse", rota.inUse())
        .withIfPresent("since", rota.since())
        .with("windowMinutes", rota.window().toMinutes())
        .with("cover", cover(duty.cover(now)))
        .with("shifts", rota.shifts().stream().filter(shift -> shift.end().isAfter(now)).map(shift -> shift(shift, reader)).toList())
        .with("moderators", duty.presences().stream().filter(known -> known.role().moderates()).map(RotaViews::moderator).toList());
  }

  static JsonObject shift(Shift shift, Caller.Member reader) {
    return new JsonObject()
        .with("id", shift.id())
        .with("moderator", person(shift))
        .with("start", shift.start())
        .with("end", shift.end())
        .with("mine", shift.moderatorId().equals(reader.id()));
  }

  private static JsonObject person(Shift shift) {
    return new JsonObject().with("id", shift.moderatorId()).with("name", shift.moderatorName());
  }

  private static JsonObject moderator(Presence known) {
    return new JsonObject()
        .with("id", known.moderatorId())
        .with("name", known.name())
        .with("role", Views.lower(known.role()))
        .with("lastAtWork", known.at());
  }

  static JsonObject cover(Cover cover) {
    return switch (cover) {
      case Cover.NoRota none -> cover("no-rota", List.of());
      case Cover.Staffed staffed -> cover("staffed", staffed.onDuty());
      case Cover.NobodyOnDuty nobody -> cover("nobody-on-duty", List.of()).withIfPresent("nextShift", nobody.next());
      case Cover.NobodyActive nobody -> cover("nobody-active", nobody.onDuty()).withIfPresent("nextShift", nobody.next());
    };
  }

  private static JsonObject cover(String state, List<Shift> onDuty) {
    return new JsonObject().with("state", state).with("onDuty", onDuty.stream().map(RotaViews::person).toList());
  }

  static JsonObject gap(Gap gap) {
    return new JsonObject().with("since", gap.since()).withIfPresent("until", gap.until());
  }
}
