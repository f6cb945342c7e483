package org.hearth.forum.posting;

import java.time.Instant;
import java.util.Optional;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.conversation.Conversations;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Limits;
import org.hearth.forum.members.Profile;
import org.hearth.forum.members.Window;

/** What holds for every kind of writing. */
final class PostingRules {
  private final Limits limits;

  PostingRules(Limits limits) {
    this.limits = limits;
  }

  /** The profile says more than the session does: a ban is in it at once. */
  static Profile activeAuthor(Optional<Profile> known, Instant now) {
    var profile = known.orElseThrow(() -> new Refused(new Refusal.NeedsName()));
    var standing = profile.standing().at(now);
    if (!standing.mayWrite()) {
      throw new Refused(new Refusal.StandingForbids(standing));
    }
    return profile;
  }

  /** The session may be a minute behind the end of somebody's access; the profile, which is written with the post, is not. */
  static void requireAccess(Profile author, Group group, Caller.Member member, Instant now) {
    boolean ended = group.visibility().closed() && !author.belongs(group.id(), now);
    if (ended && !group.mayBeReadBy(new Caller.Member(author.id(), author.name(), member.role(), member.standing(), author.groupsAt(now)))) {
      throw Refused.notFound();
    }
  }

  /**
   * In a conversation between two one writes while the community has them and neither of the two has closed it. Closing writes to both
   * profiles, and so does whoever posts to their own: of the two, one is told to look again.
   */
  static void requireOpen(ForumThread thread, Conversations conversations) {
    if (BetweenTwo.is(thread.groupId()) && thread.locked()) {
      throw new Refused(new Refusal.Locked("This conversation is closed. You can still read it for a while."));
    }
    if (BetweenTwo.is(thread.groupId()) && !conversations.settings().on()) {
      throw new Refused(new Refusal.Locked("This community has no private conversations any more. You can still read this one."));
    }
  }

  Window oneMorePost(Profile author, Group group, Instant now) {
    return author.posting().oneMore(now, limits.postsFor(author, group.newcomerPosts()));
  }

  /** The group, if the caller may know of it. */
  static Group readableGroup(Groups groups, String groupId, Caller caller) {
    return groups.find(groupId).filter(group -> group.mayBeReadBy(caller)).orElseThrow(Refused::notFound);
  }

  /** The thread, if the caller may know of it. */
  static ForumThread readableThread(ForumThread thread, Groups groups, Caller caller) {
    readableGroup(groups, thread.groupId(), caller);
    if (!thread.mayBeKnownBy(caller)) {
      throw Refused.notFound();
    }
    return thread;
  }

  static Group writableGroup(Groups groups, String groupId, Caller.Member member) {
    var group = readableGroup(groups, groupId, member);
    if (!group.mayBeWrittenBy(member)) {
      throw new Refused(new Refusal.WrongRole());
    }
    return group;
  }
}
