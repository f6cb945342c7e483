package org.hearth.forum.conversation;

import java.util.List;
import java.util.Optional;

/** Who talks with whom. Writes go through {@link org.hearth.forum.Changes}. */
public interface Conversations {
  ConversationSettings settings();

  Optional<Companion> find(String memberId, String otherId);

  /** All of a member's. */
  List<Companion> of(String memberId);
}
