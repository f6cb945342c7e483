package org.hearth.local.functions;

import java.util.function.Consumer;

/** Where what the functions log goes: CloudWatch's place. */
public final class FunctionLog {
    private final Consumer<String> lines;

    public FunctionLog(Consumer<String> lines) {
        this.lines = lines;
    }

    void line(String function, String message) {
        lines.accept("[" + function + "] " + message.stripTrailing());
    }

    /** The types and places of what was thrown, never its message: that may hold a person's words. */
    void failure(String function, String requestId, String reason, Throwable cause) {
        StringBuilder text = new StringBuilder(reason).append(", request ").append(requestId);
        for (Throwable thrown = cause; thrown != null; thrown = thrown.getCause()) {
            text.append("\n  ").append(thrown.getClass().getName());
            StackTraceElement[] frames = thrown.getStackTrace();
            for (int i = 0; i < Math.min(8, frames.length); i++) {
                text.append("\n    at ").append(frames[i]);
            }
        }
        line(function, text.toString());
    }
}
