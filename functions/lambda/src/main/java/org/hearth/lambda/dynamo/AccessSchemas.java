package org.hearth.lambda.dynamo;

import static org.hearth.lambda.dynamo.Attributes.number;
import static org.hearth.lambda.dynamo.Attributes.seconds;
import static org.hearth.lambda.dynamo.Attributes.text;
import static org.hearth.lambda.dynamo.Attributes.time;
import static org.hearth.lambda.dynamo.Attributes.truth;

import org.hearth.forum.access.ExtensionRequest;
import org.hearth.forum.access.Invitation;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Invitations in the Members table, all in one partition, as they are few; and each member's requests to stay for longer, with the member. */
final class AccessSchemas {
  static final String INVITATIONS = "INVITATIONS";
  static final String ACCESS = "ACCESS#";
  /** The topic under which requests without an answer are found. */
  static final String WAITING = "ACCESS";

  private AccessSchemas() {}

  static TableSchema<Invitation> invitationSchema() {
    return RecordSchema.of(Invitation.class, AccessSchemas::invitation)
        .key(one -> INVITATIONS, Invitation::id)
        .with("group", one -> text(one.groupId()))
        .with("hash", one -> text(one.hash()))
        .with("by", one -> text(one.createdBy()))
        .with("closes", one -> time(one.expiresAt()))
        .with("uses", one -> number(one.uses()))
        .with("used", one -> number(one.used()))
        .with("until", one -> time(one.stay().until()))
        .with("days", one -> one.stay().days() == null ? null : number(one.stay().days()))
        .with("withdrawn", one -> time(one.withdrawnAt()))
        .with("expiresAt", one -> seconds(one.forgottenAt()))
        .schema();
  }

  private static Invitation invitation(Row row) {
    return new Invitation(row.text("sk"), row.text("group"), row.text("hash"), row.text("by"), row.time("closes"), row.number("uses"), row.number("used"),
        new Invitation.Stay(row.time("until"), row.has("days") ? row.number("days") : null), row.time("withdrawn"), row.longNumber("rev"));
  }

  static TableSchema<ExtensionRequest> extensionRequestSchema() {
    return RecordSchema.of(ExtensionRequest.class, AccessSchemas::request)
        .key(one -> MemberSchemas.MEMBER + one.memberId(), one -> ACCESS + one.groupId())
        .with("note", one -> text(one.note()))
        .with("asked", one -> time(one.askedAt()))
        .with("answer", one -> Attributes.object(one.answer(), AccessSchemas::answer))
        .with(MemberSchemas.TOPIC, one -> text(one.waits() ? WAITING : null))
        .with(MemberSchemas.TOPIC_SORT, one -> text(one.waits() ? MemberSchemas.dueBy(one.askedAt()) + "#" + one.memberId() : null))
        .schema();
  }

  private static ExtensionRequest request(Row row) {
    return new ExtensionRequest(row.after(MemberSchemas.MEMBER, "pk"), row.after(ACCESS, "sk"), row.text("note"), row.time("asked"),
        row.object("answer", AccessSchemas::answer), row.longNumber("rev"));
  }

  private static AttributeValue answer(ExtensionRequest.Answer answer) {
    return Attributes.object().with("granted", truth(answer.granted())).with("until", time(answer.until())).with("reason", text(answer.reason()))
        .with("by", text(answer.by())).with("at", time(answer.at())).map();
  }

  private static ExtensionRequest.Answer answer(Row row) {
    return new ExtensionRequest.Answer(row.truth("granted"), row.time("until"), row.text("reason"), row.text("by"), row.time("at"));
  }
}
