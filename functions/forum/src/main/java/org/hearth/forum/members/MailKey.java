package org.hearth.forum.members;

import org.hearth.forum.Stored;

/**
 * With what the links that end mail are signed. Whoever had it could stop people's mail, and nothing else.
 *
 * @param secret 256 random bits, as Base64
 */
public record MailKey(String secret, long revision) implements Stored {}
