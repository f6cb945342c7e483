package org.hearth.forum.members;

import java.time.Instant;
import org.hearth.forum.Stored;

/**
 * A session that was ended before its token runs out.
 *
 * @param expiresAt when the token would have run out, after which this need not be kept
 */
public record SessionEnd(String memberId, String tokenId, Instant expiresAt, long revision) implements Stored {}
