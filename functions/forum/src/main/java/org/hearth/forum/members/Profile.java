package org.hearth.forum.members;

import java.time.Instant;
import java.util.Set;
import org.hearth.forum.Stored;

/**
 * A member under their pseudonym.
 *
 * @param groups the restricted groups that they belong to
 * @param publishedCount how many of their posts are to be seen now
 * @param posting how often they posted of late
 * @param reporting how often they reported of late
 * @param notice the decision that their standing rests on, or the last warning; null when there was none
 */
public record Profile(
    String id,
    String name,
    Role role,
    Standing standing,
    Set<String> groups,
    Instant joinedAt,
    int publishedCount,
    Window posting,
    Window reporting,
    Notice notice,
    long revision)
    implements Stored {

  public static Profile joining(String id, String name, Role role, Instant now) {
    return new Profile(id, name, role, Standing.GOOD, Set.of(), now, 0, Window.EMPTY, Window.EMPTY, null, 1);
  }

  /** Somebody who comes back after they were erased comes back as they were allowed to when they left. */
  Profile keeping(Standing before) {
    return new Profile(id, name, role, before, groups, joinedAt, publishedCount, posting, reporting, notice, revision);
  }

  public boolean newcomer(int firstPosts) {
    return publishedCount < firstPosts && role == Role.MEMBER;
  }

  public Profile named(String newName, Role newRole) {
    return new Profile(id, newName, newRole, standing, groups, joinedAt, publishedCount, posting, reporting, notice, revision + 1);
  }

  public Profile in(Set<String> newGroups) {
    return new Profile(id, name, role, standing, Set.copyOf(newGroups), joinedAt, publishedCount, posting, reporting, notice, revision + 1);
  }

  public Profile counting(int publishedMore) {
    int count = Math.max(0, publishedCount + publishedMore);
    return new Profile(id, name, role, standing, groups, joinedAt, count, posting, reporting, notice, revision + 1);
  }

  public Profile posted(Window window) {
    return new Profile(id, name, role, standing, groups, joinedAt, publishedCount, window, reporting, notice, revision + 1);
  }

  public Profile reported(Window window) {
    return new Profile(id, name, role, standing, groups, joinedAt, publishedCount, posting, window, notice, revision + 1);
  }

  public Profile told(Notice newNotice) {
    return sanctioned(standing, newNotice, 0);
  }

  public Profile sanctioned(Standing newStanding, Notice newNotice, int publishedMore) {
    int count = Math.max(0, publishedCount + publishedMore);
    return new Profile(id, name, role, newStanding, groups, joinedAt, count, posting, reporting, newNotice, revision + 1);
  }
}
