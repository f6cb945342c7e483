package org.hearth.forum.posting;

import java.util.List;
import java.util.Locale;
import org.hearth.forum.Ulid;

/**
 * The space of a conversation between two members: a group of its own that stands in no list and is kept nowhere. To belong to it is to
 * be one of the two; its id says all else.
 */
public final class BetweenTwo {
  public static final String TITLE = "A conversation between two";
  private static final String MARK = "talk-";
  private static final int FIRST_MESSAGES = 3;

  private BetweenTwo() {}

  /** Whether it is the id of such a space; no other group's id begins like one. */
  public static boolean is(String groupId) {
    return groupId != null && groupId.startsWith(MARK);
  }

  /** A space for two, with the one thread in it, which is there before anybody has written. */
  public static ForumThread thread(String id) {
    return new ForumThread(id, MARK + id.toLowerCase(Locale.ROOT), TITLE, null, "", true, 0, Ulid.time(id), false, false, 1);
  }

  static Group group(String id) {
    return new Group(id, TITLE, "", Visibility.PRIVATE, FIRST_MESSAGES, List.of(), 0, Checks.STANDARD, 1);
  }
}
