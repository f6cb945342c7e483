package org.hearth.local.faults;

import java.util.UUID;

/** One call of a function, known by an id that its calls to tables and topics carry. */
public final class Invocation {
    private static final ThreadLocal<Invocation> CURRENT = new ThreadLocal<>();

    private final String id = UUID.randomUUID().toString();
    private final String function;
    private Runnable stop = () -> { };
    private boolean poisoned;
    private boolean killed;

    Invocation(String function) {
        this.function = function;
    }

    /** What this thread is doing from now on, or nothing. */
    public static void onThisThread(Invocation invocation) {
        if (invocation == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(invocation);
        }
    }

    static Invocation onThisThread() {
        return CURRENT.get();
    }

    String id() {
        return id;
    }

    String function() {
        return function;
    }

    /** How to end it from outside. */
    public synchronized void stoppedBy(Runnable given) {
        stop = given;
        if (killed) {
            given.run();
        }
    }

    void poisoned(boolean given) {
        poisoned = given;
    }

    /** Whether it is to fail without having done anything. */
    boolean poisoned() {
        return poisoned;
    }

    synchronized boolean killed() {
        return killed;
    }

    /** Ends it; false if it was ended before. */
    synchronized boolean kill() {
        if (killed) {
            return false;
        }
        killed = true;
        stop.run();
        return true;
    }
}
