package org.hearth.forum.posting;

import java.time.Instant;
import java.util.Set;
import org.hearth.forum.Stored;
import org.hearth.forum.Ulid;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Notice;
import org.hearth.forum.members.Role;

/**
 * A post: its newest version, and the version that others see.
 *
 * @param groupId the group in which it was written; its thread says where it stands now
 * @param authorId null once its author was erased
 * @param authorName what the author was called when it was written, or an {@link Alias}
 * @param title the thread's title, on its opening post; else null
 * @param text the newest version as its author wrote it, or as a moderator redacted it
 * @param version counts the texts, from 1
 * @param earlier what others see while a newer version waits; null when they see the newest, or nothing
 * @param ruled whether a person has decided on this post, so that no check alone may publish it again
 * @param expectedBy while a person must look: by when somebody should have; else null
 * @param notice what the author is told of the last decision; null when there was none
 * @param quotes the id of the post in the same thread that it answers; null when it answers none in particular
 */
public record Post(
    String id,
    String threadId,
    String groupId,
    String authorId,
    String authorName,
    Role authorRole,
    String title,
    String text,
    int version,
    PostStatus status,
    Earlier earlier,
    Instant editedAt,
    boolean ruled,
    Instant expectedBy,
    Notice notice,
    String quotes,
    Reactions reactions,
    long revision)
    implements Stored {

  /** A post under its author's name that answers no post in particular and that nobody has reacted to. */
  public Post(
      String id, String threadId, String groupId, String authorId, String authorName, Role authorRole, String title, String text, int version,
      PostStatus status, Earlier earlier, Instant editedAt, boolean ruled, Instant expectedBy, Notice notice, long revision) {
    this(id, threadId, groupId, authorId, authorName, authorRole, title, text, version, status, earlier, editedAt, ruled, expectedBy, notice,
        null, Reactions.NONE, revision);
  }

  /** Whether others are not to know who wrote it. */
  public boolean anonymous() {
    return Alias.is(authorName);
  }

  // Who never was named keeps their alias: another name at the very time when somebody leaves would say whose it was.
  private String nameless() {
    return anonymous() ? authorName : FORMER_MEMBER;
  }

  /** Whether it speaks for the organisation, so that others are not shown who of its people wrote it. */
  public boolean official() {
    return Organisation.is(authorName);
  }

  /** Stands where the name of somebody stood who was erased. */
  public static final String FORMER_MEMBER = "A former member";

  /** A version that is still shown. */
  public record Earlier(String text, int version, boolean redacted) {}

  public boolean opening() {
    return title != null;
  }

  public Instant createdAt() {
    return Ulid.time(id);
  }

  /** Whether others see any version of it. */
  public boolean shown() {
    return status.forOthers() || earlier != null;
  }

  public String shownText() {
    return earlier == null ? text : earlier.text();
  }

  public int shownVersion() {
    return earlier == null ? version : earlier.version();
  }

  public boolean shownRedacted() {
    return earlier == null ? status == PostStatus.REDACTED : earlier.redacted();
  }

  public boolean writtenBy(Caller caller) {
    return caller instanceof Caller.Member member && member.id().equals(authorId);
  }

  /** The text that the checks read: an opening post is read with its title. */
  public String screenedText() {
    return opening() ? title + "\n\n" + text : text;
  }

  /** The author's newer text. What others saw they go on seeing until the new one was checked. */
  public Post edited(String newText, Instant now) {
    var stays = shown() ? new Earlier(shownText(), shownVersion(), shownRedacted()) : null;
    return with(newText, version + 1, PostStatus.PENDING, stays, now, ruled, null, notice);
  }

  /** After its author was erased, who let their words stay: what others see of it is all there is, and nobody's. */
  public Post unnamed() {
    return new Post(id, threadId, groupId, null, nameless(), Role.MEMBER, title, shownText(), shownVersion(),
        shownRedacted() ? PostStatus.REDACTED : PostStatus.PUBLISHED, null, editedAt, ruled, null, null, quotes, reactions, revision + 1);
  }

  /** After its author was erased with their words: a place without anything in it. */
  public Post erased() {
    return new Post(id, threadId, groupId, null, nameless(), Role.MEMBER, opening() ? "" : null, "", version, PostStatus.DELETED,
        null, null, ruled, null, null, null, Reactions.NONE, revision + 1);
  }

  /** After its author took it back: the words are gone. */
  public Post deleted(Instant now) {
    return with("", version + 1, PostStatus.DELETED, null, now, ruled, null, notice);
  }

  /** After checks that let it through. */
  public Post passed() {
    return with(text, version, PostStatus.PUBLISHED, null, editedAt, ruled, null, notice);
  }

  /** When a person must look first, at the newest version; what others saw of it they go on seeing. */
  public Post held(PostStatus heldOrEscalated, Instant by) {
    return with(text, version, heldOrEscalated, earlier, editedAt, ruled, by, notice);
  }

  /** When nobody may see it until a person has looked, not even an earlier version. */
  public Post outOfSight(Instant by) {
    return with(text, version, status.waits() ? status : PostStatus.HELD, null, editedAt, ruled, by, notice);
  }

  /** After a person's decision that shows it. */
  public Post shownAs(PostStatus decided, String decidedText, Notice told) {
    int decidedVersion = decidedText.equals(text) ? version : version + 1;
    return with(decidedText, decidedVersion, decided, null, editedAt, true, null, told);
  }

  /** After a person's decision that takes it from sight. */
  public Post takenAway(PostStatus decided, Notice told) {
    return with(text, version, decided, null, editedAt, true, null, told);
  }

  /** With one reaction more or, at -1, fewer. The words and what has become of them stay as they are. */
  public Post reacted(Reaction kind, int more) {
    return reacted(Set.of(kind), more);
  }

  public Post reacted(Set<Reaction> kinds, int more) {
    return new Post(id, threadId, groupId, authorId, authorName, authorRole, title, text, version, status, earlier, editedAt, ruled, expectedBy,
        notice, quotes, reactions.with(kinds, more), revision + 1);
  }

  /** With what its author is told, and nothing else changed. */
  public Post told(Notice told) {
    return with(text, version, status, earlier, editedAt, ruled, expectedBy, told);
  }

  private Post with(
      String newText, int newVersion, PostStatus newStatus, Earlier newEarlier, Instant edited, boolean isRuled,
      Instant by, Notice told) {
    return new Post(id, threadId, groupId, authorId, authorName, authorRole, title, newText, newVersion, newStatus, newEarlier,
        edited, isRuled, by, told, quotes, reactions, revision + 1);
  }
}
