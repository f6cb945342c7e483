package org.hearth.local.streams;

import java.time.Duration;

/**
 * Tells the readers of streams when looking is worth while: often for a moment after a function ran, now and then otherwise.
 * That keeps an idle laptop quiet and a busy one prompt.
 */
public final class Nudge {
    private static final Duration ATTENTIVE_FOR = Duration.ofMillis(300);
    private static final long ATTENTIVE_PAUSE = 8;
    private static final long IDLE_PAUSE = 100;

    private long count;
    private long last = System.nanoTime();

    /** Something may have been written just now. */
    public synchronized void happened() {
        count++;
        last = System.nanoTime();
        notifyAll();
    }

    /**
     * Waits until it is time to look.
     *
     * @param seen what this returned to the same reader before
     */
    synchronized long await(long seen) throws InterruptedException {
        if (count != seen) {
            // Its record may need a few milliseconds more until the stream shows it.
            wait(ATTENTIVE_PAUSE);
            return count;
        }
        boolean attentive = System.nanoTime() - last < ATTENTIVE_FOR.toNanos();
        wait(attentive ? ATTENTIVE_PAUSE : IDLE_PAUSE);
        return count;
    }
}
