package org.hearth.forum;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hearth.forum.greeting.Greeter;
import org.hearth.forum.greeting.Greeters;
import org.hearth.forum.greeting.GreetersTold;
import org.hearth.forum.posting.ForumThread;

/** Greeters of an {@link InMemoryForum}. */
public final class InMemoryGreeters implements Greeters {
  private final InMemoryForum forum;

  InMemoryGreeters(InMemoryForum forum) {
    this.forum = forum;
  }

  @Override
  public Optional<Greeter> find(String memberId) {
    return forum.get(Greeter.class, memberId);
  }

  @Override
  public List<Greeter> all() {
    return forum.all(Greeter.class);
  }

  @Override
  public List<ForumThread> unanswered(Instant after, Instant upTo, int most) {
    return forum.each(ForumThread.class)
        .filter(thread -> thread.unanswered() && thread.createdAt().isAfter(after) && !thread.createdAt().isAfter(upTo))
        .sorted(Comparator.comparing(ForumThread::id)).limit(most).toList();
  }

  @Override
  public Optional<GreetersTold> told() {
    return forum.get(GreetersTold.class, "");
  }
}
