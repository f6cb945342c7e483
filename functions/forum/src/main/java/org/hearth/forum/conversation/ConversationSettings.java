package org.hearth.forum.conversation;

import org.hearth.forum.Stored;

/**
 * Whether this community has conversations between two at all.
 *
 * @param revision 0 while nobody has said anything: then it has none
 */
public record ConversationSettings(boolean on, long revision) implements Stored {
  public static final ConversationSettings OFF = new ConversationSettings(false, 0);
}
