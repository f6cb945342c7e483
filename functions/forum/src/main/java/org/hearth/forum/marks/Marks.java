package org.hearth.forum.marks;

import java.util.List;
import java.util.Optional;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Post;

/** What members have left on threads for themselves. Writes go through {@link org.hearth.forum.Changes}. */
public interface Marks {

  /** What is needed before a mark is made, read in one go. */
  record Ground(Optional<ForumThread> thread, Optional<Post> post, Optional<ThreadMarks> marks) {}

  /** @param postId null when the mark is on the whole thread */
  Ground ground(String memberId, String threadId, String postId);

  Optional<ThreadMarks> find(String memberId, String threadId);

  /** All threads on which a member left something. */
  List<ThreadMarks> of(String memberId);

  /** Who follows a thread, by their ids. */
  List<String> followers(String threadId);

  /** Threads as they are now, in the order of the ids; those that are gone are left out. */
  List<ForumThread> threads(List<String> threadIds);
}
