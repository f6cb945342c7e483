package org.hearth.forum.greeting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearth.forum.posting.ForumThread;

/** Who greets, and who waits for it. Writes go through {@link org.hearth.forum.Changes}. */
public interface Greeters {
  Optional<Greeter> find(String memberId);

  List<Greeter> all();

  /** Threads that nobody has answered, started after the one and up to the other time, the oldest first. */
  List<ForumThread> unanswered(Instant after, Instant upTo, int most);

  Optional<GreetersTold> told();
}
