package org.hearth.forum.moderation;

/**
 * What a reply to somebody in a crisis may begin with.
 *
 * @param name for the moderators, to choose by
 * @param text with blanks to fill in, in square brackets
 */
public record ReplyTemplate(String id, String name, String text) {}
