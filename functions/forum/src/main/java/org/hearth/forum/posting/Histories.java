package org.hearth.forum.posting;

import org.hearth.forum.Change;
import org.hearth.forum.Changes;

/** Takes away what a post was before, when the post goes. */
public final class Histories {
  private static final int AT_A_TIME = 25;

  private final Posts posts;
  private final Changes changes;

  public Histories(Posts posts, Changes changes) {
    this.posts = posts;
    this.changes = changes;
  }

  /** @return whether there was anything; what an edit adds meanwhile stays, and fails the change that takes the post */
  public boolean take(String postId) {
    var versions = posts.history(postId);
    for (int from = 0; from < versions.size(); from += AT_A_TIME) {
      var change = new Change();
      versions.subList(from, Math.min(from + AT_A_TIME, versions.size())).forEach(change::remove);
      changes.commit(change);
    }
    return !versions.isEmpty();
  }
}
