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
 * What one member has left on one thread for themselves: their reactions, whether they follow it, and the name under which they
 * speak in it anonymously. It goes with the member. How far they read it is in {@link Reading}.
 *
 * @param reactions by the post's id; a post without any is not in it
 * @param mailedAt when they were last told of something new in it by mail; null once they have been here since
 * @param alias what others see instead of their name; null when they have not spoken here anonymously
 */
public record ThreadMarks(
    String memberId, String threadId, Map<String, Set<Reaction>> reactions, boolean following, String alias, Instant mailedAt, long revision)
    implements Stored {

  public static ThreadMarks none(String memberId, String threadId) {
    return new ThreadMarks(memberId, threadId, Map.of(), false, null, null, 0);
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
    return new ThreadMarks(memberId, threadId, Map.copyOf(changed), following, alias, mailedAt, revision + 1);
  }

  public ThreadMarks following(boolean follows) {
    return new ThreadMarks(memberId, threadId, reactions, follows, alias, mailedAt, revision + 1);
  }

  public ThreadMarks speakingAs(String name) {
    return new ThreadMarks(memberId, threadId, reactions, following, name, mailedAt, revision + 1);
  }

  /** Whether the member can be told by mail of something new: once until they come. */
  public boolean mayBeTold() {
    return mailedAt == null;
  }

  public ThreadMarks mailed(Instant at) {
    return new ThreadMarks(memberId, threadId, reactions, following, alias, at, revision + 1);
  }

  ThreadMarks visited() {
    return new ThreadMarks(memberId, threadId, reactions, following, alias, null, revision + 1);
  }
}
