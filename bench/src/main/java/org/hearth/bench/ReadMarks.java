package org.hearth.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.hearth.local.client.HearthClient;

/** How far somebody read, as the pages gather it and send it. */
final class ReadMarks {
    /** As many threads are gathered in the browser before they are sent: {@code atOnce} in static-site/public/js/places.js. */
    static final int AT_ONCE = 25;
    private static final int DIGITS_THAT_SAY_WHEN = 10;

    private ReadMarks() {
    }

    /** Marks of as many threads as are sent at once. Whether there are such threads nobody asks. */
    static ObjectNode ofOthersThan(String thread, int round) {
        ObjectNode body = HearthClient.object();
        Instant now = Instant.now();
        for (int i = 0; i < AT_ONCE; i++) {
            String id = thread.substring(0, DIGITS_THAT_SAY_WHEN) + "%016d".formatted(round * AT_ONCE + i);
            body.withObject("read").putObject(id).put("readTo", id)
                    .put("lastActivityAt", now.minus(Duration.ofMinutes(i)).toString());
        }
        return body;
    }

    /** Write units for each thread in which somebody read something new. */
    static double unitsAThread(Row sending) {
        return sending.writes() / AT_ONCE;
    }
}
