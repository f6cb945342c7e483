package org.hearth.forum.posting;

import java.util.Optional;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Caller;

/** Finds a post for the person who wrote it. */
final class OwnPost {
  private OwnPost() {}

  /** Somebody else's is refused as wrong only where the caller can see it anyway; else it is not there. */
  static Post of(Optional<Post> known, Caller.Member member) {
    var post = known.filter(found -> found.status() != PostStatus.DELETED).orElseThrow(Refused::notFound);
    if (post.writtenBy(member)) {
      return post;
    }
    if (post.shown() || member.role().moderates()) {
      throw new Refused(new Refusal.WrongRole());
    }
    throw Refused.notFound();
  }
}
