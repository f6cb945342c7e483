package org.hearth.forum.marks;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearth.forum.Stored;
import org.hearth.forum.posting.ForumThread;

/**
 * How far one member has read the threads that were active last of those they read, all in one item: a write for each thread that
 * is read would cost more than all the posts. It goes with the member.
 *
 * @param marks by the thread's id
 */
public record Reading(String memberId, Map<String, Mark> marks, long revision) implements Stored {
  /** So many fit into two KB, and so each change of it is two write units. */
  public static final int KEPT = 28;

  /**
   * @param readTo the id of the last post that they saw
   * @param lastActivityAt when the thread had been active last, as it told them then
   */
  public record Mark(String readTo, Instant lastActivityAt) {}

  public static Reading none(String memberId) {
    return new Reading(memberId, Map.of(), 0);
  }

  /** With these marks too; the same where they say nothing new. A mark only moves on: an old tab must not make read posts new again. */
  Reading with(Map<String, Mark> seen) {
    var all = new HashMap<>(marks);
    seen.forEach((thread, mark) -> all.merge(thread, mark, Reading::further));
    var kept = all.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.comparing(Mark::lastActivityAt).reversed())).limit(KEPT)
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    return kept.equals(marks) ? this : new Reading(memberId, kept, revision + 1);
  }

  private static Mark further(Mark known, Mark seen) {
    return known.readTo().compareTo(seen.readTo()) < 0 || known.lastActivityAt().isBefore(seen.lastActivityAt()) ? seen : known;
  }

  Optional<String> readTo(String threadId) {
    return Optional.ofNullable(marks.get(threadId)).map(Mark::readTo);
  }

  /** Whether something was written since. Where the mark is no longer kept, what is older than all that are counts as read. */
  boolean isNewIn(ForumThread thread) {
    var mark = marks.get(thread.id());
    return mark != null ? thread.lastActivityAt().isAfter(mark.lastActivityAt()) : marks.size() < KEPT || thread.lastActivityAt().isAfter(earliest());
  }

  private Instant earliest() {
    return marks.values().stream().map(Mark::lastActivityAt).min(Comparator.naturalOrder()).orElse(Instant.MIN);
  }
}
