package org.hearth.forum.posting;

import java.time.InstantSource;
import java.util.Optional;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Fingerprint;
import org.hearth.forum.Ids;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.Ulid;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.conversation.Conversations;
import org.hearth.forum.marks.Marks;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Limits;

/** Writes a reply in a thread. It waits for its check before others see it. */
public final class Reply {
  private final Posts posts;
  private final Groups groups;
  private final Conversations conversations;
  private final NewPosts newPosts;

  public Reply(Posts posts, Marks marks, Groups groups, Conversations conversations, Changes changes, Auditing audit, Limits limits, Ids ids, InstantSource clock) {
    this.posts = posts;
    this.groups = groups;
    this.conversations = conversations;
    this.newPosts = new NewPosts(posts, marks, changes, audit, limits, ids, clock);
  }

  /**
   * @param draft without a title
   * @param key the client's Idempotency-Key, or null; with the same key and draft the same post comes back
   * @return the post, pending
   * @throws Refused when the caller may not, the thread is not there for them, or the text can't be kept
   */
  public Post by(Caller caller, String threadId, Draft draft, String key) {
    var member = caller.writer();
    var wording = new Wording().require("text", draft.text(), Wording.LONGEST_TEXT);
    draft.check(member, wording);
    wording.check();
    var sending = new NewPosts.Sending(member, draft, key, Fingerprint.of(draft.parts("reply", threadId)));
    return newPosts.once(threadId, sending, sent -> sent, ground -> write(sending, ground));
  }

  /** Replies under the caller's own name, to no post in particular. */
  public Post by(Caller caller, String threadId, String text, String key) {
    return by(caller, threadId, Draft.reply(text), key);
  }

  private Post write(NewPosts.Sending sending, Posts.Ground ground) {
    var now = newPosts.now();
    var member = sending.member();
    var draft = sending.draft();
    var thread = PostingRules.readableThread(ground.thread().orElseThrow(Refused::notFound), groups, member);
    var group = PostingRules.writableGroup(groups, thread.groupId(), member);
    PostingRules.requireOpen(thread, conversations);
    if (thread.locked()) {
      throw new Refused(new Refusal.Locked("A moderator has closed this thread. You can still read it."));
    }
    var author = newPosts.author(ground, group, member, now);
    if (BetweenTwo.is(group.id())) {
      underOnesOwnName(draft);
    }
    var change = new Change();
    var name = newPosts.names().inReply(draft, author.profile(), thread, change);
    var post = new Post(newPosts.id(now), thread.id(), group.id(), member.id(), name, NewPosts.shownRole(draft, member), null, draft.text(), 1,
        PostStatus.PENDING, null, null, false, null, null, quoted(draft, thread), Reactions.NONE, 1);
    newPosts.commit(change, post, author, sending, now);
    return post;
  }

  private static void underOnesOwnName(Draft draft) {
    new Wording()
        .because(draft.anonymous(), "anonymous", "There are only the two of you here. Write under your name.")
        .because(draft.official(), "official", "There are only the two of you here. Write under your name.")
        .check();
  }

  private String quoted(Draft draft, ForumThread thread) {
    if (draft.quotes() == null) {
      return null;
    }
    return Optional.of(draft.quotes()).filter(Ulid::is).flatMap(id -> posts.find(thread.id(), id)).filter(Post::shown).map(Post::id)
        .orElseThrow(() -> Refused.invalid("quotes", "The post that you answer is not there any more. Send this without it."));
  }
}
