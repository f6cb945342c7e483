package org.hearth.lambda.dynamo;

import static org.hearth.lambda.dynamo.Attributes.number;
import static org.hearth.lambda.dynamo.Attributes.text;
import static org.hearth.lambda.dynamo.Attributes.texts;
import static org.hearth.lambda.dynamo.Attributes.time;
import static org.hearth.lambda.dynamo.Attributes.truth;

import java.time.Duration;
import org.hearth.forum.care.CareSettings;
import org.hearth.forum.care.Load;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** How moderators are looked after, all of it in one partition of the Moderation table. */
final class CareSchemas {
  static final String CARE = "CARE";
  static final String SETTINGS = "SETTINGS";
  static final String LOAD = "LOAD#";

  private CareSchemas() {}

  static TableSchema<CareSettings> settingsSchema() {
    return RecordSchema.of(CareSettings.class,
            row -> new CareSettings(row.number("budget"), Duration.ofMinutes(row.number("rest")), row.longNumber("rev")))
        .key(settings -> CARE, settings -> SETTINGS)
        .with("budget", settings -> number(settings.budget()))
        .with("rest", settings -> number(settings.rest().toMinutes()))
        .schema();
  }

  static TableSchema<Load> loadSchema() {
    return RecordSchema.of(Load.class,
            row -> new Load(row.after(LOAD, "sk"), row.text("name"), row.time("since"), row.texts("opened"), row.time("restUntil"),
                row.truth("leadTold"), row.time("asked"), row.longNumber("rev")))
        .key(load -> CARE, load -> LOAD + load.moderatorId())
        .with("name", load -> text(load.name()))
        .with("since", load -> time(load.since()))
        .with("opened", load -> texts(load.opened()))
        .with("restUntil", load -> time(load.restUntil()))
        .with("leadTold", load -> truth(load.leadTold()))
        .with("asked", load -> time(load.debriefAskedAt()))
        .schema();
  }
}
