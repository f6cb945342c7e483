package org.hearth.forum.marks;

import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Caller;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Groups;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.Reaction;

/** Says something to a post without words, or takes it back. Twice is once. */
public final class React {
  private final Marks marks;
  private final Groups groups;
  private final Changes changes;

  public React(Marks marks, Groups groups, Changes changes) {
    this.marks = marks;
    this.groups = groups;
    this.changes = changes;
  }

  /** @return the post with the reaction */
  public Post give(Caller caller, String threadId, String postId, String kind) {
    return change(caller.writer(), threadId, postId, known(kind), true);
  }

  /** @return the post without the reaction */
  public Post takeBack(Caller caller, String threadId, String postId, String kind) {
    return change(caller.writer(), threadId, postId, known(kind), false);
  }

  // Whoever moderates a group by invitation without belonging to it is a guest there.
  private void requireCompany(ForumThread thread, Caller.Member member) {
    if (groups.find(thread.groupId()).filter(group -> group.mayBeWrittenBy(member)).isEmpty()) {
      throw new Refused(new Refusal.WrongRole());
    }
  }

  private static Reaction known(String kind) {
    return Reaction.of(kind).orElseThrow(Refused::notFound);
  }

  private Post change(Caller.Member member, String threadId, String postId, Reaction kind, boolean give) {
    return Attempts.of(() -> {
      var ground = marks.ground(member.id(), threadId, postId);
      requireCompany(Readable.thread(ground.thread(), groups, member), member);
      var post = ground.post().filter(Post::shown).orElseThrow(Refused::notFound);
      if (give && post.writtenBy(member)) {
        throw new Refused(new Refusal.Locked("This is your own post. Others can say it for you."));
      }
      var known = ground.marks().orElseGet(() -> ThreadMarks.none(member.id(), threadId));
      if (known.has(postId, kind) == give) {
        return post;
      }
      var reacted = post.reacted(kind, give ? 1 : -1);
      changes.commit(new Change().save(reacted).save(give ? known.with(postId, kind) : known.without(postId, kind)));
      return reacted;
    });
  }
}
