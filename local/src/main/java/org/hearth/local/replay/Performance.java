package org.hearth.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;

/** One replay: every member posts their share, one post after the other, and waits for each verdict. */
final class Performance {
    private static final int TRIES = 4;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final Duration A_VERDICT_IN_TIME = Duration.ofSeconds(10);

    private final Players players;
    private final String group;
    private final Semaphore writing;
    private final Duration patience;
    private final Consumer<String> tell;
    private final String run = "replay-" + UUID.randomUUID().toString().substring(0, 8);
    private final AtomicBoolean saidThatLimitsAreOn = new AtomicBoolean();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger slowedDown = new AtomicInteger();

    /**
     * @param posts how many there will be
     * @param group the group to post into, null for the first public one
     * @param atOnce how many members write at the same time
     * @param tell takes sentences about how it goes
     */
    Performance(URI site, int posts, String group, int atOnce, Duration patience, Consumer<String> tell) {
        tell.accept("Signing members in at " + site + " ...");
        this.players = new Players(site, posts);
        this.group = players.group(group);
        this.writing = new Semaphore(atOnce);
        this.patience = patience;
        this.tell = tell;
    }

    Outcome of(List<String> texts) {
        List<String> threads = players.threads(group, run);
        new Introductions(players, this).make(threads.getFirst(), run);
        Set<String> earlierCases = new HashSet<>();
        players.openCases().forEach(known -> earlierCases.add(known.path("id").asText()));
        Outcome outcome = new Outcome(slowedDown);
        tell.accept("Playing " + texts.size() + " posts ...");
        long start = System.nanoTime();
        try (ExecutorService everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> shares = new ArrayList<>();
            for (int member = 0; member < players.count(); member++) {
                int number = member;
                shares.add(everybody.submit(() -> play(number, texts, threads, outcome)));
            }
            for (Future<?> share : shares) {
                share.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        outcome.took(Duration.ofNanos(System.nanoTime() - start));
        readCases(earlierCases, outcome);
        return outcome;
    }

    private void play(int number, List<String> texts, List<String> threads, Outcome outcome) {
        HearthClient member = players.member(number);
        Set<String> before = new HashSet<>();
        Players.postsOf(member).forEach(post -> before.add(post.path("id").asText()));
        Set<String> waiting = new HashSet<>();
        Set<String> sent = new HashSet<>();
        for (int i = number; i < texts.size(); i += players.count()) {
            writing.acquireUninterruptibly();
            try {
                Answer answer = postWithPermit(member, threads.get(i % threads.size()), texts.get(i), run + "-" + i);
                long accepted = System.nanoTime();
                if (answer.status() == 201) {
                    String id = answer.json().path("id").asText();
                    sent.add(id);
                    outcome.sent();
                    if (!awaitVerdict(member, id, accepted, outcome)) {
                        waiting.add(id);
                    }
                } else {
                    outcome.refused(answer);
                }
            } finally {
                writing.release();
            }
            progress(texts.size());
        }
        account(member, before, sent, waiting, outcome);
    }

    /** Sends a post as soon as the limits and the others allow. */
    Answer post(HearthClient member, String thread, String text, String key) {
        writing.acquireUninterruptibly();
        try {
            return postWithPermit(member, thread, text, key);
        } finally {
            writing.release();
        }
    }

    private Answer postWithPermit(HearthClient member, String thread, String text, String key) {
        JsonNode body = HearthClient.object("text", text);
        for (int failed = 0;;) {
            Answer answer = member.post("/api/threads/" + thread + "/posts", body, key);
            if (answer.status() == 429) {
                slowedDown.incrementAndGet();
                waitAsTold(answer);
            } else if (answer.status() < 500 || ++failed == TRIES) {
                return answer;
            } else {
                sleep(Duration.ofMillis(200L << failed));
            }
        }
    }

    private void waitAsTold(Answer answer) {
        long seconds = Long.parseLong(answer.headers().firstValue("retry-after").orElse("1"));
        if (saidThatLimitsAreOn.compareAndSet(false, true)) {
            tell.accept("The limits are on: the API asks to wait, the first time for " + seconds
                    + " s. bin/dev --no-limits lifts them.");
        }
        writing.release();
        try {
            sleep(Duration.ofSeconds(Math.max(1, seconds)));
        } finally {
            writing.acquireUninterruptibly();
        }
    }

    private static boolean awaitVerdict(HearthClient member, String id, long accepted, Outcome outcome) {
        while (System.nanoTime() - accepted < A_VERDICT_IN_TIME.toNanos()) {
            for (JsonNode post : Players.good(member.get("/api/me/posts"), "reading a member's posts").path("items")) {
                if (post.path("id").asText().equals(id) && !post.path("status").asText().equals("pending")) {
                    outcome.verdict(post.path("status").asText(), Duration.ofNanos(System.nanoTime() - accepted));
                    return true;
                }
            }
            sleep(BETWEEN_LOOKS);
        }
        return false;
    }

    /** Counts a member's posts at the end: each must be there once, with a verdict, and no other may have come. */
    private void account(HearthClient member, Set<String> before, Set<String> sent, Set<String> waiting, Outcome outcome) {
        long end = System.nanoTime() + patience.toNanos();
        List<JsonNode> posts = Players.postsOf(member);
        while (posts.stream().anyMatch(post -> isLate(post, waiting)) && System.nanoTime() < end) {
            sleep(Duration.ofSeconds(1));
            posts = Players.postsOf(member);
        }
        Set<String> found = new HashSet<>();
        for (JsonNode post : posts) {
            String id = post.path("id").asText();
            if (sent.contains(id) && waiting.contains(id) && !isLate(post, waiting)) {
                outcome.lateVerdict(post.path("status").asText());
            }
            boolean first = found.add(id);
            if (!before.contains(id) && !(first && sent.contains(id))) {
                outcome.duplicated();
            }
            if (isLate(post, waiting)) {
                outcome.lost();
            }
        }
        sent.stream().filter(id -> !found.contains(id)).forEach(id -> outcome.lost());
    }

    private static boolean isLate(JsonNode post, Set<String> waiting) {
        return waiting.contains(post.path("id").asText()) && post.path("status").asText().equals("pending");
    }

    /** Authors see an escalated post as held; which it is, and whether a check failed, only the queue tells. */
    private void readCases(Set<String> earlier, Outcome outcome) {
        for (JsonNode one : players.openCases()) {
            boolean ofThisRun = !earlier.contains(one.path("id").asText())
                    && one.path("author").path("name").asText().startsWith("replayer-");
            if (ofThisRun) {
                outcome.caseOpened(one.path("risk").asText(), one.path("checkFailed").asBoolean());
            }
        }
    }

    private void progress(int all) {
        int now = done.incrementAndGet();
        if (now % 250 == 0) {
            tell.accept("  " + now + " of " + all);
        }
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
