package org.hearth.forum.moderation;

import java.time.Instant;
import org.hearth.forum.members.Notice.Appeal.State;
import org.hearth.forum.members.Profile;
import org.hearth.forum.members.Standing;
import org.hearth.forum.posting.Post;

/**
 * Which answer to an appeal a new decision is. Whoever asked for a second look and got a stricter decision was not heard in their
 * favour, and must not be told so; it is a new decision that they may appeal in turn.
 */
final class Strictness {
  private Strictness() {}

  /** @param post with the notice of the decision that was appealed */
  static State of(Post post, Action now) {
    if (post.notice() == null) {
      return null;
    }
    var before = Action.of(post.notice().action()).orElseThrow();
    // Two redactions leave different words: neither is the stricter by its name.
    return before == Action.REDACT && now == Action.REDACT ? State.OVERTURNED : compared(ofPost(now) - ofPost(before));
  }

  /** @param person before the new decision */
  static State of(Profile person, Standing now) {
    int states = now.state().compareTo(person.standing().state());
    return compared(states != 0 ? states : end(now).compareTo(end(person.standing())));
  }

  private static State compared(int stricter) {
    return stricter < 0 ? State.OVERTURNED : stricter == 0 ? State.UPHELD : State.REPLACED;
  }

  private static int ofPost(Action action) {
    return switch (action) {
      case APPROVE, RESTORE, ESCALATE, CLOSE -> 0;
      case REDACT -> 1;
      case HIDE, WARN, MUTE, SUSPEND, BAN -> 2;
      case REMOVE -> 3;
    };
  }

  private static Instant end(Standing standing) {
    return standing.until() == null ? Instant.MAX : standing.until();
  }
}
