package org.hearth.forum.posting;

import java.util.List;
import java.util.Optional;
import org.hearth.forum.Page;
import org.hearth.forum.members.Profile;

/** Threads and posts, one at a time, as they are this moment. Writes go through {@link org.hearth.forum.Changes}. */
public interface Posts {

  /** What is needed before something is written in a thread, read in one go. */
  record Ground(Optional<ForumThread> thread, Optional<Profile> author, Optional<SentKey> sent) {}

  /**
   * @param threadId null when a thread is about to be started
   * @param key null when the client sent none
   */
  Ground ground(String threadId, String memberId, String key);

  /** A post where it stands, and the profile of whoever it concerns. */
  record Place(Optional<ForumThread> thread, Optional<Post> post, Optional<Profile> member) {}

  /**
   * Reads in one go what most decisions about a post need. What is asked for as null is not there.
   */
  Place place(String threadId, String postId, String memberId);

  Optional<ForumThread> thread(String threadId);

  /** Threads as they were a moment ago, in the order of the ids; those that are gone are left out. */
  List<ForumThread> threads(List<String> threadIds);

  Optional<Post> find(String threadId, String postId);

  /** What a post was before each of its author's changes, oldest first. */
  List<PostVersion> history(String postId);

  /** A member's posts, newest first, whatever has become of them. */
  Page<Post> by(String memberId, Optional<String> position, int size);

  /** The posts before one in its thread, oldest first. */
  List<Post> before(String threadId, String postId, int most);

  /** Posts that wait for their check, oldest first. */
  List<Post> waitingForCheck(int most);
}
