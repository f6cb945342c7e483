package org.hearth.forum.reporting;

import java.time.Duration;
import java.time.Instant;
import org.hearth.forum.Stored;

/**
 * Remembers that a visitor's report was taken, so that sending it again does nothing. A member's report needs none: a member has
 * one report in a case.
 *
 * @param key the client's Idempotency-Key
 * @param fingerprint of what was sent
 * @param reference what was answered
 */
public record SentReport(String key, String fingerprint, String reference, Instant expiresAt, long revision) implements Stored {
  static final Duration KEPT = Duration.ofDays(1);
}
