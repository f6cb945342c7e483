package org.hearth.local.functions;

/** An invocation that gave no answer. The message says what happened in Lambda's words, without any of the event. */
public final class FunctionFailure extends Exception {
    private static final long serialVersionUID = 1L;

    FunctionFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
