package org.hearth.forum.posting;

import java.time.Instant;
import java.time.InstantSource;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Fingerprint;
import org.hearth.forum.Ids;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Limits;

/** Writes a reply in a thread. It waits for its check before others see it. */
public final class Reply {
  private final Posts posts;
  private final Groups groups;
  private final Changes changes;
  private final PostingRules rules;
  private final Ids ids;
  private final InstantSource clock;

  public Reply(Posts posts, Groups groups, Changes changes, Limits limits, Ids ids, InstantSource clock) {
    this.posts = posts;
    this.groups = groups;
    this.changes = changes;
    this.rules = new PostingRules(limits);
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param key the client's Idempotency-Key, or null; with the same key and text the same post comes back
   * @return the post, pending
   * @throws Refused when the caller may not, the thread is not there for them, or the text can't be kept
   */
  public Post by(Caller caller, String threadId, String text, String key) {
    var member = caller.writer();
    new Wording().require("text", text, Wording.LONGEST_TEXT).check();
    var fingerprint = Fingerprint.of("reply", threadId, text);
    return Attempts.of(() -> {
      var ground = posts.ground(threadId, member.id(), key);
      if (ground.sent().isPresent()) {
        return alreadySent(posts, ground.sent().get(), fingerprint);
      }
      return write(member, ground, text, key, fingerprint);
    });
  }

  private Post write(Caller.Member member, Posts.Ground ground, String text, String key, String fingerprint) {
    var now = clock.instant();
    var thread = PostingRules.readableThread(ground.thread().orElseThrow(Refused::notFound), groups, member);
    var group = PostingRules.writableGroup(groups, thread.groupId(), member);
    if (thread.locked()) {
      throw new Refused(new Refusal.Locked("A moderator has closed this thread. You can still read it."));
    }
    var author = PostingRules.activeAuthor(ground, now);
    var window = rules.oneMorePost(author, group, now);
    var post = new Post(ids.at(now), thread.id(), group.id(), author.id(), author.name(), member.role(), null, text, 1,
        PostStatus.PENDING, null, null, false, null, null, 1);
    changes.commit(rememberKey(new Change().add(post).save(author.posted(window)), key, fingerprint, post, now));
    return post;
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
