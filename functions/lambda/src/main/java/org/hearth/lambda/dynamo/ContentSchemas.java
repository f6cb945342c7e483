package org.hearth.lambda.dynamo;

import static org.hearth.lambda.dynamo.Attributes.name;
import static org.hearth.lambda.dynamo.Attributes.number;
import static org.hearth.lambda.dynamo.Attributes.text;
import static org.hearth.lambda.dynamo.Attributes.textList;
import static org.hearth.lambda.dynamo.Attributes.time;
import static org.hearth.lambda.dynamo.Attributes.truth;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearth.forum.members.Notice;
import org.hearth.forum.members.Role;
import org.hearth.forum.posting.Checks;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.posting.PostVersion;
import org.hearth.forum.posting.Reaction;
import org.hearth.forum.posting.Reactions;
import org.hearth.forum.posting.ScreenPost;
import org.hearth.forum.posting.Visibility;
import org.hearth.forum.resources.Resource;
import org.hearth.forum.screening.Tuning;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the Content table holds. Names of attributes are short where an item is read by the page: bytes are what reading costs. */
final class ContentSchemas {
  static final String GROUPS = "GROUPS";
  static final String THREAD = "THREAD#";
  static final String META = "META";
  static final String POST = "POST#";
  static final String GROUP = "GROUP#";
  static final String PENDING = "PENDING";
  static final String UNANSWERED = "UNANSWERED";
  static final String RESOURCES = "RESOURCES";
  static final String HISTORY = "HISTORY#";

  private ContentSchemas() {}

  static TableSchema<Group> groupSchema() {
    return RecordSchema.of(Group.class, ContentSchemas::group)
        .key(group -> GROUPS, group -> String.format("%04d#%s", group.position(), group.id()))
        .with("name", group -> text(group.name()))
        .with("description", group -> text(group.description()))
        .with("visibility", group -> name(group.visibility()))
        .with("newcomerPosts", group -> number(group.newcomerPosts()))
        .with("labels", group -> textList(group.labels()))
        .with("checks", group -> Attributes.object(group.checks(), ContentSchemas::checks))
        .schema();
  }

  /** Only what a group chose for itself is written, so that it follows the standard in everything else. */
  private static AttributeValue checks(Checks checks) {
    var own = checks.tuning();
    var standard = Tuning.standard();
    return checks.equals(Checks.STANDARD) ? null : Attributes.object()
        .with("concerning", chosen(own.concerning(), standard.concerning()))
        .with("imminent", chosen(own.imminent(), standard.imminent()))
        .with("spam", chosen(own.spam(), standard.spam()))
        .with("abuse", chosen(own.abuse(), standard.abuse()))
        .with("held", textList(own.heldWords()))
        .with("allowed", textList(own.allowedWords()))
        .with("reason", text(checks.reason()))
        .map();
  }

  private static AttributeValue chosen(double own, double standard) {
    return own == standard ? null : AttributeValue.fromN(Double.toString(own));
  }

  private static Checks checks(Row row) {
    var standard = Tuning.standard();
    return new Checks(new Tuning(
        row.fraction("concerning", standard.concerning()), row.fraction("imminent", standard.imminent()), row.fraction("spam", standard.spam()),
        row.fraction("abuse", standard.abuse()), row.textList("held"), row.textList("allowed")), row.text("reason"));
  }

  private static Group group(Row row) {
    var position = row.text("sk").substring(0, 4);
    return new Group(row.after(position + "#", "sk"), row.text("name"), row.text("description"), row.one(Visibility.class, "visibility"),
        row.number("newcomerPosts"), row.textList("labels"), Integer.parseInt(position),
        Optional.ofNullable(row.object("checks", ContentSchemas::checks)).orElse(Checks.STANDARD), row.longNumber("rev"));
  }

  /** Listed threads alone have the keys of the index by group. */
  static TableSchema<ForumThread> threadSchema() {
    return RecordSchema.of(ForumThread.class, ContentSchemas::thread)
        .key(thread -> THREAD + thread.id(), thread -> META)
        .with("grp", thread -> text(thread.groupId()))
        .with("title", thread -> text(thread.title()))
        .with("by", thread -> text(thread.authorId()))
        .with("name", thread -> text(thread.authorName()))
        .with("n", thread -> number(thread.replyCount()))
        .with("pin", thread -> truth(thread.pinned()))
        .with("lock", thread -> truth(thread.locked()))
        .with("labels", thread -> textList(thread.labels()))
        .with("aliases", thread -> thread.aliases() == 0 ? null : number(thread.aliases()))
        .with("act", thread -> time(thread.listed() ? null : thread.lastActivityAt()))
        .with("listKey", thread -> text(thread.listed() ? GROUP + thread.groupId() : null))
        .with("listSort", thread -> text(thread.listed() ? thread.place() : null))
        .with("note", thread -> Attributes.object(thread.note(), ContentSchemas::note))
        .with("own", thread -> thread.ownReplies() == 0 ? null : number(thread.ownReplies()))
        .with("pending", thread -> text(thread.unanswered() ? UNANSWERED : null))
        .with("since", thread -> thread.unanswered() ? number(thread.createdAt().toEpochMilli()) : null)
        .schema();
  }

  private static AttributeValue note(ForumThread.Note note) {
    return Attributes.object().with("action", text(note.action())).with("reason", text(note.reason())).with("at", time(note.at())).map();
  }

  private static ForumThread.Note note(Row row) {
    return new ForumThread.Note(row.text("action"), row.text("reason"), row.time("at"));
  }

  private static ForumThread thread(Row row) {
    var listSort = row.text("listSort");
    var activity = listSort == null ? row.time("act") : ForumThread.activity(listSort);
    return new ForumThread(row.after(THREAD, "pk"), row.text("grp"), row.text("title"), row.text("by"), row.text("name"), listSort != null,
        row.number("n"), activity, row.truth("pin"), row.truth("lock"), row.textList("labels"), row.number("aliases"),
        row.object("note", ContentSchemas::note), row.number("own"), row.longNumber("rev"));
  }

  /** Posts that wait for their check alone have the keys of the index of the pending. */
  static TableSchema<Post> postSchema() {
    return RecordSchema.of(Post.class, ContentSchemas::post)
        .key(post -> THREAD + post.threadId(), post -> POST + post.id())
        .with("grp", post -> text(post.groupId()))
        .with("author", post -> text(post.authorId()))
        .with("name", post -> text(post.authorName()))
        .with("role", post -> post.authorRole() == Role.MEMBER ? null : name(post.authorRole()))
        .with("title", post -> text(post.title()))
        .with("text", post -> text(post.text()))
        .with("v", post -> number(post.version()))
        .with("state", post -> name(post.status()))
        .with("shown", post -> Attributes.object(post.earlier(), ContentSchemas::earlier))
        .with("edited", post -> time(post.editedAt()))
        .with("ruled", post -> truth(post.ruled()))
        .with("by", post -> time(post.expectedBy()))
        .with("notice", post -> Attributes.object(post.notice(), ContentSchemas::notice))
        .with("quotes", post -> text(post.quotes()))
        .with("reactions", post -> reactions(post.reactions()))
        .with("pending", post -> text(post.status() == PostStatus.PENDING ? PENDING : null))
        .with("since", post -> post.status() == PostStatus.PENDING ? number(ScreenPost.waitsSince(post).toEpochMilli()) : null)
        .schema();
  }

  private static Post post(Row row) {
    var role = row.one(Role.class, "role");
    return new Post(row.after(POST, "sk"), row.after(THREAD, "pk"), row.text("grp"), row.text("author"), row.text("name"),
        role == null ? Role.MEMBER : role, row.text("title"), row.text("text"), row.number("v"), row.one(PostStatus.class, "state"),
        row.object("shown", ContentSchemas::earlier), row.time("edited"), row.truth("ruled"), row.time("by"),
        row.object("notice", ContentSchemas::notice), row.text("quotes"), reactions(row), row.longNumber("rev"));
  }

  private static AttributeValue reactions(Reactions reactions) {
    if (reactions.counts().isEmpty()) {
      return null;
    }
    var counts = Attributes.object();
    reactions.counts().forEach((kind, count) -> counts.with(kind.name(), number(count)));
    return counts.map();
  }

  private static Reactions reactions(Row row) {
    var counts = row.object("reactions", given -> Arrays.stream(Reaction.values()).filter(kind -> given.has(kind.name()))
        .collect(Collectors.toMap(Function.identity(), kind -> given.number(kind.name()))));
    return counts == null ? Reactions.NONE : new Reactions(counts);
  }

  /** Apart from its thread, so that reading a page of it costs nothing more. */
  static TableSchema<PostVersion> postVersionSchema() {
    return RecordSchema.of(PostVersion.class, row -> new PostVersion(row.text("thread"), row.after(HISTORY, "pk"), row.number("v"), row.text("text"),
            row.time("at"), row.truth("redacted")))
        .key(version -> HISTORY + version.postId(), version -> String.format("V#%06d", version.version()))
        .with("thread", version -> text(version.threadId()))
        .with("v", version -> number(version.version()))
        .with("text", version -> text(version.text()))
        .with("at", version -> time(version.writtenAt()))
        .with("redacted", version -> truth(version.redacted()))
        .schema();
  }

  private static AttributeValue earlier(Post.Earlier earlier) {
    return Attributes.object().with("text", text(earlier.text())).with("v", number(earlier.version())).with("redacted", truth(earlier.redacted())).map();
  }

  private static Post.Earlier earlier(Row row) {
    return new Post.Earlier(row.text("text"), row.number("v"), row.truth("redacted"));
  }

  static AttributeValue notice(Notice notice) {
    return Attributes.object()
        .with("decision", text(notice.decisionId()))
        .with("action", text(notice.action()))
        .with("rule", text(notice.rule()))
        .with("reason", text(notice.reason()))
        .with("at", time(notice.at()))
        .with("automatic", truth(notice.automatic()))
        .with("appeal", notice.appeal() == null ? null : name(notice.appeal().state()))
        .with("appealedAt", notice.appeal() == null ? null : time(notice.appeal().at()))
        .with("reply", text(notice.reply()))
        .map();
  }

  static Notice notice(Row row) {
    var appeal = row.has("appeal") ? new Notice.Appeal(row.one(Notice.Appeal.State.class, "appeal"), row.time("appealedAt")) : null;
    return new Notice(row.text("decision"), row.text("action"), row.text("rule"), row.text("reason"), row.time("at"), row.truth("automatic"), appeal,
        row.text("reply"));
  }

  static TableSchema<Resource> resourceSchema() {
    return RecordSchema.of(Resource.class, row -> new Resource(row.text("sk"), row.text("title"), row.text("text"), row.text("url"), row.text("region"),
            row.time("review"), row.longNumber("rev")))
        .key(resource -> RESOURCES, Resource::id)
        .with("title", resource -> text(resource.title()))
        .with("text", resource -> text(resource.text()))
        .with("url", resource -> text(resource.url()))
        .with("region", resource -> text(resource.region()))
        .with("review", resource -> time(resource.reviewBy()))
        .schema();
  }
}
