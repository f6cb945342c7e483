package org.hearth.forum.greeting;

import java.time.Instant;
import org.hearth.forum.Stored;

/** Somebody who looks after those whom nobody has answered yet. */
public record Greeter(String memberId, String appointedBy, Instant since, long revision) implements Stored {}
