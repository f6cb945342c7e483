package org.hearth.local.soak;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Texts of which no two are the same, harmless ones and some that need a person at once. */
final class Words {
    private static final List<String> WHO = List.of("grey geese", "small boats", "slow trams", "old bicycles", "tall trees", "wet dogs",
            "red kites", "warm loaves", "blue cups", "loud gulls", "white horses", "green apples", "brown hens", "yellow buses");
    private static final List<String> WHERE = List.of("by the canal", "behind the market", "near the library", "on the hill", "at the lake",
            "in the park", "along the coast", "under the bridge", "beside the mill", "outside the bakery", "past the church", "over the fields");
    private static final List<String> WHEN = List.of("before breakfast", "after the rain", "on the way home", "in the morning sun",
            "while the kettle boiled", "as it got dark", "between two showers", "when the wind dropped", "at the end of the week",
            "during my walk", "with my neighbour", "on the first frosty day");
    private static final List<String> NUMBERS = List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final String CRISIS = " I have the pills in front of me and I am going to take them all tonight.";

    private final AtomicInteger next = new AtomicInteger();

    String harmless() {
        int n = next.getAndIncrement();
        int a = n % WHO.size();
        int b = n / WHO.size() % WHERE.size();
        int c = n / (WHO.size() * WHERE.size()) % WHEN.size();
        int d = n / (WHO.size() * WHERE.size() * WHEN.size()) % NUMBERS.size();
        return "I saw " + NUMBERS.get((d + n) % NUMBERS.size()) + " " + WHO.get(a) + " " + WHERE.get(b) + " " + WHEN.get(c) + ", and "
                + NUMBERS.get(d) + " more later.";
    }

    String crisis() {
        return harmless() + CRISIS;
    }
}
