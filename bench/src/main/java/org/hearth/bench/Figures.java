package org.hearth.bench;

import java.util.Arrays;
import java.util.Locale;

/** Numbers as people read them. */
final class Figures {
    private Figures() {
    }

    static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%,.1f", value);
    }

    static String milliseconds(double nanos) {
        double milliseconds = nanos / 1e6;
        return String.format(Locale.ROOT, milliseconds < 10 ? "%.2f" : "%,.0f", milliseconds);
    }

    /** A figure and its budget, such as {@code 1 of 1}. */
    static String of(double value, double most) {
        return plain(value) + " of " + plain(most);
    }

    /** The value that this share of the sorted values is at most. */
    static double quantile(long[] values, double share) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }
}
