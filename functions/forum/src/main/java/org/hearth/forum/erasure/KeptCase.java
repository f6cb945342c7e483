package org.hearth.forum.erasure;

import java.time.Instant;
import org.hearth.forum.Stored;

/**
 * Says that a case still holds words of somebody who was erased.
 *
 * @param until when to look whether they may go
 */
public record KeptCase(String caseId, Instant until, long revision) implements Stored {}
