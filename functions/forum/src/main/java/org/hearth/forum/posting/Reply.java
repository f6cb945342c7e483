package org.hearth.forum.posting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Fingerprint;
import org.hearth.forum.Ids;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.Ulid;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.conversation.Conversations;
import org.hearth.forum.marks.Marks;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Limits;
import org.hearth.forum.members.Role;

/** Writes a reply in a thread. It waits for its check before others see it. */
public final class Reply {
  private final Posts posts;
  private final Groups groups;
  private final Conversations conversations;
  private final Changes changes;
  private final Auditing audit;
  private final PostingRules rules;
  private final Name names;
  private final Ids ids;
  private final InstantSource clock;

  public Reply(Posts posts, Marks marks, Groups groups, Conversations conversations, Changes changes, Auditing audit, Limits limits, Ids ids, InstantSource clock) {
    this.posts = posts;
    this.groups = groups;
    this.conversations = conversations;
    this.changes = changes;
    this.audit = audit;
    this.rules = new PostingRules(limits);
    this.names = new Name(marks);
    this.ids = ids;
    this.clock = clock;
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
    var fingerprint = Fingerprint.of(draft.parts("reply", threadId));
    return Attempts.of(() -> {
      var ground = posts.ground(threadId, member.id(), key);
      if (ground.sent().isPresent()) {
        return alreadySent(posts, ground.sent().get(), fingerprint);
      }
      return write(member, ground, draft, key, fingerprint);
    });
  }

  /** Replies under the caller's own name, to no post in particular. */
  public Post by(Caller caller, String threadId, String text, String key) {
    return by(caller, threadId, Draft.reply(text), key);
  }

  private Post write(Caller.Member member, Posts.Ground ground, Draft draft, String key, String fingerprint) {
    var now = clock.instant();
    var thread = PostingRules.readableThread(ground.thread().orElseThrow(Refused::notFound), groups, member);
    var group = PostingRules.writableGroup(groups, thread.groupId(), member);
    PostingRules.requireOpen(thread, conversations);
    if (thread.locked()) {
      throw new Refused(new Refusal.Locked("A moderator has closed this thread. You can still read it."));
    }
    var author = PostingRules.activeAuthor(ground.author(), now);
    PostingRules.requireAccess(author, group, member, now);
    var window = rules.oneMorePost(author, group, now);
    if (BetweenTwo.is(group.id())) {
      underOnesOwnName(draft);
    }
    var change = new Change();
    var name = names.inReply(draft, author, thread, change);
    var post = new Post(ids.at(now), thread.id(), group.id(), author.id(), name, shownRole(draft, member), null, draft.text(), 1,
        PostStatus.PENDING, null, null, false, null, null, quoted(draft, thread), Reactions.NONE, 1);
    noteOfficial(change, draft, post, now, audit);
    changes.commit(rememberKey(change.add(post).save(author.posted(window)), key, fingerprint, post, now));
    return post;
  }

  private static void underOnesOwnName(Draft draft) {
    new Wording()
        .because(draft.anonymous(), "anonymous", "There are only the two of you here. Write under your name.")
        .because(draft.official(), "official", "There are only the two of you here. Write under your name.")
        .check();
  }

  // A role would narrow down who it is.
  static Role shownRole(Draft draft, Caller.Member member) {
    return draft.anonymous() ? Role.MEMBER : draft.official() ? Role.ADMIN : member.role();
  }

  // Others see the organisation's name; the log says who used it.
  static void noteOfficial(Change change, Draft draft, Post post, Instant now, Auditing audit) {
    if (draft.official()) {
      audit.to(change, now, post.authorId(), Audited.POSTED_AS_ORGANISATION, post.id(), null);
    }
  }

  private String quoted(Draft draft, ForumThread thread) {
    if (draft.quotes() == null) {
      return null;
    }
    return Optional.of(draft.quotes()).filter(Ulid::is).flatMap(id -> posts.find(thread.id(), id)).filter(Post::shown).map(Post::id)
        .orElseThrow(() -> Refused.invalid("quotes", "The post that you answer is not there any more. Send this without it."));
  }

  static Post alreadySent(Posts posts, SentKey sent, String fingerprint) {
    if (!sent.fingerprint().equals(fingerprint)) {
      throw new Refused(new Refusal.KeyReused());
    }
    return posts.find(sent.threadId(), sent.postId()).orElseThrow(Refused::notFound);
  }

  static Change rememberKey(Change change, String key, String fingerprint, Post post, Instant now) {
    return key == null
        ? change
        : change.add(new SentKey(post.authorId(), key, fingerprint, post.threadId(), post.id(), now.plus(SentKey.KEPT), 1));
  }
}
