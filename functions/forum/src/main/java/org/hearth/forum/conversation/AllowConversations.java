package org.hearth.forum.conversation;

import java.time.InstantSource;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.members.Caller;

/** Turns conversations between two on for a whole community, or off again. For leads and admins. */
public final class AllowConversations {
  /** What the log calls the settings. */
  private static final String TARGET = "conversations";

  private final Conversations conversations;
  private final Changes changes;
  private final Auditing audit;
  private final InstantSource clock;

  public AllowConversations(Conversations conversations, Changes changes, Auditing audit, InstantSource clock) {
    this.conversations = conversations;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  /** While they are off nobody asks, agrees or writes in one; what was said can still be read, reported and closed. */
  public ConversationSettings set(Caller caller, boolean on) {
    var by = caller.leadOrAdmin();
    return Attempts.of(() -> {
      var known = conversations.settings();
      if (known.on() == on) {
        return known;
      }
      var changed = new ConversationSettings(on, known.revision() + 1);
      changes.commit(audit.to(new Change().save(changed), clock.instant(), by.id(), on ? Audited.CONVERSATIONS_ON : Audited.CONVERSATIONS_OFF, TARGET, null));
      return changed;
    });
  }
}
