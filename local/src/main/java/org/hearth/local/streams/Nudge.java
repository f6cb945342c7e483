package org.hearth.local.streams;

import java.time.Duration;

/**
 * Tells the readers of streams when looking is worth while: often for a moment after something may have been written, now and
 * then otherwise. That keeps an idle laptop quiet and a busy one prompt.
 */
public final class Nudge {
    /** The database shows a change about ten milliseconds after it was written. */
    private static final long[] PAUSES = {4, 6, 10, 20, 40, 100};

    private long count;

    /** Something may have been written just now, or a stream's records were handed over. */
    public synchronized void happened() {
        count++;
        notifyAll();
    }

    /** How often that was said so far. */
    public synchronized long count() {
        return count;
    }

    /**
     * Waits until more was written or handed to a function, but not longer than given.
     *
     * @param seen the count that the caller knows
     */
    public synchronized void awaitMoreThan(long seen, Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (count == seen && System.nanoTime() < deadline) {
            wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        }
    }

    Watch watch() {
        return new Watch();
    }

    /** One reader's view: how long it has found nothing. */
    final class Watch {
        private long seen;
        private int quiet;

        /** Waits until it is time to look again. */
        void pause() throws InterruptedException {
            synchronized (Nudge.this) {
                if (count == seen) {
                    Nudge.this.wait(PAUSES[quiet]);
                }
                if (count == seen) {
                    quiet = Math.min(quiet + 1, PAUSES.length - 1);
                    return;
                }
                seen = count;
                quiet = 0;
            }
            Thread.sleep(PAUSES[0]);
        }
    }
}
