package org.hearth.forum.greeting;

import java.time.Instant;
import org.hearth.forum.Stored;

/** @param upTo of the threads that were started up to then greeters have been told */
public record GreetersTold(Instant upTo, long revision) implements Stored {}
