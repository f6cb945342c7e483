package org.hearth.forum.members;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearth.forum.Stored;

/**
 * A member under their pseudonym.
 *
 * @param groups the restricted groups that they were let into
 * @param accessEnds when they belong to such a group no longer, by its id; a group that is not named here is theirs for good
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
    Map<String, Instant> accessEnds,
    Instant joinedAt,
    int publishedCount,
    Window posting,
    Window reporting,
    Notice notice,
    long revision)
    implements Stored {

  /** Somebody whose access to groups does not end. */
  public Profile(
      String id, String name, Role role, Standing standing, Set<String> groups, Instant joinedAt, int publishedCount, Window posting, Window reporting,
      Notice notice, long revision) {
    this(id, name, role, standing, groups, Map.of(), joinedAt, publishedCount, posting, reporting, notice, revision);
  }

  public static Profile joining(String id, String name, Role role, Instant now) {
    return new Profile(id, name, role, Standing.GOOD, Set.of(), now, 0, Window.EMPTY, Window.EMPTY, null, 1);
  }

  /** Somebody who comes back after they were erased comes back as they were allowed to when they left. */
  Profile keeping(Standing before) {
    return new Profile(id, name, role, before, groups, accessEnds, joinedAt, publishedCount, posting, reporting, notice, revision);
  }

  public boolean newcomer(int firstPosts) {
    return publishedCount < firstPosts && role == Role.MEMBER;
  }

  public Profile named(String newName, Role newRole) {
    return new Profile(id, newName, newRole, standing, groups, accessEnds, joinedAt, publishedCount, posting, reporting, notice, revision + 1);
  }

  /** The restricted groups that they belong to at that time. */
  public Set<String> groupsAt(Instant now) {
    return groups.stream().filter(group -> belongs(group, now)).collect(Collectors.toUnmodifiableSet());
  }

  public boolean belongs(String groupId, Instant now) {
    var end = accessEnds.get(groupId);
    return groups.contains(groupId) && (end == null || now.isBefore(end));
  }

  /** @param until when the access ends; null for good */
  public Profile letInto(String groupId, Instant until) {
    var belonging = new HashSet<>(groups);
    belonging.add(groupId);
    var ends = new HashMap<>(accessEnds);
    ends.remove(groupId);
    if (until != null) {
      ends.put(groupId, until);
    }
    return in(belonging, ends);
  }

  public Profile without(String groupId) {
    var belonging = new HashSet<>(groups);
    belonging.remove(groupId);
    var ends = new HashMap<>(accessEnds);
    ends.remove(groupId);
    return in(belonging, ends);
  }

  private Profile in(Set<String> belonging, Map<String, Instant> ends) {
    return new Profile(id, name, role, standing, Set.copyOf(belonging), Map.copyOf(ends), joinedAt, publishedCount, posting, reporting, notice,
        revision + 1);
  }

  public Profile counting(int publishedMore) {
    int count = Math.max(0, publishedCount + publishedMore);
    return new Profile(id, name, role, standing, groups, accessEnds, joinedAt, count, posting, reporting, notice, revision + 1);
  }

  public Profile posted(Window window) {
    return new Profile(id, name, role, standing, groups, accessEnds, joinedAt, publishedCount, window, reporting, notice, revision + 1);
  }

  public Profile reported(Window window) {
    return new Profile(id, name, role, standing, groups, accessEnds, joinedAt, publishedCount, posting, window, notice, revision + 1);
  }

  public Profile told(Notice newNotice) {
    return sanctioned(standing, newNotice, 0);
  }

  public Profile sanctioned(Standing newStanding, Notice newNotice, int publishedMore) {
    int count = Math.max(0, publishedCount + publishedMore);
    return new Profile(id, name, role, newStanding, groups, accessEnds, joinedAt, count, posting, reporting, newNotice, revision + 1);
  }
}
