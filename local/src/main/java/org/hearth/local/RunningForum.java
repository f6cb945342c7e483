package org.hearth.local;

import java.net.URI;
import java.time.Instant;
import org.hearth.local.functions.FunctionFailure;
import org.hearth.local.outbox.Outbox;

/** A Hearth with its front on this machine, wherever its functions run. */
public interface RunningForum extends AutoCloseable {
    URI address();

    Outbox outbox();

    /** Calls a function as an operator does with {@code aws lambda invoke}. */
    byte[] invoke(String function, byte[] event) throws FunctionFailure;

    /** Calls every scheduled function once, as if its time had come. */
    void runSchedules() throws FunctionFailure;

    /**
     * Moves the functions' clock so that it shows this time now and goes on from there.
     *
     * @throws UnsupportedOperationException if they run where the clock is not ours
     */
    void moveClockTo(Instant time);

    /** Sets the functions' clock right again. */
    void resetClock();

    /** Lets a changed standing or membership count at once instead of within the authorizer's time. */
    void forgetAuthorizations();

    @Override
    void close();
}
