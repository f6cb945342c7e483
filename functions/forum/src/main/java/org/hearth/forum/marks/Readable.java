package org.hearth.forum.marks;

import java.util.Optional;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Caller;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Groups;

/** Finds a thread for somebody who may read it. */
final class Readable {
  private Readable() {}

  static ForumThread thread(Optional<ForumThread> found, Groups groups, Caller.Member member) {
    return found.filter(thread -> mayRead(thread, groups, member)).orElseThrow(Refused::notFound);
  }

  static boolean mayRead(ForumThread thread, Groups groups, Caller.Member member) {
    boolean known = thread.listed() || member.id().equals(thread.authorId()) || member.role().moderates();
    return known && groups.find(thread.groupId()).filter(group -> group.mayBeReadBy(member)).isPresent();
  }
}
