package org.hearth.lambda.listing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.hearth.forum.Page;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Notice;
import org.hearth.forum.members.Role;
import org.hearth.forum.moderation.Action;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Organisation;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.posting.PostVersion;
import org.hearth.forum.posting.Reactions;
import org.hearth.lambda.http.Request;
import org.hearth.lambda.json.JsonObject;

/** Groups, threads and posts as a caller may see them. */
public final class Views {
  private Views() {}

  public static <T> JsonObject page(Page<T> page, Function<T, JsonObject> view) {
    return new JsonObject().with("items", page.items().stream().map(view).toList()).withIfPresent("nextCursor", page.next().map(Request::cursor));
  }

  public static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  public static JsonObject group(Group group) {
    return new JsonObject()
        .with("id", group.id())
        .with("name", group.name())
        .with("description", group.description())
        .with("visibility", lower(group.visibility()))
        .with("labels", group.labels());
  }

  public static JsonObject thread(ForumThread thread) {
    return new JsonObject()
        .with("id", thread.id())
        .with("groupId", thread.groupId())
        .with("title", thread.title())
        .with("author", thread.anonymous() ? person(null, thread.authorName(), Role.MEMBER)
            : Organisation.is(thread.authorName()) ? person(null, thread.authorName(), Role.ADMIN)
            : person(thread.authorId(), thread.authorName(), Role.MEMBER))
        .with("labels", thread.labels())
        .with("replyCount", thread.replyCount())
        .with("createdAt", thread.createdAt())
        .with("lastActivityAt", thread.lastActivityAt())
        .with("pinned", thread.pinned())
        .with("locked", thread.locked())
        .withIfPresent("note", thread.note(), Views::note);
  }

  public static JsonObject version(PostVersion version) {
    return new JsonObject()
        .with("version", version.version())
        .with("text", version.text())
        .with("at", version.writtenAt())
        .withIfPresent("redacted", version.redacted() ? true : null);
  }

  public static JsonObject note(ForumThread.Note note) {
    return new JsonObject().with("action", note.action()).with("reason", note.reason()).with("at", note.at());
  }

  /** To its author the newest version and what has become of it; to others the version that is shown. */
  public static JsonObject post(Post post, Caller caller, Instant now) {
    var view = post.writtenBy(caller) || !post.shown() ? newest(post, now) : shown(post);
    return view.withIfPresent("mine", post.writtenBy(caller) ? true : null);
  }

  private static JsonObject shown(Post post) {
    return post(post, post.shownText(), post.shownVersion(), "published").withIfPresent("redacted", post.shownRedacted() ? true : null);
  }

  private static JsonObject newest(Post post, Instant now) {
    return post(post, post.text(), post.version(), toAuthor(post.status()))
        .withIfPresent("redacted", post.status() == PostStatus.REDACTED ? true : null)
        .withIfPresent("reply", post.notice() == null ? null : post.notice().reply())
        .withIfPresent("expectedWaitMinutes", post.status().waits() ? waitMinutes(post, now) : null);
  }

  /** What has become of a post, in a word for its author: whoever is in distress should not read a grade. */
  public static String toAuthor(PostStatus status) {
    return lower(status == PostStatus.ESCALATED ? PostStatus.HELD : status);
  }

  private static int waitMinutes(Post post, Instant now) {
    return post.expectedBy() == null ? 1 : (int) Math.max(0, Duration.between(now, post.expectedBy()).plusSeconds(59).toMinutes());
  }

  private static JsonObject post(Post post, String text, int version, String status) {
    return new JsonObject()
        .with("id", post.id())
        .with("threadId", post.threadId())
        .with("author", person(post.anonymous() || post.official() ? null : post.authorId(), post.authorName(), post.authorRole()))
        .with("text", text)
        .with("version", version)
        .with("status", status)
        .with("createdAt", post.createdAt())
        .withIfPresent("editedAt", post.editedAt())
        .withIfPresent("quotes", post.quotes())
        .with("reactions", reactions(post.reactions()));
  }

  private static JsonObject reactions(Reactions reactions) {
    var counts = new JsonObject();
    reactions.counts().forEach((kind, count) -> counts.with(kind.id(), count));
    return counts;
  }

  private static JsonObject person(String id, String name, Role role) {
    return new JsonObject().withIfPresent("id", id).with("name", name).withIfPresent("role", role == Role.MEMBER ? null : lower(role));
  }

  /** A decision as the member whom it concerns is told. */
  public static JsonObject notice(Notice notice) {
    boolean appealable = notice.mayBeAppealed() && Action.of(notice.action()).filter(Action::appealable).isPresent();
    return new JsonObject()
        .with("id", notice.decisionId())
        .with("action", notice.action())
        .with("rule", notice.rule())
        .with("reason", notice.reason())
        .with("at", notice.at())
        .with("automatic", notice.automatic())
        .with("appealable", appealable)
        .withIfPresent("reply", notice.reply())
        .withIfPresent("appeal", notice.appeal(), appeal -> new JsonObject().with("state", lower(appeal.state())).with("at", appeal.at()));
  }
}
