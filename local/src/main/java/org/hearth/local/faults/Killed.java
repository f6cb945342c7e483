package org.hearth.local.faults;

/** A function was stopped here. An error, so that no function takes it for something that it could deal with. */
public final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed(String point) {
        super(point, null, false, false);
    }
}
