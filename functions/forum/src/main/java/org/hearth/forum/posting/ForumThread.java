package org.hearth.forum.posting;

import java.time.Instant;
import java.util.List;
import org.hearth.forum.Stored;
import org.hearth.forum.Ulid;
import org.hearth.forum.members.Caller;

/**
 * A thread (the name keeps clear of Java's own).
 *
 * @param authorId null once the author was erased
 * @param authorName the author's pseudonym when the thread was started
 * @param listed whether it stands in its group's list: once its first post was published
 * @param labels content notes, out of the group's list
 * @param aliases how many people have spoken in it anonymously
 * @param replyCount how many replies others can see
 * @param lastActivityAt when the newest visible post became visible
 */
public record ForumThread(
    String id,
    String groupId,
    String title,
    String authorId,
    String authorName,
    boolean listed,
    int replyCount,
    Instant lastActivityAt,
    boolean pinned,
    boolean locked,
    List<String> labels,
    int aliases,
    long revision)
    implements Stored {

  /** A thread without labels. */
  public ForumThread(
      String id, String groupId, String title, String authorId, String authorName, boolean listed, int replyCount, Instant lastActivityAt,
      boolean pinned, boolean locked, long revision) {
    this(id, groupId, title, authorId, authorName, listed, replyCount, lastActivityAt, pinned, locked, List.of(), 0, revision);
  }

  /** Stands where the title stood of a thread whose author was erased and took their words along. */
  public static final String TITLE_TAKEN_BACK = "A conversation that a former member began";

  public static ForumThread started(String id, String groupId, String title, List<String> labels, String authorId, String authorName) {
    return new ForumThread(id, groupId, title, authorId, authorName, false, 0, Ulid.time(id), false, false, labels, Alias.is(authorName) ? 1 : 0, 1);
  }

  /** Without the name of whoever started it, who was erased. */
  public ForumThread unnamed() {
    return new ForumThread(id, groupId, title, null, Post.FORMER_MEMBER, listed, replyCount, lastActivityAt, pinned, locked, labels, aliases, revision + 1);
  }

  /** Without the name and the words of whoever started it. */
  public ForumThread erased(long newRevision) {
    return new ForumThread(id, groupId, TITLE_TAKEN_BACK, null, Post.FORMER_MEMBER, listed, replyCount, lastActivityAt, pinned, locked, labels, aliases, newRevision);
  }

  /** Whether others are not to know who started it. */
  public boolean anonymous() {
    return Alias.is(authorName);
  }

  ForumThread withOneMoreAlias() {
    return new ForumThread(id, groupId, title, authorId, authorName, listed, replyCount, lastActivityAt, pinned, locked, labels, aliases + 1,
        revision + 1);
  }

  public Instant createdAt() {
    return Ulid.time(id);
  }

  /** One that is not listed is known to its author and to moderators, and to nobody else. */
  public boolean mayBeKnownBy(Caller caller) {
    return listed || caller instanceof Caller.Member member && (member.role().moderates() || member.id().equals(authorId));
  }

  /** The thread after one of its posts came to be seen or ceased to be. */
  public ForumThread following(Post before, Post after, Instant now) {
    if (before.shown() == after.shown()) {
      return this;
    }
    boolean nowListed = after.opening() ? after.shown() || replyCount > 0 && after.status() == PostStatus.DELETED : listed;
    int replies = after.opening() ? replyCount : Math.max(0, replyCount + (after.shown() ? 1 : -1));
    var activity = after.shown() ? now : lastActivityAt;
    return new ForumThread(id, groupId, title, authorId, authorName, nowListed, replies, activity, pinned, locked, labels, aliases, revision + 1);
  }
}
