package org.hearth.forum.posting;

import java.time.InstantSource;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.conversation.Conversations;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Limits;

/** Gives a post a new text, which goes through the checks as the first did. What others saw they see until it has passed. */
public final class EditPost {
  private final Posts posts;
  private final Groups groups;
  private final Conversations conversations;
  private final Changes changes;
  private final PostingRules rules;
  private final InstantSource clock;

  public EditPost(Posts posts, Groups groups, Conversations conversations, Changes changes, Limits limits, InstantSource clock) {
    this.posts = posts;
    this.groups = groups;
    this.conversations = conversations;
    this.changes = changes;
    this.rules = new PostingRules(limits);
    this.clock = clock;
  }

  /**
   * @param version the version that the author had before them
   * @throws Refused when it is not the author's, was changed since, or a moderator has taken it down
   */
  public Post by(Caller caller, String threadId, String postId, String text, int version) {
    var member = caller.writer();
    new Wording().require("text", text, Wording.LONGEST_TEXT).check();
    return Attempts.of(() -> {
      var now = clock.instant();
      var place = posts.place(threadId, postId, member.id());
      var thread = PostingRules.readableThread(place.thread().orElseThrow(Refused::notFound), groups, member);
      var post = OwnPost.of(place.post(), member);
      if (post.version() != version) {
        throw new Refused(new Refusal.Changed("This post was changed since you opened it. Load it again and make your change once more."));
      }
      if (post.text().equals(text)) {
        return post;
      }
      PostingRules.requireOpen(thread, conversations);
      if (thread.locked() || post.status() == PostStatus.HIDDEN || post.status() == PostStatus.REMOVED) {
        throw new Refused(new Refusal.Locked("A moderator has closed this, so it can't be changed. You can appeal from your account page."));
      }
      var author = PostingRules.activeAuthor(place.member(), now);
      var group = PostingRules.readableGroup(groups, thread.groupId(), member);
      PostingRules.requireAccess(author, group, member, now);
      var edited = post.edited(text, now);
      changes.commit(new Change().save(edited).add(PostVersion.of(post)).save(author.posted(rules.oneMorePost(author, group, now))));
      return edited;
    });
  }
}
