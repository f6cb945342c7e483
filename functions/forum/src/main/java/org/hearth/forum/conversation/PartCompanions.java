package org.hearth.forum.conversation;

import java.time.InstantSource;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.members.Members;
import org.hearth.forum.posting.Posts;

/** Ends the conversations of somebody who is erased: the other can read what stays of them for a while, and is kept with no trace of who it was. */
public final class PartCompanions {
  private final Conversations conversations;
  private final Members members;
  private final Posts posts;
  private final Changes changes;
  private final InstantSource clock;

  public PartCompanions(Conversations conversations, Members members, Posts posts, Changes changes, InstantSource clock) {
    this.conversations = conversations;
    this.members = members;
    this.posts = posts;
    this.changes = changes;
    this.clock = clock;
  }

  /** Each is one change, so that a crash leaves none half parted. */
  public void of(String memberId) {
    conversations.of(memberId).forEach(listed -> Attempts.of(() -> {
      conversations.find(memberId, listed.otherId()).ifPresent(this::part);
      return null;
    }));
  }

  private void part(Companion mine) {
    var now = clock.instant();
    var change = new Change().remove(mine);
    conversations.find(mine.otherId(), mine.memberId()).ifPresent(change::remove);
    if (mine.is(Companion.State.OPEN)) {
      members.find(mine.otherId()).ifPresent(other -> change.save(other.letInto(mine.groupId(), now.plus(Converse.READABLE))));
      posts.thread(mine.threadId()).filter(thread -> !thread.locked()).ifPresent(thread -> change.save(Converse.closed(thread, now)));
    }
    changes.commit(change);
  }
}
