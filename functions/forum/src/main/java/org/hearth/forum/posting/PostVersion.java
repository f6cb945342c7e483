package org.hearth.forum.posting;

import java.time.Instant;
import org.hearth.forum.Stored;

/**
 * A post as it was before its author changed it. Its author and moderators can read it; it goes when the post goes.
 *
 * @param redacted whether a moderator had taken something out of it: then it is what they left, and the original is in the case
 */
public record PostVersion(String threadId, String postId, int version, String text, Instant writtenAt, boolean redacted) implements Stored {

  static PostVersion of(Post post) {
    return new PostVersion(post.threadId(), post.id(), post.version(), post.text(), ScreenPost.waitsSince(post), post.status() == PostStatus.REDACTED);
  }

  /** It is written once. */
  @Override
  public long revision() {
    return 1;
  }
}
