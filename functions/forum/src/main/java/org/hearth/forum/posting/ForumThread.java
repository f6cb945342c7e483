package org.hearth.forum.posting;

import java.time.Instant;
import org.hearth.forum.Stored;
import org.hearth.forum.Ulid;
import org.hearth.forum.members.Caller;

/**
 * A thread (the name keeps clear of Java's own).
 *
 * @param authorId null once the author was erased
 * @param authorName the author's pseudonym when the thread was started
 * @param listed whether it stands in its group's list: once its first post was published
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
    long revision)
    implements Stored {

  /** Stands where the title stood of a thread whose author was erased and took their words along. */
  public static final String TITLE_TAKEN_BACK = "A conversation that a former member began";

  public static ForumThread started(String id, String groupId, String title, String authorId, String authorName) {
    return new ForumThread(id, groupId, title, authorId, authorName, false, 0, Ulid.time(id), false, false, 1);
  }

  /** Without the name of whoever started it, who was erased. */
  public ForumThread unnamed() {
    return new ForumThread(id, groupId, title, null, Post.FORMER_MEMBER, listed, replyCount, lastActivityAt, pinned, locked, revision + 1);
  }

  /** Without the name and the words of whoever started it. */
  public ForumThread erased(long newRevision) {
    return new ForumThread(id, groupId, TITLE_TAKEN_BACK, null, Post.FORMER_MEMBER, listed, replyCount, lastActivityAt, pinned, locked, newRevision);
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
    return new ForumThread(id, groupId, title, authorId, authorName, nowListed, replies, activity, pinned, locked, revision + 1);
  }
}
