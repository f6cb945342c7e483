package org.hearth.lambda.dynamo;

import static org.hearth.lambda.dynamo.Attributes.name;
import static org.hearth.lambda.dynamo.Attributes.number;
import static org.hearth.lambda.dynamo.Attributes.text;
import static org.hearth.lambda.dynamo.Attributes.time;
import static org.hearth.lambda.dynamo.Attributes.truth;

import org.hearth.forum.conversation.Companion;
import org.hearth.forum.conversation.ConversationSettings;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** Who talks with whom, in the Members table: each side with its member. */
final class ConversationSchemas {
  static final String TALK = "TALK#";
  static final String SETTINGS = "CONVERSATIONS";

  private ConversationSchemas() {}

  static TableSchema<Companion> companionSchema() {
    return RecordSchema.of(Companion.class,
            row -> new Companion(row.after(MemberSchemas.MEMBER, "pk"), row.after(TALK, "sk"), row.one(Companion.State.class, "state"), row.time("since"),
                row.number("asked"), row.text("thread"), row.text("group"), row.longNumber("rev")))
        .key(side -> MemberSchemas.MEMBER + side.memberId(), side -> TALK + side.otherId())
        .with("state", side -> name(side.state()))
        .with("since", side -> time(side.since()))
        .with("asked", side -> number(side.asked()))
        .with("thread", side -> text(side.threadId()))
        .with("group", side -> text(side.groupId()))
        .schema();
  }

  static TableSchema<ConversationSettings> settingsSchema() {
    return RecordSchema.of(ConversationSettings.class, row -> new ConversationSettings(row.truth("on"), row.longNumber("rev")))
        .key(settings -> MemberSchemas.KEYS, settings -> SETTINGS)
        .with("on", settings -> truth(settings.on()))
        .schema();
  }
}
