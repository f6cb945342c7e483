package org.hearth.local.pack;

/** A case pack is not as it was signed. The message says in one sentence what is wrong. */
public final class PackException extends Exception {
    private static final long serialVersionUID = 1L;

    PackException(String message) {
        super(message);
    }
}
