package org.hearth.local.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
    private static final long BETWEEN_LEAVERS = 400;
    /** No two of which look alike: names that do are refused. */
    private static final String LETTERS = "abcdefghkpqrstxyz";

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
        Moderating moderating = new Moderating(journal, words, () -> beginning);
        for (int i = 0; i < moderators; i++) {
            Person person = person("soak keeper " + (char) ('a' + i), Role.MODERATOR);
            working.add(people.submit(() -> moderating.work(person)));
        }
        Person lead = person("soak lead", Role.LEAD);
        working.add(people.submit(() -> moderating.work(lead)));
        working.add(people.submit(this::complain));
        working.add(people.submit(this::leave));
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
                one.get(300, TimeUnit.SECONDS);
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
            } else if (dice < 72) {
                edit(person, mine.get(random.nextInt(mine.size())));
            } else if (dice < 76) {
                delete(person, mine.remove(random.nextInt(mine.size())));
            } else if (dice < 92) {
                report(person, random);
            } else {
                appeal(person);
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

    private void appeal(Person person) {
        Answer mine = person.get("/api/me/posts");
        if (mine == null) {
            return;
        }
        mine.json().path("items").valueStream()
                .filter(post -> post.path("decision").path("appealable").asBoolean() && !post.path("decision").has("appeal")).findFirst().ifPresent(post -> {
                    String decision = post.path("decision").path("id").asText();
                    Answer answer = person.post("/api/appeals", HearthClient.object("decisionId", decision, "note", "I meant no harm."), UUID.randomUUID().toString());
                    if (answer != null && answer.status() == 201) {
                        journal.appeals.add(new Journal.Entered(post.path("id").asText(), decision));
                    } else if (answer != null && answer.status() != 409) {
                        strange("an appeal", answer);
                    }
                });
    }

    /** One after another joins, writes a little, and asks to be erased with all of it. */
    private void leave() {
        for (int i = 0; beginning; i++) {
            Person person = person("soak leaver " + LETTERS.charAt(i / LETTERS.length() % LETTERS.length()) + LETTERS.charAt(i % LETTERS.length()), Role.MEMBER);
            Set<String> texts = new HashSet<>();
            for (int post = 0; post < 2 && !threads.isEmpty(); post++) {
                String text = words.harmless();
                Answer answer = person.post("/api/threads/" + threads.get(i % threads.size()) + "/posts", HearthClient.object("text", text), UUID.randomUUID().toString());
                if (answer != null && answer.status() == 201) {
                    texts.add(text);
                }
            }
            Answer me = person.get("/api/me");
            Answer asked = person.put("/api/me/erasure", HearthClient.object("posts", "remove"));
            if (me != null && asked != null && asked.isGood()) {
                journal.left.add(new Journal.Left(me.json().path("id").asText(), person.name(), texts));
            } else if (asked != null) {
                strange("a wish to be erased", asked);
            }
            rest(BETWEEN_LEAVERS);
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

    static void rest(long milliseconds) {
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
