package org.hearth.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.hearth.local.issuer.Role;

/** How long it takes from the answer to a post until another member sees it, with streams, checks and tables in one process. */
final class Visible {
    private static final int POSTS_EACH = 12;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path root;
    private final Budgets budgets;
    private final Report report;
    private final List<HearthClient> members = new ArrayList<>();
    private final List<String> threads = new ArrayList<>();
    private int posts;

    Visible(Path root, Budgets budgets, Report report) {
        this.root = root;
        this.budgets = budgets;
        this.report = report;
    }

    /** @param perSecond how many posts a second; 0 for all at once */
    private record Rate(String name, int perSecond, int posts) {
    }

    /** @param unseen posts that nobody but their author saw in time: held, or late */
    private record Seen(Rate rate, long[] nanos, int unseen) {
    }

    void measure() throws IOException {
        try (Child hearth = Child.start(Whole.class, root.toString())) {
            URI site = URI.create(hearth.line());
            HearthClient reader = HearthClient.signedIn(site, "Wren", Role.MEMBER).joinedAs("Wren");
            List<Rate> rates = List.of(new Rate("to warm up", 20, 100), new Rate("1 a second", 1, 10),
                    new Rate("10 a second", 10, 60),
                    new Rate("50 a second", 50, 200), new Rate("200 at once", 0, 200));
            people(site, rates.stream().mapToInt(Rate::posts).sum() / POSTS_EACH + 1);
            List<List<String>> lines = new ArrayList<>();
            for (Rate rate : rates) {
                report.progress("posts, " + rate.name());
                Seen seen = seen(reader, rate);
                if (rate != rates.getFirst()) {
                    lines.add(line(seen));
                }
            }
            report.table("From the answer to a post until another member sees it, everything in one process on this machine",
                    List.of("posts", "s, p50", "s, p99", "budget", "seen", "not seen"), lines);
        }
    }

    private void people(URI site, int count) {
        report.progress("signing in " + count + " members");
        for (int i = 0; i < count; i++) {
            String name = Words.name("writer", i);
            HearthClient member = HearthClient.signedIn(site, name, Role.MEMBER).joinedAs(name);
            members.add(member);
            threads.add(member.post("/api/groups/" + Journey.GROUP + "/threads",
                    HearthClient.object("title", "Good morning", "text", Words.text(i))).json().path("thread").path("id")
                    .asText());
        }
    }

    private Seen seen(HearthClient reader, Rate rate) {
        ConcurrentLinkedQueue<Long> took = new ConcurrentLinkedQueue<>();
        long begin = System.nanoTime();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < rate.posts(); i++) {
                long due = rate.perSecond() == 0 ? begin : begin + TimeUnit.SECONDS.toNanos(i) / rate.perSecond();
                LockSupport.parkNanos(due - System.nanoTime());
                int number = posts++;
                each.submit(() -> post(reader, number, took));
            }
        }
        return new Seen(rate, took.stream().mapToLong(Long::longValue).toArray(), rate.posts() - took.size());
    }

    private void post(HearthClient reader, int number, ConcurrentLinkedQueue<Long> took) {
        int who = number % members.size();
        // Each member writes into a thread of somebody else's, each time with other words.
        String path = "/api/threads/" + threads.get((who + 1) % threads.size()) + "/posts";
        Answer answer = members.get(who).post(path, HearthClient.object("text", Words.text(who + 1 + number / members.size())));
        if (!answer.isGood()) {
            return;
        }
        JsonNode post = answer.json();
        long begin = System.nanoTime();
        // Two hundred who all look forty times a second would leave the checks no time.
        long pause = LOOK.toNanos();
        while (System.nanoTime() - begin < PATIENCE.toNanos()) {
            if (reader.get(path + "/" + post.path("id").asText()).isGood()) {
                took.add(System.nanoTime() - begin);
                return;
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 3 / 2, LONGEST_PAUSE.toNanos());
        }
    }

    private List<String> line(Seen seen) {
        String most = Figures.plain(budgets.most("warm", "visible, seconds"));
        return List.of(seen.rate().name(), seen.nanos().length == 0 ? "none was seen" : seconds(seen, 0.5),
                seen.nanos().length == 0 ? "none was seen" : seconds(seen, 0.99), most, Integer.toString(seen.nanos().length),
                Integer.toString(seen.unseen()));
    }

    private static String seconds(Seen seen, double share) {
        return "%.2f".formatted(Figures.quantile(seen.nanos(), share) / 1e9);
    }
}
