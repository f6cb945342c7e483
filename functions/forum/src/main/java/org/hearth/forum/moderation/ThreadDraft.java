package org.hearth.forum.moderation;

/**
 * What a moderator wants done with a thread, as they send it.
 *
 * @param action one of {@code pin}, {@code unpin}, {@code lock}, {@code unlock} and {@code move}
 * @param groupId where it is to go, for move; else null
 * @param reason in the moderator's words, for lock and move; all who read the thread read it
 */
public record ThreadDraft(String action, String groupId, String reason) {}
