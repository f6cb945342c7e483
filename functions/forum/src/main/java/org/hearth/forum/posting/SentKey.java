package org.hearth.forum.posting;

import java.time.Duration;
import java.time.Instant;
import org.hearth.forum.Stored;

/**
 * Remembers that something was sent, so that sending it again does nothing.
 *
 * @param key the client's Idempotency-Key
 * @param fingerprint of what was sent
 * @param threadId where the post is that it made
 * @param postId the post that it made
 */
public record SentKey(String memberId, String key, String fingerprint, String threadId, String postId, Instant expiresAt, long revision)
    implements Stored {
  /** Long enough for a phone that was off over a long week-end. */
  public static final Duration KEPT = Duration.ofDays(7);
}
