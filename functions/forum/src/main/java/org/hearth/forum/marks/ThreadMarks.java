package org.hearth.forum.marks;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hearth.forum.Stored;
import org.hearth.forum.posting.Reaction;

/**
 * What one member has left on one thread for themselves: their reactions, whether they follow it, how far they read it,
 * and the name under which they speak in it anonymously. It goes with the member.
 *
 * @param reactions by the post's id; a post without any is not in it
 * @param readTo the id of the last post that they saw; null before the first
 * @param alias what others see instead of their name; null when they have not spoken here anonymously
 */
public record ThreadMarks(
    String memberId, String threadId, Map<String, Set<Reaction>> reactions, boolean following, String readTo, Instant readAt, String alias, long revision)
    implements Stored {

  public static ThreadMarks none(String memberId, String threadId) {
    return new ThreadMarks(memberId, threadId, Map.of(), false, null, null, null, 0);
  }

  boolean has(String postId, Reaction kind) {
    return reactions.getOrDefault(postId, Set.of()).contains(kind);
  }

  ThreadMarks with(String postId, Reaction kind) {
    var kinds = kinds(postId);
    kinds.add(kind);
    return with(postId, kinds);
  }

  ThreadMarks without(String postId, Reaction kind) {
    var kinds = kinds(postId);
    kinds.remove(kind);
    return with(postId, kinds);
  }

  public ThreadMarks withoutReactions(String postId) {
    return with(postId, EnumSet.noneOf(Reaction.class));
  }

  private EnumSet<Reaction> kinds(String postId) {
    var kinds = EnumSet.noneOf(Reaction.class);
    kinds.addAll(reactions.getOrDefault(postId, Set.of()));
    return kinds;
  }

  private ThreadMarks with(String postId, EnumSet<Reaction> kinds) {
    var changed = new HashMap<>(reactions);
    if (kinds.isEmpty()) {
      changed.remove(postId);
    } else {
      changed.put(postId, Collections.unmodifiableSet(kinds));
    }
    return new ThreadMarks(memberId, threadId, Map.copyOf(changed), following, readTo, readAt, alias, revision + 1);
  }

  ThreadMarks following(boolean follows) {
    return new ThreadMarks(memberId, threadId, reactions, follows, readTo, readAt, alias, revision + 1);
  }

  ThreadMarks read(String postId, Instant at) {
    return new ThreadMarks(memberId, threadId, reactions, following, postId, at, alias, revision + 1);
  }

  public ThreadMarks speakingAs(String name) {
    return new ThreadMarks(memberId, threadId, reactions, following, readTo, readAt, name, revision + 1);
  }
}
