package org.hearth.local.client;

/** Somebody could not be signed in; the message says why in one sentence. */
public final class SignInException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SignInException(String message) {
        super(message);
    }
}
