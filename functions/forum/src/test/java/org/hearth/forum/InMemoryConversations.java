package org.hearth.forum;

import java.util.List;
import java.util.Optional;
import org.hearth.forum.conversation.Companion;
import org.hearth.forum.conversation.ConversationSettings;
import org.hearth.forum.conversation.Conversations;

/** Who talks with whom in an {@link InMemoryForum}. */
public final class InMemoryConversations implements Conversations {
  private final InMemoryForum forum;

  InMemoryConversations(InMemoryForum forum) {
    this.forum = forum;
  }

  @Override
  public ConversationSettings settings() {
    return forum.get(ConversationSettings.class, "").orElse(ConversationSettings.OFF);
  }

  @Override
  public Optional<Companion> find(String memberId, String otherId) {
    return forum.get(Companion.class, memberId + "/" + otherId);
  }

  @Override
  public List<Companion> of(String memberId) {
    return forum.each(Companion.class).filter(side -> side.memberId().equals(memberId)).toList();
  }
}
