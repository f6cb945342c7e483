package org.hearth.local.outbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The last messages that would have left AWS: texts to a topic, mails, and batches that were given up. */
public final class Outbox {
    static final int LIMIT = 200;

    private final Deque<Message> messages = new ArrayDeque<>();
    private long count;

    /**
     * One message.
     *
     * @param kind {@code sns}, {@code email} or {@code failed}
     * @param to a topic, an address or a queue
     * @param headers of a mail, beside these
     */
    public record Message(long number, Instant at, String kind, String to, String subject, String body, Map<String, String> headers) {
    }

    public void put(String kind, String to, String subject, String body) {
        put(kind, to, subject, body, Map.of());
    }

    synchronized void put(String kind, String to, String subject, String body, Map<String, String> headers) {
        if (messages.size() == LIMIT) {
            messages.removeFirst();
        }
        count++;
        messages.addLast(new Message(count, Instant.now(), kind, to, subject, body, Map.copyOf(headers)));
    }

    /** The messages, newest first. */
    public synchronized List<Message> messages() {
        List<Message> list = new ArrayList<>(messages);
        Collections.reverse(list);
        return list;
    }
}
