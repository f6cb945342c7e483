package org.hearth.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.CookieHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * What goes wrong on purpose, so that tests and {@code bin/soak} see what the forum does then: functions that are stopped at a
 * named point, tables that throttle, answers that are lost after the write, cancelled transactions, slow calls, and streams that
 * bring records twice, late, in another order or not at all. It is part of the laptop and never deployed.
 *
 * <p>A function is stopped as Lambda stops one: it gets no further, nothing it does from then on reaches a table or a topic, and
 * whoever called it hears of a failure. A point is named after the function and what it was about to do or had just done, such as
 * {@code PostingFunction wrote}.
 */
public final class Faults {
    /** Nothing goes wrong, and nothing is in the way of the functions' calls. */
    public static final Faults NONE = new Faults(0, false);

    /**
     * How often each thing goes wrong, from 0 to 1, for each call that a function makes to a table or topic.
     *
     * @param slow calls that take {@code delay} longer
     * @param twice records of a stream that are handed over a second time
     * @param late records of a stream that are handed over after those that follow them
     */
    public record Rates(double throttled, double lostReplies, double cancelled, double slow, Duration delay, double twice, double late) {
        public static final Rates CALM = new Rates(0, 0, 0, 0, Duration.ZERO, 0, 0);
        /** Often enough that each happens many times in a minute of load, and seldom enough that work gets done. */
        public static final Rates ROUGH = new Rates(0.03, 0.03, 0.03, 0.02, Duration.ofMillis(150), 0.2, 0.2);
    }

    private final boolean possible;
    private final Random random;
    private final Map<String, Invocation> running = new ConcurrentHashMap<>();
    private final Set<String> armed = new ConcurrentSkipListSet<>();
    private final Map<String, Integer> kills = new TreeMap<>();
    private final Map<String, Integer> happened = new TreeMap<>();
    private final Map<String, Predicate<String>> poisons = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> paused = new ConcurrentHashMap<>();
    private volatile Rates rates = Rates.CALM;
    private volatile double killsAtRandom;

    private Faults(long seed, boolean possible) {
        this.random = new Random(seed);
        this.possible = possible;
    }

    /** Faults that can be switched on; none is yet. */
    public static Faults seeded(long seed) {
        if (!(CookieHandler.getDefault() instanceof InvocationCookies)) {
            CookieHandler.setDefault(new InvocationCookies());
        }
        return new Faults(seed, true);
    }

    /** Whether calls have to pass through an endpoint that can go wrong. */
    public boolean possible() {
        return possible;
    }

    public void at(Rates given) {
        rates = given;
    }

    /** Stops the next function that reaches that point. */
    public void killAt(String point) {
        armed.add(point);
    }

    /** Stops a function at each of its points with that probability. */
    public void killAtRandom(double probability) {
        killsAtRandom = probability;
    }

    /** From now on all is well: nothing is armed, poisoned, paused or likely. */
    public void calm() {
        rates = Rates.CALM;
        killsAtRandom = 0;
        armed.clear();
        poisons.clear();
        paused.keySet().forEach(this::resume);
    }

    /** Lets a function fail on each event of which this is true, whatever is in it. */
    public void poison(String function, Predicate<String> event) {
        poisons.put(function, event);
    }

    /** Hands no more records to that function until {@link #resume}. */
    public void pause(String function) {
        paused.putIfAbsent(function, new CountDownLatch(1));
    }

    public void resume(String function) {
        CountDownLatch waiting = paused.remove(function);
        if (waiting != null) {
            waiting.countDown();
        }
    }

    /** How often functions were stopped, by point. */
    public Map<String, Integer> kills() {
        synchronized (kills) {
            return new TreeMap<>(kills);
        }
    }

    /** How often each other thing went wrong. */
    public Map<String, Integer> happened() {
        synchronized (happened) {
            return new TreeMap<>(happened);
        }
    }

    /** Says that a function is called; whatever its thread does until the invocation is over belongs to it. */
    public Invocation begin(String function, byte[] event) {
        Invocation invocation = new Invocation(function);
        if (possible) {
            Predicate<String> poison = poisons.get(function);
            invocation.poisoned(poison != null && poison.test(new String(event, StandardCharsets.UTF_8)));
            running.put(invocation.id(), invocation);
        }
        return invocation;
    }

    public void over(Invocation invocation) {
        running.remove(invocation.id());
    }

    /** Says that a function is about to run. */
    public void begins(Invocation invocation) {
        reached(invocation, "starts");
        if (invocation.poisoned()) {
            happened("poisoned event");
            throw new IllegalStateException("poisoned on purpose");
        }
    }

    /** Says that a function has done its work, and nobody has heard of it yet. */
    public void ends(Invocation invocation) {
        reached(invocation, "ends");
    }

    /**
     * Says that a function has come to a point.
     *
     * @throws Killed if it is stopped here
     */
    void reached(Invocation invocation, String what) {
        if (!possible) {
            return;
        }
        String point = invocation.function() + " " + what;
        if (invocation.killed() || armed.remove(point) || likely(killsAtRandom)) {
            if (invocation.kill()) {
                count(kills, point);
            }
            throw new Killed(point);
        }
    }

    /** Waits while the stream to a function is paused. */
    public void awaitStream(String function, CountDownLatch stopping) throws InterruptedException {
        CountDownLatch waiting = paused.get(function);
        while (waiting != null && !waiting.await(20, TimeUnit.MILLISECONDS) && stopping.getCount() > 0) {
            waiting = paused.get(function);
        }
    }

    /** Records of one batch as a stream brings them on a bad day: some twice, some after those that follow them. */
    public List<JsonNode> disturbed(List<JsonNode> records) {
        Rates now = rates;
        if (now.twice() == 0 && now.late() == 0) {
            return records;
        }
        List<JsonNode> brought = new ArrayList<>();
        List<JsonNode> late = new ArrayList<>();
        for (JsonNode record : records) {
            (likely(now.late()) ? late : brought).add(record);
            if (likely(now.twice())) {
                late.add(record);
                count(happened, "record twice");
            }
        }
        synchronized (random) {
            Collections.shuffle(late, random);
        }
        late.forEach(record -> count(happened, "record late"));
        brought.addAll(late);
        return brought;
    }

    Invocation invocation(String id) {
        return running.get(id);
    }

    Rates rates() {
        return rates;
    }

    boolean likely(double probability) {
        if (probability == 0) {
            return false;
        }
        synchronized (random) {
            return random.nextDouble() < probability;
        }
    }

    void happened(String what) {
        count(happened, what);
    }

    private static void count(Map<String, Integer> counts, String what) {
        synchronized (counts) {
            counts.merge(what, 1, Integer::sum);
        }
    }
}
