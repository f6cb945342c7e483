package org.hearth.forum.conversation;

import java.time.Instant;
import org.hearth.forum.Stored;

/**
 * One member's side of a conversation between two, or of the wish for one. The other side has a record of its own, as it does not know
 * all that this one does.
 *
 * @param since when this became so
 * @param asked how often this member asked the other since they last talked
 * @param threadId where they talk or talked; null before
 * @param groupId the space that the thread is in; null before
 */
public record Companion(String memberId, String otherId, State state, Instant since, int asked, String threadId, String groupId, long revision)
    implements Stored {

  public enum State {
    /** This member asked. They are told nothing more, whatever the other does, but yes. */
    ASKED,
    /** The other asks. */
    ASKS,
    /** This member would rather not. The other is not told. */
    DECLINED,
    OPEN,
    /** This member closed it, and may ask again. */
    LEFT,
    /** The other closed it, and this member can't ask again. */
    CLOSED
  }

  static Companion none(String memberId, String otherId) {
    return new Companion(memberId, otherId, null, null, 0, null, null, 0);
  }

  Companion asking(Instant now) {
    return new Companion(memberId, otherId, State.ASKED, now, asked + 1, null, null, revision + 1);
  }

  Companion became(State next, Instant now) {
    return new Companion(memberId, otherId, next, now, asked, threadId, groupId, revision + 1);
  }

  Companion talking(String thread, String group, Instant now) {
    return new Companion(memberId, otherId, State.OPEN, now, 0, thread, group, revision + 1);
  }

  boolean is(State one) {
    return state == one;
  }
}
