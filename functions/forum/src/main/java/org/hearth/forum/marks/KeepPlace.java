package org.hearth.forum.marks;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Refused;
import org.hearth.forum.Ulid;
import org.hearth.forum.members.Caller;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Groups;
import org.hearth.forum.posting.Posts;

/** Remembers which threads a member follows and how far they read, and tells what is new for them. */
public final class KeepPlace {
  /** What a browser gathers before it sends: a write for every page that is read would cost more than all the posts. */
  public static final int MOST_AT_ONCE = 25;

  /**
   * A thread for a member.
   *
   * @param readTo the id of the last post that they saw, while that is remembered
   */
  public record Kept(ThreadMarks marks, Optional<String> readTo) {}

  /** @param unread whether something was written since the member was there */
  public record Followed(ForumThread thread, Optional<String> readTo, boolean unread) {}

  private final Marks marks;
  private final Posts posts;
  private final Groups groups;
  private final Changes changes;

  public KeepPlace(Marks marks, Posts posts, Groups groups, Changes changes) {
    this.marks = marks;
    this.posts = posts;
    this.groups = groups;
    this.changes = changes;
  }

  /** What the caller left on a thread, and how far they read it. */
  public Kept of(Caller caller, String threadId) {
    var member = caller.reader();
    return Attempts.of(() -> {
      var shown = marks.shown(member.id(), threadId);
      Readable.thread(shown.thread(), groups, member);
      var known = shown.marks().orElseGet(() -> ThreadMarks.none(member.id(), threadId));
      return new Kept(known.mayBeTold() ? known : visited(known), shown.reading().flatMap(reading -> reading.readTo(threadId)));
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
   * Takes several marks at once. They are the caller's own affair: a thread that they can't read tells them nothing.
   *
   * @param seen by the thread's id
   */
  public void read(Caller caller, Map<String, Reading.Mark> seen) {
    var member = caller.reader();
    if (seen.size() > MOST_AT_ONCE) {
      throw Refused.invalid("read", "Send " + MOST_AT_ONCE + " threads at the most at once.");
    }
    if (!seen.entrySet().stream().allMatch(mark -> Ulid.is(mark.getKey()) && Ulid.is(mark.getValue().readTo()) && mark.getValue().lastActivityAt() != null)) {
      throw Refused.invalid("read", "Send for each thread its id, the id of the last post in readTo, and the thread’s lastActivityAt.");
    }
    Attempts.of(() -> {
      var known = marks.reading(member.id()).orElseGet(() -> Reading.none(member.id()));
      var further = known.with(seen);
      if (further != known) {
        changes.commit(new Change().save(further));
      }
      return null;
    });
  }

  /** The threads that the caller follows, those with something new first. */
  public List<Followed> following(Caller caller) {
    var member = caller.reader();
    var left = marks.of(member.id());
    var reading = left.reading().orElseGet(() -> Reading.none(member.id()));
    return posts.threads(left.marks().stream().filter(ThreadMarks::following).map(ThreadMarks::threadId).toList()).stream()
        .filter(thread -> Readable.mayRead(thread, groups, member))
        .map(thread -> new Followed(thread, reading.readTo(thread.id()), reading.isNewIn(thread)))
        .sorted(Comparator.comparing(Followed::unread).reversed().thenComparing(one -> one.thread().lastActivityAt(), Comparator.reverseOrder()))
        .toList();
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
