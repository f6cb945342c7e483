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
 * @param note why a moderator locked or moved it; null when none did, or when it was unlocked since
 * @param ownReplies how many of its visible replies are by whoever started it
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
    Note note,
    int ownReplies,
    long revision)
    implements Stored {

  /**
   * What a moderator did with the conversation, for all who read it.
   *
   * @param action {@code lock} or {@code move}
   * @param reason in the moderator's words
   */
  public record Note(String action, String reason, Instant at) {}

  /** A thread without labels. */
  public ForumThread(
      String id, String groupId, String title, String authorId, String authorName, boolean listed, int replyCount, Instant lastActivityAt,
      boolean pinned, boolean locked, long revision) {
    this(id, groupId, title, authorId, authorName, listed, replyCount, lastActivityAt, pinned, locked, List.of(), 0, null, 0, revision);
  }

  // It sorts after every digit.
  private static final String PINNED = "P";

  /** Stands where the title stood of a thread whose author was erased and took their words along. */
  public static final String TITLE_TAKEN_BACK = "A conversation that a former member began";

  public static ForumThread started(String id, String groupId, String title, List<String> labels, String authorId, String authorName) {
    return new ForumThread(id, groupId, title, authorId, authorName, false, 0, Ulid.time(id), false, false, labels, Alias.is(authorName) ? 1 : 0, null, 0, 1);
  }

  /** Without the name of whoever started it, who was erased. */
  public ForumThread unnamed() {
    return new ForumThread(id, groupId, title, null, nameless(), listed, replyCount, lastActivityAt, pinned, locked, labels, aliases, note, ownReplies,
        revision + 1);
  }

  /** Without the name and the words of whoever started it. */
  public ForumThread erased(long newRevision) {
    return new ForumThread(id, groupId, TITLE_TAKEN_BACK, null, nameless(), listed, replyCount, lastActivityAt, pinned, locked, labels, aliases,
        note, ownReplies, newRevision);
  }

  private String nameless() {
    return anonymous() ? authorName : Post.FORMER_MEMBER;
  }

  /** Whether others are not to know who started it. */
  public boolean anonymous() {
    return Alias.is(authorName);
  }

  ForumThread withOneMoreAlias() {
    return new ForumThread(id, groupId, title, authorId, authorName, listed, replyCount, lastActivityAt, pinned, locked, labels, aliases + 1,
        note, ownReplies, revision + 1);
  }

  public ForumThread pinned(boolean first) {
    return new ForumThread(id, groupId, title, authorId, authorName, listed, replyCount, lastActivityAt, first, locked, labels, aliases, note, ownReplies,
        revision + 1);
  }

  /** @param why null when it is opened again */
  public ForumThread locked(Note why) {
    return new ForumThread(id, groupId, title, authorId, authorName, listed, replyCount, lastActivityAt, pinned, why != null, labels, aliases, why, ownReplies,
        revision + 1);
  }

  public ForumThread movedTo(String otherGroupId, Note why) {
    return new ForumThread(id, otherGroupId, title, authorId, authorName, listed, replyCount, lastActivityAt, pinned, locked, labels, aliases, why, ownReplies,
        revision + 1);
  }

  /** Where it stands in its group's list, as text that sorts backwards: pinned ones first, then the newest activity. */
  public String place() {
    return String.format("%s%013d#%s", pinned ? PINNED : "", lastActivityAt.toEpochMilli(), id);
  }

  /** When it last was active, out of its place. */
  public static Instant activity(String place) {
    return Instant.ofEpochMilli(Long.parseLong(place.substring(place.startsWith(PINNED) ? PINNED.length() : 0, place.indexOf('#'))));
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
    int more = after.opening() ? 0 : after.shown() ? 1 : -1;
    int replies = Math.max(0, replyCount + more);
    int own = authorId != null && authorId.equals(after.authorId()) ? Math.max(0, ownReplies + more) : ownReplies;
    var activity = after.shown() ? now : lastActivityAt;
    return new ForumThread(id, groupId, title, authorId, authorName, nowListed, replies, activity, pinned, locked, labels, aliases, note, own,
        revision + 1);
  }

  /** Whether everybody can see it, may answer it, and nobody but its author has. */
  public boolean unanswered() {
    return listed && !BetweenTwo.is(groupId) && !locked && replyCount <= ownReplies;
  }
}
