package org.hearth.forum.posting;

import java.time.InstantSource;
import java.util.Set;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Fingerprint;
import org.hearth.forum.Ids;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.marks.Marks;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Limits;

/** Starts a thread with its opening post. It is listed once that post has passed its check. */
public final class StartThread {

  public record Started(ForumThread thread, Post post) {}

  private final Posts posts;
  private final Groups groups;
  private final Changes changes;
  private final Auditing audit;
  private final PostingRules rules;
  private final Name names;
  private final Ids ids;
  private final InstantSource clock;

  public StartThread(Posts posts, Marks marks, Groups groups, Changes changes, Auditing audit, Limits limits, Ids ids, InstantSource clock) {
    this.posts = posts;
    this.groups = groups;
    this.changes = changes;
    this.audit = audit;
    this.rules = new PostingRules(limits);
    this.names = new Name(marks);
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param key the client's Idempotency-Key, or null; with the same key and draft the same thread comes back
   * @throws Refused when the caller may not, the group is not there for them, or the words can't be kept
   */
  public Started by(Caller caller, String groupId, Draft draft, String key) {
    var member = caller.writer();
    if (BetweenTwo.is(groupId)) {
      throw Refused.notFound();
    }
    var group = PostingRules.writableGroup(groups, groupId, member);
    var wording = new Wording()
        .require("title", draft.title(), Wording.LONGEST_TITLE)
        .because(draft.title() != null && draft.title().chars().anyMatch(c -> c == '\n' || c == '\r'), "title", "A title is one line. Put the rest in the text.")
        .require("text", draft.text(), Wording.LONGEST_TEXT)
        .because(!group.labels().containsAll(draft.labels()) || Set.copyOf(draft.labels()).size() < draft.labels().size(), "labels",
            "Choose labels from this group’s list, each once.");
    draft.check(member, wording);
    wording.check();
    var fingerprint = Fingerprint.of(draft.parts("thread", groupId));
    return Attempts.of(() -> {
      var ground = posts.ground(null, member.id(), key);
      if (ground.sent().isPresent()) {
        var post = Reply.alreadySent(posts, ground.sent().get(), fingerprint);
        return new Started(posts.thread(post.threadId()).orElseThrow(Refused::notFound), post);
      }
      return write(member, ground, group, draft, key, fingerprint);
    });
  }

  /** Starts a thread without labels, under the caller's own name. */
  public Started by(Caller caller, String groupId, String title, String text, String key) {
    return by(caller, groupId, Draft.thread(title, text), key);
  }

  private Started write(Caller.Member member, Posts.Ground ground, Group group, Draft draft, String key, String fingerprint) {
    var now = clock.instant();
    var author = PostingRules.activeAuthor(ground.author(), now);
    PostingRules.requireAccess(author, group, member, now);
    var window = rules.oneMorePost(author, group, now);
    var change = new Change();
    var threadId = ids.at(now);
    var name = names.inThread(draft, author, threadId, change);
    var title = draft.title().strip();
    var thread = ForumThread.started(threadId, group.id(), title, draft.labels(), author.id(), name);
    var post = new Post(ids.at(now), threadId, group.id(), author.id(), name, Reply.shownRole(draft, member), title, draft.text(), 1,
        PostStatus.PENDING, null, null, false, null, null, 1);
    Reply.noteOfficial(change, draft, post, now, audit);
    changes.commit(Reply.rememberKey(change.add(thread).add(post).save(author.posted(window)), key, fingerprint, post, now));
    return new Started(thread, post);
  }
}
