package org.hearth.forum.drill;

import java.time.Instant;
import java.util.List;
import org.hearth.forum.Stored;
import org.hearth.forum.members.Role;
import org.hearth.forum.posting.Alias;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;

/**
 * An exercise: somebody who does not exist writes that they are in danger, and people find out how long it takes until somebody
 * is there. The post lies in no thread and no group, so that nothing that lists, counts or exports posts can come to it.
 *
 * @param id of the post and of its case
 */
public record Drill(String id, String startedBy, Instant startedAt, long revision) implements Stored {
  /** Not a group: no group's id has capitals. */
  public static final String GROUP = "DRILL";

  /** Each says what the checks must know, and how nobody harms themselves. */
  static final List<String> TEXTS = List.of(
      "I have written the letters. I am going to end my life tonight and nobody will notice.",
      "I can't do this any more. I am going to kill myself tonight, I have decided.",
      "This is goodbye. I have made up my mind, I will end it tonight. I do not want to be alive tomorrow.");

  static Post post(String id, String text) {
    return new Post(id, id, GROUP, null, Alias.of(1), Role.MEMBER, "I don't know where else to write this", text, 1, PostStatus.PENDING, null, null,
        false, null, null, 1);
  }

  public static boolean is(Post post) {
    return GROUP.equals(post.groupId());
  }
}
