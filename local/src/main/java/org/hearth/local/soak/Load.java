package org.hearth.local.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.hearth.local.issuer.Role;

/** Members who write, change their minds and report, and moderators who decide, all at once and without a pause. */
final class Load implements AutoCloseable {
    static final String GROUP = "soak-room";

    private final URI site;
    private final Journal journal;
    private final Words words = new Words();
    private final List<String> threads = new CopyOnWriteArrayList<>();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> working = new ArrayList<>();
    private volatile boolean beginning = true;
    private volatile boolean goingOn = true;

    Load(URI site, Journal journal) {
        this.site = site;
        this.journal = journal;
    }

    void begin(int members, int moderators, long seed) {
        for (int i = 0; i < members; i++) {
            Person person = person("soak member " + (char) ('a' + i), Role.MEMBER);
            Random random = new Random(seed + i);
            working.add(people.submit(() -> write(person, random)));
        }
        for (int i = 0; i < moderators; i++) {
            Person person = person("soak keeper " + (char) ('a' + i), Role.MODERATOR);
            working.add(people.submit(() -> moderate(person)));
        }
        working.add(people.submit(this::complain));
    }

    Person person(String name, Role role) {
        return new Person(site, name, role, () -> goingOn);
    }

    /** Begins nothing new; what has been sent is sent on until it is answered. */
    void noMore() {
        beginning = false;
    }

    /** Waits until all that was sent is answered. */
    void finish() throws InterruptedException {
        noMore();
        for (Future<?> one : working) {
            try {
                one.get(120, TimeUnit.SECONDS);
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                journal.strange.add("Somebody did not come to an end: " + e.getClass().getSimpleName() + " " + e.getCause());
            }
        }
    }

    private void write(Person person, Random random) {
        List<String> mine = new ArrayList<>();
        while (beginning) {
            int dice = random.nextInt(100);
            if (threads.isEmpty() || dice < 8) {
                start(person, random);
            } else if (dice < 60 || mine.isEmpty()) {
                reply(person, random, mine);
            } else if (dice < 75) {
                edit(person, mine.get(random.nextInt(mine.size())));
            } else if (dice < 80) {
                delete(person, mine.remove(random.nextInt(mine.size())));
            } else {
                report(person, random);
            }
        }
    }

    private void start(Person person, Random random) {
        String text = words.harmless();
        ObjectNode draft = HearthClient.object("title", "A walk on a day in " + (random.nextBoolean() ? "spring" : "autumn"), "text", text);
        JsonNode made = taken(sent(person, "/api/groups/" + GROUP + "/threads", draft, random), 201);
        if (made != null) {
            String thread = made.path("thread").path("id").asText();
            journal.written(new Journal.Written(person.name(), thread, made.path("post").path("id").asText(), true, false), text);
            threads.add(thread);
        }
    }

    private void reply(Person person, Random random, List<String> mine) {
        boolean crisis = random.nextInt(12) == 0;
        String text = crisis ? words.crisis() : words.harmless();
        String thread = threads.get(random.nextInt(threads.size()));
        Answer answer = sent(person, "/api/threads/" + thread + "/posts", HearthClient.object("text", text), random);
        // A thread whose opening is not out yet is there for its author only.
        if (answer == null || answer.status() == 404 || answer.status() == 409) {
            return;
        }
        JsonNode made = taken(answer, 201);
        if (made != null) {
            journal.written(new Journal.Written(person.name(), thread, made.path("id").asText(), false, crisis), text);
            if (!crisis) {
                mine.add(made.path("id").asText());
            }
        }
    }

    /** Sends it once, or, as an impatient phone does, several times at once with the same key. */
    private Answer sent(Person person, String path, JsonNode draft, Random random) {
        String key = UUID.randomUUID().toString();
        if (random.nextInt(4) > 0) {
            return person.post(path, draft, key);
        }
        List<Future<Answer>> together = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            together.add(people.submit(() -> person.post(path, draft, key)));
        }
        Answer last = null;
        for (Future<Answer> one : together) {
            try {
                Answer answer = one.get();
                if (answer != null && last != null && answer.isGood() && last.isGood() && !idOf(answer).equals(idOf(last))) {
                    journal.strange.add("One key made two things at " + path);
                }
                last = answer == null ? last : answer;
            } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
                journal.strange.add("A duplicate failed: " + e.getCause());
            }
        }
        return last;
    }

    private static String idOf(Answer answer) {
        return answer.json().path("id").asText() + answer.json().path("post").path("id").asText();
    }

    private void edit(Person person, String id) {
        Journal.Written post = journal.posts.get(id);
        String path = "/api/threads/" + post.thread() + "/posts/" + id;
        Answer now = person.get(path);
        if (now == null || !now.isGood()) {
            return;
        }
        String text = words.harmless();
        journal.unsure.add(id);
        Answer answer = person.put(path, HearthClient.object("text", text).put("version", now.json().path("version").asInt()));
        if (answer == null) {
            return;
        }
        if (answer.isGood()) {
            journal.words.put(id, text);
            journal.unsure.remove(id);
        } else if (answer.status() == 409) {
            settle(person, path, id);
        } else {
            strange("an edit", answer);
        }
    }

    // A conflict after an answer that was lost may be with one's own first try: what is there now was taken.
    private void settle(Person person, String path, String id) {
        Answer now = person.get(path);
        if (now != null && now.isGood()) {
            journal.words.put(id, now.json().path("text").asText());
            journal.unsure.remove(id);
        }
    }

    private void delete(Person person, String id) {
        Journal.Written post = journal.posts.get(id);
        journal.unsure.add(id);
        Answer answer = person.send("DELETE", "/api/threads/" + post.thread() + "/posts/" + id, null, Map.of());
        if (answer != null && (answer.isGood() || answer.status() == 404)) {
            journal.deleted.add(id);
            journal.unsure.remove(id);
        } else if (answer != null) {
            strange("a deletion", answer);
        }
    }

    private void report(Person person, Random random) {
        List<Journal.Written> all = List.copyOf(journal.posts.values());
        Journal.Written post = all.get(random.nextInt(all.size()));
        Answer answer = person.post("/api/threads/" + post.thread() + "/posts/" + post.id() + "/reports",
                HearthClient.object("reason", "other", "note", words.harmless()), UUID.randomUUID().toString());
        if (answer == null || answer.status() == 404 || answer.status() == 409) {
            return;
        }
        JsonNode made = taken(answer, 201);
        if (made != null) {
            journal.reports.add(new Journal.Entered(post.id(), made.path("reference").asText()));
        }
    }

    private void complain() {
        HearthClient visitor = HearthClient.visitor(site);
        while (beginning) {
            String key = UUID.randomUUID().toString();
            ObjectNode complaint = HearthClient.object("reason", "other", "note", words.harmless());
            Answer answer = null;
            while (goingOn && (answer == null || answer.status() >= 500 || answer.status() == 429)) {
                try {
                    answer = visitor.post("/api/public/reports", complaint, key);
                } catch (java.io.UncheckedIOException e) {
                    answer = null;
                }
                rest(150);
            }
            JsonNode made = answer == null ? null : taken(answer, 201);
            if (made != null) {
                journal.complaints.add(complaint.path("note").asText());
            }
        }
    }

    private void moderate(Person person) {
        while (beginning) {
            Answer queue = person.get("/api/moderation/cases?state=open");
            if (queue == null) {
                return;
            }
            for (JsonNode summary : queue.json().path("items")) {
                if (beginning && summary.path("kind").asText().equals("post")) {
                    decide(person, summary.path("id").asText());
                }
            }
            rest(50);
        }
    }

    private void decide(Person person, String id) {
        String path = "/api/moderation/cases/" + id;
        Answer claim = person.put(path + "/claim", null);
        if (claim == null || !claim.isGood()) {
            return;
        }
        Answer opened = person.get(path);
        if (opened == null || !opened.isGood() || !opened.json().has("post")) {
            return;
        }
        String action = switch (id.charAt(id.length() - 1) % 4) {
            case 0 -> "hide";
            case 1 -> "remove";
            default -> "approve";
        };
        ObjectNode decision = HearthClient.object("action", action, "rule", "be-kind", "reason", "This was read, and decided.",
                "reply", "Thank you for telling us how bad this night is. I read all of it, and I will write again in the morning.")
                .put("version", opened.json().path("version").asInt());
        Answer answer = person.post(path + "/decisions", decision, UUID.randomUUID().toString());
        if (answer != null && answer.isGood()) {
            journal.decisions.add(new Journal.Entered(id, answer.json().path("decision").path("id").asText()));
        } else if (answer != null && answer.status() != 409 && answer.status() != 422) {
            strange("a decision", answer);
        }
    }

    private JsonNode taken(Answer answer, int status) {
        if (answer == null) {
            return null;
        }
        if (answer.status() == status) {
            return answer.json();
        }
        strange("something new", answer);
        return null;
    }

    private void strange(String what, Answer answer) {
        journal.strange.add("An answer to " + what + ": " + answer.problem());
    }

    private static void rest(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        goingOn = false;
        beginning = false;
        people.shutdownNow();
    }
}
