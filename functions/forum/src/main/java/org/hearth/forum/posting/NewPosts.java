package org.hearth.forum.posting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Ids;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.marks.Marks;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Limits;
import org.hearth.forum.members.Profile;
import org.hearth.forum.members.Role;

/** What a reply and the post that begins a thread have in common: who may write it now, and that it is written once for each key. */
final class NewPosts {

  /** A draft on its way, with all that tells whether it has been sent before. */
  record Sending(Caller.Member member, Draft draft, String key, String fingerprint) {}

  /** @param afterwards the author with this post counted against their limit */
  record Author(Profile profile, Profile afterwards) {}

  private final Posts posts;
  private final Changes changes;
  private final Auditing audit;
  private final PostingRules rules;
  private final Name names;
  private final Ids ids;
  private final InstantSource clock;

  NewPosts(Posts posts, Marks marks, Changes changes, Auditing audit, Limits limits, Ids ids, InstantSource clock) {
    this.posts = posts;
    this.changes = changes;
    this.audit = audit;
    this.rules = new PostingRules(limits);
    this.names = new Name(marks);
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param threadId null where there is none yet
   * @param again what to answer when it has been written before
   * @throws Refused when something else was sent with that key
   */
  <T> T once(String threadId, Sending sending, Function<Post, T> again, Function<Posts.Ground, T> write) {
    return Attempts.of(() -> {
      var ground = posts.ground(threadId, sending.member().id(), sending.key());
      return ground.sent().map(sent -> again.apply(alreadySent(sent, sending.fingerprint()))).orElseGet(() -> write.apply(ground));
    });
  }

  private Post alreadySent(SentKey sent, String fingerprint) {
    if (!sent.fingerprint().equals(fingerprint)) {
      throw new Refused(new Refusal.KeyReused());
    }
    return posts.find(sent.threadId(), sent.postId()).orElseThrow(Refused::notFound);
  }

  /** @throws Refused when they may not write there at that time, or have written as much as they may */
  Author author(Posts.Ground ground, Group group, Caller.Member member, Instant now) {
    var author = PostingRules.activeAuthor(ground.author(), now);
    PostingRules.requireAccess(author, group, member, now);
    return new Author(author, author.posted(rules.oneMorePost(author, group, now)));
  }

  // A role would narrow down who it is.
  static Role shownRole(Draft draft, Caller.Member member) {
    return draft.anonymous() ? Role.MEMBER : draft.official() ? Role.ADMIN : member.role();
  }

  /** Writes the post with what else is in the change, with its author and its key. */
  void commit(Change change, Post post, Author author, Sending sending, Instant now) {
    // Others see the organisation's name; the log says who used it.
    if (sending.draft().official()) {
      audit.to(change, now, post.authorId(), Audited.POSTED_AS_ORGANISATION, post.id(), null);
    }
    change.add(post).save(author.afterwards());
    if (sending.key() != null) {
      change.add(new SentKey(post.authorId(), sending.key(), sending.fingerprint(), post.threadId(), post.id(), now.plus(SentKey.KEPT), 1));
    }
    changes.commit(change);
  }

  Instant now() {
    return clock.instant();
  }

  String id(Instant now) {
    return ids.at(now);
  }

  Name names() {
    return names;
  }
}
