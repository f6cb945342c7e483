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

  /** A thread with what a member left on it and how far they read, as it was a moment ago. */
  record Shown(Optional<ForumThread> thread, Optional<ThreadMarks> marks, Optional<Reading> reading) {}

  Shown shown(String memberId, String threadId);

  /** How far a member has read, as it is this moment. */
  Optional<Reading> reading(String memberId);

  Optional<ThreadMarks> find(String memberId, String threadId);

  /** All that a member left, and how far they have read. */
  record Left(List<ThreadMarks> marks, Optional<Reading> reading) {}

  Left of(String memberId);

  /** Who follows a thread, by their ids. */
  List<String> followers(String threadId);
}
