package org.hearth.bench;

import java.util.List;

/** Posts as long as those in such groups are, each a little different, that the checks let through. */
final class Words {
    private static final List<String> SENTENCES = List.of(
            "The garden centre had its sale, so there are now nine pots on the balcony, three of them with something green.",
            "The tomatoes on the windowsill have come up well, all but two, and the tallest is tied to a needle with wool.",
            "My sister came on Sunday with soup, and we did the crossword without looking anything up, which took us until dark.",
            "The nurse was kind and did not hurry me, and that alone made the whole long morning in the waiting room bearable.",
            "We walked to the pond and round it, counted six ducks and a heron, and had tea and a scone at the cafe afterwards.",
            "The library has moved the gardening books next to the maps, which suits me, and the new chairs are comfortable.",
            "Somebody at work asked how I was and then waited for the answer, and I did not quite know what to do with that.",
            "It rained through the night and the cat sat on my feet, so that neither of us moved before the kettle clicked off.",
            "The film about lighthouses is on at the community centre on Thursday, with cake in the interval and a raffle after.",
            "My neighbour is learning the accordion, and by now the whole street hums along with the waltz in the second half.",
            "I tried your idea of writing the questions down before the appointment, and for once I came home with answers.",
            "The allotment shed has a new roof of old boards, it leaks in one place only, and we have put the mint just there.");

    private static final String DISTINCT = "bdfghkmprstwxz";
    private static final int[][] APART = {{1, 4}, {2, 7}, {3, 5}};

    private Words() {
    }

    /** The text of this number: three different sentences, of which its neighbours share one at the most. */
    static String text(int number) {
        int[] apart = APART[number / SENTENCES.size() % APART.length];
        return sentence(number) + " " + sentence(number + apart[0]) + " " + sentence(number + apart[1]);
    }

    /** A name for each number up to 195, none of which looks like another. */
    static String name(String kind, int number) {
        return kind + " " + DISTINCT.charAt(number / DISTINCT.length()) + DISTINCT.charAt(number % DISTINCT.length());
    }

    private static String sentence(int number) {
        return SENTENCES.get(number % SENTENCES.size());
    }
}
