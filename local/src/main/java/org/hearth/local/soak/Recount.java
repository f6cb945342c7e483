package org.hearth.local.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.hearth.local.client.SignInException;
import org.hearth.local.issuer.Role;
import org.hearth.local.soak.Journal.Written;

/** Asks the forum, when all is quiet, for everything that it said yes to, and counts what its counters count. */
final class Recount {
    private static final int TRIES = 8;
    private static final Set<String> WAITING = Set.of("held", "escalated");
    private static final Set<String> DECIDED = Set.of("approve", "redact", "hide", "remove", "restore", "warn", "mute", "suspend", "ban", "escalate", "close");

    private final java.net.URI site;
    private final Journal journal;
    private final Map<String, Integer> found = new LinkedHashMap<>();
    private final List<String> examples = new ArrayList<>();
    private final Map<String, JsonNode> cases = new HashMap<>();
    private final Map<String, JsonNode> opened = new HashMap<>();
    private final Set<String> shown = new HashSet<>();
    private final HearthClient moderator;

    private Recount(java.net.URI site, Journal journal) {
        this.site = site;
        this.journal = journal;
        this.moderator = signedIn("soak keeper a", Role.MODERATOR);
        for (String kind : List.of("lost", "duplicated", "unseen", "wrong counters", "not erased", "log not intact", "log and decisions differ", "strange answers")) {
            found.put(kind, 0);
        }
    }

    /**
     * Counts.
     *
     * @param examples takes a sentence for each thing that is not right
     * @return how many of each kind; all 0 when all is well
     */
    static Map<String, Integer> of(java.net.URI site, Journal journal, Consumer<String> examples) {
        Recount recount = new Recount(site, journal);
        recount.cases("open");
        recount.cases("follow-up");
        recount.cases("closed");
        Set<String> authors = new TreeSet<>(journal.posts.values().stream().map(Written::author).toList());
        authors.forEach(recount::author);
        recount.reportsAndDecisions();
        recount.complaints();
        recount.counters();
        recount.left();
        recount.log();
        journal.strange.forEach(answer -> recount.wrong("strange answers", answer));
        recount.examples.forEach(examples);
        return recount.found;
    }

    // On a busy machine the first calls after a start may take longer than the template gives them.
    private HearthClient signedIn(String name, Role role) {
        for (int i = 1; i < TRIES; i++) {
            try {
                return HearthClient.signedIn(site, name, role).joinedAs(name);
            } catch (SignInException slow) {
                // Once more, then.
            }
        }
        return HearthClient.signedIn(site, name, role).joinedAs(name);
    }

    private void cases(String state) {
        pages(moderator, "/api/moderation/cases?state=" + state + "&", one -> cases.put(one.path("id").asText(), one));
    }

    private void author(String name) {
        HearthClient author = signedIn(name, Role.MEMBER);
        Map<String, String> byText = new HashMap<>();
        Set<String> there = new HashSet<>();
        pages(author, "/api/me/posts?", post -> {
            String id = post.path("id").asText();
            there.add(id);
            if (!post.path("text").asText().isEmpty() && byText.put(post.path("text").asText(), id) != null) {
                wrong("duplicated", name + " wrote once and has twice: " + id);
            }
            status(post);
        });
        journal.posts.values().stream().filter(post -> post.author().equals(name)).forEach(post -> written(author, post, there));
    }

    private void written(HearthClient author, Written post, Set<String> there) {
        if (journal.deleted.contains(post.id()) || journal.unsure.contains(post.id())) {
            return;
        }
        Answer answer = author.get("/api/threads/" + post.thread() + "/posts/" + post.id());
        // In a conversation whose opening a moderator took away, an author reaches their reply from their own posts only.
        if (answer.status() == 404 && there.contains(post.id())) {
            return;
        }
        if (!answer.isGood() || !there.contains(post.id())) {
            wrong("lost", "The post " + post.id() + " was taken and is not there: " + answer.status());
        } else if (!answer.json().path("text").asText().equals(journal.words.get(post.id()))) {
            wrong("lost", "The words of " + post.id() + " were taken and are not there");
        }
    }

    private void status(JsonNode post) {
        String id = post.path("id").asText();
        String status = post.path("status").asText();
        JsonNode known = cases.get(id);
        boolean open = known != null && known.path("state").asText().equals("open");
        if (status.equals("pending")) {
            wrong("unseen", "No check and no person has looked at " + id);
        } else if (WAITING.contains(status) && !open) {
            wrong("unseen", id + " waits for a person and has no open case");
        }
        if (journal.posts.containsKey(id) && journal.posts.get(id).crisis()) {
            crisis(id, known);
        }
    }

    private void crisis(String id, JsonNode known) {
        if (known == null) {
            wrong("unseen", "A crisis has no case: " + id);
        } else if (known.path("state").asText().equals("open") && known.path("risk").asText().equals("crisis") && !known.path("clocks").path("leadTold").has("at")) {
            // One that was decided and came back, by an appeal or a report, waits as what it is now.
            wrong("unseen", "Nobody was told of the crisis " + id + ": " + known.path("clocks") + opened(id).path("timeline"));
        }
    }

    private void reportsAndDecisions() {
        for (Journal.Entered report : new HashSet<>(journal.reports)) {
            once("The report " + report.id(), opened(report.caseId()).path("reports"), "reference", report.id());
        }
        for (Journal.Entered decision : new HashSet<>(journal.decisions)) {
            once("The decision " + decision.id(), opened(decision.caseId()).path("decisions"), "id", decision.id());
        }
        Map<String, Long> appeals = journal.appeals.stream().collect(Collectors.groupingBy(Journal.Entered::caseId, Collectors.counting()));
        appeals.forEach((id, taken) -> {
            long noted = opened(id).path("timeline").valueStream().filter(event -> event.path("what").asText().equals("Appealed")).count();
            if (noted < taken) {
                wrong("lost", "In the case " + id + " are " + noted + " appeals of " + taken);
            }
        });
    }

    private JsonNode opened(String id) {
        return opened.computeIfAbsent(id, one -> moderator.get("/api/moderation/cases/" + one).json());
    }

    private void left() {
        for (Journal.Left gone : journal.left) {
            int profile = moderator.get("/api/moderation/members/" + gone.id()).status();
            if (profile != 404 || gone.texts().stream().anyMatch(shown::contains)) {
                wrong("not erased", gone.name() + " asked to be erased and is there: " + profile);
            }
        }
    }

    private void once(String what, JsonNode list, String field, String wanted) {
        long times = list.valueStream().filter(one -> one.path(field).asText().equals(wanted)).count();
        if (times != 1) {
            wrong(times == 0 ? "lost" : "duplicated", what + " is there " + times + " times");
        }
    }

    private void complaints() {
        Map<String, Integer> notes = new HashMap<>();
        cases.values().stream().filter(one -> one.path("kind").asText().equals("complaint"))
                .forEach(one -> notes.merge(one.path("snippet").asText(), 1, Integer::sum));
        for (String note : new HashSet<>(journal.complaints)) {
            int times = notes.getOrDefault(note, 0);
            if (times != 1) {
                wrong(times == 0 ? "lost" : "duplicated", "A complaint is there " + times + " times");
            }
        }
    }

    private void counters() {
        HearthClient visitor = HearthClient.visitor(site);
        Map<String, Integer> said = new HashMap<>();
        pages(visitor, "/api/public/groups/" + Load.GROUP + "/threads?", thread -> {
            if (said.put(thread.path("id").asText(), thread.path("replyCount").asInt()) != null) {
                wrong("wrong counters", "A thread is listed twice: " + thread.path("id").asText());
            }
        });
        said.forEach((thread, replies) -> {
            List<JsonNode> there = new ArrayList<>();
            pages(visitor, "/api/public/threads/" + thread + "?", there::add);
            there.forEach(post -> shown.add(post.path("text").asText()));
            String opening = thread(thread);
            long counted = there.stream().filter(post -> !post.path("id").asText().equals(opening)).count();
            if (counted != replies) {
                wrong("wrong counters", thread + " says " + replies + " replies and has " + counted);
            }
        });
    }

    private String thread(String id) {
        return journal.posts.values().stream().filter(post -> post.opening() && post.thread().equals(id)).map(Written::id).findFirst().orElse("");
    }

    private void log() {
        HearthClient lead = signedIn("soak lead", Role.LEAD);
        JsonNode verification = lead.get("/api/moderation/audit/verification").json();
        if (!verification.path("intact").asBoolean()) {
            wrong("log not intact", "The audit log: " + verification);
        }
        YearMonth now = YearMonth.now(ZoneOffset.UTC);
        Map<String, Integer> entries = new HashMap<>();
        pages(lead, "/api/moderation/audit?from=" + now + "&to=" + now.plusMonths(1) + "&", entry -> {
            if (DECIDED.contains(entry.path("action").asText())) {
                entries.merge(entry.path("target").asText(), 1, Integer::sum);
            }
        });
        for (String id : journal.decisions.stream().map(Journal.Entered::caseId).collect(Collectors.toSet())) {
            int decisions = opened(id).path("decisions").size();
            if (decisions != entries.getOrDefault(id, 0)) {
                wrong("log and decisions differ", "The case " + id + " has " + decisions + " decisions, and the log " + entries.getOrDefault(id, 0));
            }
        }
    }

    private static void pages(HearthClient reader, String path, Consumer<JsonNode> use) {
        String cursor = "";
        do {
            Answer answer = reader.get(path + cursor);
            for (int i = 1; i < TRIES && answer.status() >= 500; i++) {
                answer = reader.get(path + cursor);
            }
            if (!answer.isGood()) {
                throw new IllegalStateException(path + ": " + answer.problem());
            }
            answer.json().path("items").forEach(use);
            cursor = answer.json().has("nextCursor") ? "cursor=" + answer.json().path("nextCursor").asText() : "";
        } while (!cursor.isEmpty());
    }

    private void wrong(String kind, String example) {
        found.merge(kind, 1, Integer::sum);
        examples.add(kind + ": " + example);
    }
}
