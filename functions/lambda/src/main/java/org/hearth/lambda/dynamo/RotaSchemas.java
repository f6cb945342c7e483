package org.hearth.lambda.dynamo;

import static org.hearth.lambda.dynamo.Attributes.list;
import static org.hearth.lambda.dynamo.Attributes.name;
import static org.hearth.lambda.dynamo.Attributes.number;
import static org.hearth.lambda.dynamo.Attributes.text;
import static org.hearth.lambda.dynamo.Attributes.time;
import static org.hearth.lambda.dynamo.Attributes.truth;

import java.time.Duration;
import org.hearth.forum.members.Role;
import org.hearth.forum.rota.Gap;
import org.hearth.forum.rota.Presence;
import org.hearth.forum.rota.Rota;
import org.hearth.forum.rota.Shift;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The rota in the Moderation table: all of it in one partition, so that one query says who is there. */
final class RotaSchemas {
  static final String ROTA = "ROTA";
  static final String PLAN = "PLAN";
  static final String SEEN = "SEEN#";
  static final String GAP = "GAP";

  private RotaSchemas() {}

  static TableSchema<Rota> rotaSchema() {
    return RecordSchema.of(Rota.class, RotaSchemas::rota)
        .key(rota -> ROTA, rota -> PLAN)
        .with("aside", rota -> truth(!rota.inUse()))
        .with("since", rota -> time(rota.since()))
        .with("window", rota -> number(rota.window().toMinutes()))
        .with("shifts", rota -> list(rota.shifts(), RotaSchemas::shift))
        .schema();
  }

  private static Rota rota(Row row) {
    return new Rota(!row.truth("aside"), row.time("since"), Duration.ofMinutes(row.number("window")), row.list("shifts", RotaSchemas::shift),
        row.longNumber("rev"));
  }

  private static AttributeValue shift(Shift shift) {
    return Attributes.object().with("id", text(shift.id())).with("by", text(shift.moderatorId())).with("name", text(shift.moderatorName()))
        .with("start", time(shift.start())).with("end", time(shift.end())).map();
  }

  private static Shift shift(Row row) {
    return new Shift(row.text("id"), row.text("by"), row.text("name"), row.time("start"), row.time("end"));
  }

  static TableSchema<Presence> presenceSchema() {
    return RecordSchema.of(Presence.class,
            row -> new Presence(row.after(SEEN, "sk"), row.text("name"), row.one(Role.class, "role"), row.time("at"), row.longNumber("rev")))
        .key(presence -> ROTA, presence -> SEEN + presence.moderatorId())
        .with("name", presence -> text(presence.name()))
        .with("role", presence -> name(presence.role()))
        .with("at", presence -> time(presence.at()))
        .schema();
  }

  static TableSchema<Gap> gapSchema() {
    return RecordSchema.of(Gap.class,
            row -> new Gap(row.time("since"), row.time("until"), row.longNumber("rev")))
        .key(gap -> ROTA, gap -> GAP)
        .with("since", gap -> time(gap.since()))
        .with("until", gap -> time(gap.until()))
        .schema();
  }
}
