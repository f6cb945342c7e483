package org.hearth.forum.listing;

import java.util.List;
import java.util.Optional;
import org.hearth.forum.Page;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Post;

/** Threads as they are read: a page is one query. */
public interface Threads {

  /** A thread and some of its posts, read together. */
  record ThreadPosts(ForumThread thread, List<Post> posts) {}

  /** A group's listed threads, the one with the newest activity first. */
  Page<ForumThread> in(String groupId, Optional<String> position, int size);

  /**
   * A thread with its posts, oldest first, whatever has become of them.
   *
   * @param afterPostId empty from the beginning
   * @param most how many posts at the most
   */
  Optional<ThreadPosts> posts(String threadId, Optional<String> afterPostId, int most);

  /** A thread's posts after one, or after a time in the shape of an id, oldest first, whatever has become of them. */
  List<Post> after(String threadId, String postId, int most);
}
