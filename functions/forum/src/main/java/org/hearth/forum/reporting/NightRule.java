package org.hearth.forum.reporting;

import java.time.Instant;
import org.hearth.forum.posting.Post;
import org.hearth.forum.rota.Duty;

/**
 * While nobody is there, three members who report the same post take it out of sight until a person has looked. It is the
 * post that is hidden and never the person, and never a post that a person has already ruled on.
 */
final class NightRule {
  static final int FLAGS = 3;
  static final String ACTOR = "night-rule";
  static final String WORDS = "Hidden until a person looks: " + FLAGS + " members reported it while nobody was there";

  private NightRule() {}

  /** @param flags how many members have reported it since its case was opened, with this one */
  static boolean hides(Post post, int flags, Duty duty, Instant now) {
    return flags >= FLAGS && post.shown() && !post.ruled() && duty.cover(now).holds();
  }
}
