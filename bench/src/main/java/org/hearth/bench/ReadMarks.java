package org.hearth.bench;

/** How the pages keep read marks. */
final class ReadMarks {
    /** As many threads are gathered in the browser before they are sent: {@code atOnce} in static-site/public/js/together.js. */
    static final int AT_ONCE = 5;

    private ReadMarks() {
    }
}
