package org.hearth.forum.marks;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Refused;
import org.hearth.forum.Ulid;
import org.hearth.forum.members.Caller;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Groups;

/** Remembers which threads a member follows and how far they read, and tells what is new for them. */
public final class KeepPlace {
  /** What a browser gathers before it sends: a write for every page that is read would cost more than all the posts. */
  public static final int MOST_AT_ONCE = 25;

  /** @param unread whether something was written since the member was there */
  public record Followed(ForumThread thread, ThreadMarks marks, boolean unread) {}

  private final Marks marks;
  private final Groups groups;
  private final Changes changes;
  private final InstantSource clock;

  public KeepPlace(Marks marks, Groups groups, Changes changes, InstantSource clock) {
    this.marks = marks;
    this.groups = groups;
    this.changes = changes;
    this.clock = clock;
  }

  /** What the caller left on a thread. */
  public ThreadMarks of(Caller caller, String threadId) {
    var member = caller.reader();
    return Attempts.of(() -> {
      var ground = marks.ground(member.id(), threadId, null);
      Readable.thread(ground.thread(), groups, member);
      var known = ground.marks().orElseGet(() -> ThreadMarks.none(member.id(), threadId));
      return known.mailedAt() == null ? known : visited(known);
    });
  }

  // Whoever was told by mail is here now, and may be told again.
  private ThreadMarks visited(ThreadMarks known) {
    changes.commit(new Change().save(known.visited()));
    return known.visited();
  }

  public void follow(Caller caller, String threadId, boolean follows) {
    mark(caller.reader(), threadId, known -> known.following() == follows ? known : known.following(follows));
  }

  /**
   * Takes several marks at once.
   *
   * @param readTo the last post that was seen, by the thread's id; threads that the caller can't read are passed over
   */
  public void read(Caller caller, Map<String, String> readTo) {
    var member = caller.reader();
    if (readTo.size() > MOST_AT_ONCE) {
      throw Refused.invalid("read", "Send " + MOST_AT_ONCE + " threads at the most at once.");
    }
    if (!readTo.entrySet().stream().allMatch(mark -> Ulid.is(mark.getKey()) && Ulid.is(mark.getValue()))) {
      throw Refused.invalid("read", "Send the ids of posts by the ids of their threads.");
    }
    var readable = marks.threads(List.copyOf(readTo.keySet())).stream().filter(thread -> Readable.mayRead(thread, groups, member)).toList();
    readable.forEach(thread -> readTo(member, thread.id(), readTo.get(thread.id())));
  }

  // A mark only moves on: an old tab must not make read posts new again.
  private void readTo(Caller.Member member, String threadId, String postId) {
    Attempts.of(() -> {
      var known = marks.find(member.id(), threadId).orElseGet(() -> ThreadMarks.none(member.id(), threadId));
      if (known.readTo() == null || known.readTo().compareTo(postId) < 0) {
        changes.commit(new Change().save(known.read(postId, clock.instant())));
      }
      return null;
    });
  }

  /** The threads that the caller follows, those with something new first. */
  public List<Followed> following(Caller caller) {
    var member = caller.reader();
    var followed = marks.of(member.id()).stream().filter(ThreadMarks::following).toList();
    var threads = marks.threads(followed.stream().map(ThreadMarks::threadId).toList());
    return threads.stream()
        .filter(thread -> Readable.mayRead(thread, groups, member))
        .map(thread -> followed(thread, followed.stream().filter(mark -> mark.threadId().equals(thread.id())).findFirst().orElseThrow()))
        .sorted(Comparator.comparing(Followed::unread).reversed().thenComparing(one -> one.thread().lastActivityAt(), Comparator.reverseOrder()))
        .toList();
  }

  private static Followed followed(ForumThread thread, ThreadMarks mark) {
    boolean unread = mark.readAt() == null || thread.lastActivityAt().isAfter(mark.readAt());
    return new Followed(thread, mark, unread);
  }

  private void mark(Caller.Member member, String threadId, UnaryOperator<ThreadMarks> change) {
    Attempts.of(() -> {
      var ground = marks.ground(member.id(), threadId, null);
      Readable.thread(ground.thread(), groups, member);
      var known = ground.marks().orElseGet(() -> ThreadMarks.none(member.id(), threadId));
      var changed = change.apply(known);
      if (changed != known) {
        changes.commit(new Change().save(changed));
      }
      return null;
    });
  }
}
