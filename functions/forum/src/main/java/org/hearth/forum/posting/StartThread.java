package org.hearth.forum.posting;

import java.time.InstantSource;
import java.util.Set;
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
  private final NewPosts newPosts;

  public StartThread(Posts posts, Marks marks, Groups groups, Changes changes, Auditing audit, Limits limits, Ids ids, InstantSource clock) {
    this.posts = posts;
    this.groups = groups;
    this.newPosts = new NewPosts(posts, marks, changes, audit, limits, ids, clock);
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
    var sending = new NewPosts.Sending(member, draft, key, Fingerprint.of(draft.parts("thread", groupId)));
    return newPosts.once(null, sending, this::startedBefore, ground -> write(sending, ground, group));
  }

  private Started startedBefore(Post opening) {
    return new Started(posts.thread(opening.threadId()).orElseThrow(Refused::notFound), opening);
  }

  /** Starts a thread without labels, under the caller's own name. */
  public Started by(Caller caller, String groupId, String title, String text, String key) {
    return by(caller, groupId, Draft.thread(title, text), key);
  }

  private Started write(NewPosts.Sending sending, Posts.Ground ground, Group group) {
    var now = newPosts.now();
    var member = sending.member();
    var draft = sending.draft();
    var author = newPosts.author(ground, group, member, now);
    var change = new Change();
    var threadId = newPosts.id(now);
    var name = newPosts.names().inThread(draft, author.profile(), threadId, change);
    var title = draft.title().strip();
    var thread = ForumThread.started(threadId, group.id(), title, draft.labels(), member.id(), name);
    var post = new Post(newPosts.id(now), threadId, group.id(), member.id(), name, NewPosts.shownRole(draft, member), title, draft.text(), 1,
        PostStatus.PENDING, null, null, false, null, null, 1);
    newPosts.commit(change.add(thread), post, author, sending, now);
    return new Started(thread, post);
  }
}
