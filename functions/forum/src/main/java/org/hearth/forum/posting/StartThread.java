package org.hearth.forum.posting;

import java.time.InstantSource;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Fingerprint;
import org.hearth.forum.Ids;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Limits;

/** Starts a thread with its opening post. It is listed once that post has passed its check. */
public final class StartThread {

  public record Started(ForumThread thread, Post post) {}

  private final Posts posts;
  private final Groups groups;
  private final Changes changes;
  private final PostingRules rules;
  private final Ids ids;
  private final InstantSource clock;

  public StartThread(Posts posts, Groups groups, Changes changes, Limits limits, Ids ids, InstantSource clock) {
    this.posts = posts;
    this.groups = groups;
    this.changes = changes;
    this.rules = new PostingRules(limits);
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param key the client's Idempotency-Key, or null; with the same key and words the same thread comes back
   * @throws Refused when the caller may not, the group is not there for them, or the words can't be kept
   */
  public Started by(Caller caller, String groupId, String title, String text, String key) {
    var member = caller.writer();
    var group = PostingRules.writableGroup(groups, groupId, member);
    new Wording()
        .require("title", title, Wording.LONGEST_TITLE)
        .because(title != null && title.chars().anyMatch(c -> c == '\n' || c == '\r'), "title", "A title is one line. Put the rest in the text.")
        .require("text", text, Wording.LONGEST_TEXT)
        .check();
    var fingerprint = Fingerprint.of("thread", groupId, title, text);
    return Attempts.of(() -> {
      var ground = posts.ground(null, member.id(), key);
      if (ground.sent().isPresent()) {
        var post = Reply.alreadySent(posts, ground.sent().get(), fingerprint);
        return new Started(posts.thread(post.threadId()).orElseThrow(Refused::notFound), post);
      }
      return write(member, ground, group, title.strip(), text, key, fingerprint);
    });
  }

  private Started write(Caller.Member member, Posts.Ground ground, Group group, String title, String text, String key, String fingerprint) {
    var now = clock.instant();
    var author = PostingRules.activeAuthor(ground, now);
    var window = rules.oneMorePost(author, group, now);
    var thread = ForumThread.started(ids.at(now), group.id(), title, author.id(), author.name());
    var post = new Post(ids.at(now), thread.id(), group.id(), author.id(), author.name(), member.role(), title, text, 1,
        PostStatus.PENDING, null, null, false, null, null, 1);
    var change = new Change().add(thread).add(post).save(author.posted(window));
    changes.commit(Reply.rememberKey(change, key, fingerprint, post, now));
    return new Started(thread, post);
  }
}
