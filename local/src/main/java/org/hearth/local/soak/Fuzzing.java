package org.hearth.local.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.hearth.local.issuer.Role;
import org.hearth.local.template.FunctionSpec;
import org.hearth.local.template.Template;

/** Sends hostile requests to every route through the gateway, a few routes at a time, and prints what came back. */
final class Fuzzing {
    static final String CLOSED = "soak-closed";
    private static final int AT_A_TIME = 3;
    // What is read is read before there is too much of it, and what is there is taken away last.
    private static final List<String> ORDER = List.of("GET", "PATCH", "PUT", "POST", "DELETE");

    private static final int TRIES = 300;
    private static final long BETWEEN_TRIES = 100;

    private final Words words = new Words();
    private final URI site;
    private final Path root;
    private final long seed;
    private final int requests;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private int faults;

    Fuzzing(URI site, Path root, long seed, int requests) {
        this.site = site;
        this.root = root;
        this.seed = seed;
        this.requests = requests;
    }

    /** How many routes answered at least once with a fault of ours. */
    int all(List<String> only) throws InterruptedException {
        List<FunctionSpec.Route> routes = Template.read(root.resolve("template.yaml"), Map.of()).functions().stream()
                .flatMap(function -> function.routes().stream()).filter(route -> only.isEmpty() || only.stream().anyMatch(route.key()::contains))
                .sorted(Comparator.comparing(route -> ORDER.indexOf(route.method()))).toList();
        Queue<FunctionSpec.Route> waiting = new ConcurrentLinkedQueue<>(routes);
        long start = System.nanoTime();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < AT_A_TIME; i++) {
                int number = i;
                working.add(workers.submit(() -> work(number, waiting)));
            }
            for (Future<?> one : working) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        System.out.printf("Hostile requests to each of %d routes: %d, %d in all, in %.0f s%n", routes.size(), requests, routes.size() * requests, (System.nanoTime() - start) / 1e9);
        System.out.println("  answers by status: " + statuses + "; routes with a fault of ours: " + faults);
        refusals();
        return faults;
    }

    private void work(int number, Queue<FunctionSpec.Route> waiting) {
        char letter = (char) ('a' + number);
        HearthClient member = person("soak fuzz " + letter, Role.MEMBER);
        List<HearthClient> people = List.of(HearthClient.visitor(site), member, person("soak fuzz keeper " + letter, Role.MODERATOR),
                person("soak fuzz lead " + letter, Role.LEAD), person("soak fuzz admin " + letter, Role.ADMIN));
        Map<String, List<String>> things = things(member, letter);
        for (FunctionSpec.Route route = waiting.poll(); route != null; route = waiting.poll()) {
            Fuzz fuzz = new Fuzz(seed + route.key().hashCode(), root, people, things);
            long start = System.nanoTime();
            fuzz.send(route, requests);
            heard(route, fuzz, (System.nanoTime() - start) / 1_000_000);
        }
    }

    private synchronized void heard(FunctionSpec.Route route, Fuzz fuzz, long milliseconds) {
        fuzz.statuses().forEach((status, times) -> statuses.merge(status, times, Integer::sum));
        faults += fuzz.faults().size();
        System.out.printf("  %-66s %6d ms  %s  %s%n", route.key(), milliseconds, fuzz.statuses(), fuzz.faults().getOrDefault(route.key(), ""));
    }

    private HearthClient person(String name, Role role) {
        return HearthClient.signedIn(site, name, role).joinedAs(name);
    }

    /** Something of each kind that is there, so that not every request ends at what is not. */
    private Map<String, List<String>> things(HearthClient member, char letter) {
        HearthClient author = person("soak writer " + letter, Role.MEMBER);
        List<String> threads = new ArrayList<>();
        List<String> posts = new ArrayList<>();
        String reference = "";
        for (HearthClient writer : List.of(member, author, author)) {
            JsonNode made = writer.post("/api/groups/" + Load.GROUP + "/threads",
                    HearthClient.object("title", "A walk on a day in spring", "text", words.harmless())).json();
            threads.add(made.path("thread").path("id").asText());
            posts.add(made.path("post").path("id").asText());
            publish(threads.getLast());
            reference = member.post("/api/threads/" + threads.getLast() + "/posts/" + posts.getLast() + "/reports",
                    HearthClient.object("reason", "other", "note", "")).json().path("reference").asText(reference);
        }
        String authorId = author.get("/api/me").json().path("id").asText();
        HearthClient lead = person("soak fuzz lead " + letter, Role.LEAD);
        Map<String, List<String>> things = new HashMap<>(Map.of("groupId", List.of(Load.GROUP, CLOSED), "threadId", threads, "postId", posts, "caseId", posts,
                "kind", List.of("heard", "helpful", "me-too"), "memberId", List.of(authorId), "reference", List.of(reference)));
        things.put("resourceId", List.of(made(lead, "/api/moderation/resources", HearthClient.object("title", "A place to write", "text", words.harmless(),
                "reviewBy", tomorrow())).path("id").asText()));
        JsonNode invitation = made(lead, "/api/moderation/invitations", HearthClient.object("groupId", CLOSED, "expiresAt", tomorrow()).put("uses", 5));
        things.put("invitationId", List.of(invitation.findValue("id").asText()));
        HearthClient guest = person("soak guest " + letter, Role.MEMBER);
        made(guest, "/api/me/access", HearthClient.object("link", invitation.path("link").asText().replaceFirst(".*#", "")));
        things.put("noteId", List.of(made(lead, "/api/moderation/members/" + authorId + "/notes", HearthClient.object("text", words.harmless())).findValue("id").asText()));
        return things;
    }

    private static String tomorrow() {
        return Instant.now().plus(Duration.ofDays(1)).toString();
    }

    private static JsonNode made(HearthClient person, String path, JsonNode body) {
        Answer answer = person.post(path, body);
        if (!answer.isGood()) {
            throw new IllegalStateException("What the requests are to be about was not made: " + answer.problem());
        }
        return answer.json();
    }

    private void publish(String thread) {
        for (int i = 0; i < TRIES; i++) {
            if (HearthClient.visitor(site).get("/api/public/threads/" + thread).isGood()) {
                return;
            }
            try {
                Thread.sleep(BETWEEN_TRIES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new IllegalStateException("What the requests are to be about was not published.");
    }

    /** How long it takes to be told that something is too large or too deep. */
    private void refusals() {
        HearthClient member = person("soak fuzz z", Role.MEMBER);
        Map<String, String> bodies = new TreeMap<>(Map.of("of 10 MB", "{\"text\":\"" + "a".repeat(10_000_000) + "\"}", "of 10 MB and more", "a".repeat(11_000_000),
                "100,000 arrays deep", "[".repeat(100_000), "100,000 objects deep", "{\"text\":" + "{\"a\":".repeat(100_000)));
        bodies.forEach((what, body) -> {
            long slowest = 0;
            int status = 0;
            for (int i = 0; i < 5; i++) {
                long start = System.nanoTime();
                Answer answer = member.send("POST", "/api/groups/" + Load.GROUP + "/threads", body, Map.of());
                slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
                status = answer.status();
            }
            System.out.printf("  a body %-22s is answered %d after %d ms at the most of five times%n", what, status, slowest);
        });
    }
}
