package org.hearth.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Reads request bodies, and no more of them than allowed. */
public final class Bodies {
    private Bodies() {
    }

    /**
     * Reads the body.
     *
     * @throws BodyTooLarge if it is announced to be above the limit, before any of it is read, or turns out to be
     */
    public static byte[] read(HttpExchange exchange, int limit) throws IOException {
        String announced = exchange.getRequestHeaders().getFirst("Content-Length");
        if (announced != null && Long.parseLong(announced) > limit) {
            throw new BodyTooLarge();
        }
        byte[] body = exchange.getRequestBody().readNBytes(limit + 1);
        if (body.length > limit) {
            throw new BodyTooLarge();
        }
        return body;
    }
}
