package org.hearth.forum.posting;

import java.util.List;
import org.hearth.forum.Stored;
import org.hearth.forum.members.Caller;

/**
 * A place for threads.
 *
 * @param position where it stands among the groups, from 0
 * @param newcomerPosts how many first posts of a member a moderator reads before they are shown
 * @param checks how careful the checks of its posts are
 */
public record Group(
    String id, String name, String description, Visibility visibility, int newcomerPosts, List<String> labels, int position, Checks checks,
    long revision)
    implements Stored {

  /** This group with other checks. */
  public Group checkedBy(Checks other) {
    return new Group(id, name, description, visibility, newcomerPosts, labels, position, other, revision + 1);
  }

  public boolean mayBeReadBy(Caller caller) {
    return switch (caller) {
      case Caller.Visitor visitor -> visibility == Visibility.PUBLIC;
      case Caller.Unnamed unnamed -> visibility == Visibility.PUBLIC;
      case Caller.Member member -> !visibility.closed() || belongs(member) || visibility == Visibility.RESTRICTED && member.role().moderates();
    };
  }

  /** A moderator may write only where they belong: what they do elsewhere, they do through a case. */
  public boolean mayBeWrittenBy(Caller.Member member) {
    return !visibility.closed() || belongs(member);
  }

  /** Whether everybody who may read the other may read this one too, so that what was written here can be shown there. */
  public boolean mayBeReadByAllOf(Group other) {
    return other.id().equals(id) || switch (visibility) {
      case PUBLIC -> true;
      case MEMBERS -> other.visibility() != Visibility.PUBLIC;
      case RESTRICTED, PRIVATE -> false;
    };
  }

  public boolean belongs(Caller.Member member) {
    return member.groups().contains(id);
  }
}
