package org.hearth.local.clock;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * The functions' clock on a laptop: the system's, moved by as many milliseconds as it was last told. All clocks of one
 * class loader move together. It is told through a type of the JDK, because it lives in the functions' class loader.
 */
public final class MovableClock implements InstantSource, LongConsumer {
    private static final AtomicLong OFFSET = new AtomicLong();

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(OFFSET.get());
    }

    @Override
    public void accept(long milliseconds) {
        OFFSET.set(milliseconds);
    }
}
