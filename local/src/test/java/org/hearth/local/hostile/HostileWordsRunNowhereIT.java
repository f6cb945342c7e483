package org.hearth.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/**
 * Hostile strings go through the API into every field that takes words, and out on every surface in a real browser: nothing runs,
 * nothing is fetched, no link leads to anything but a web page. A naive page beside it runs the same strings, or this proves nothing.
 */
class HostileWordsRunNowhereIT {
    private static final String RAN = "a hostile string ran";
    private static final String WATCH = "for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => { window.ran = (window.ran ?? 0) + 1; "
            + "console.error('" + RAN + "'); };";
    private static final String LINKS = "() => [...document.querySelectorAll('[href], [src], [action], [data]')]"
            + ".flatMap(e => ['href', 'src', 'action', 'data'].map(name => e.getAttribute(name))).filter(value => value !== null)"
            + ".map(value => new URL(value, location).href).filter(address => !/^(https?|mailto|tel|sms):/.test(address))";
    private static final int A_TITLE = 120;
    private static final int A_TEXT = 9_500;
    private static final int A_NOTE = 1_900;
    private static final int MOST_TITLES = 40;
    private static final int AS_THE_AUTHOR = 10;
    private static final int MOST_CASES = 12;
    private static final int FEW_THREADS = 8;

    private final List<String> payloads = Payloads.all();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    @Test
    void inAnyFieldOnAnySurface() throws Exception {
        try (RunningHearth hearth = RunningHearth.start(false)) {
            HearthClient author = hearth.as("hostile author");
            Written written = write(hearth, author);
            Set<String> members = new LinkedHashSet<>(List.of("/", "/group.html?id=" + RunningHearth.OPEN, "/account.html", "/join.html",
                    "/report.html", "/compose.html?group=" + RunningHearth.OPEN, "/member.html?id=" + good(author.get("/api/me")).path("id").asText()));
            written.threads().stream().limit(mostThreads()).forEach(thread -> members.add("/thread.html?id=" + thread));
            Set<String> staff = new LinkedHashSet<>(List.of("/moderate.html", "/moderate.html?state=closed", "/audit.html", "/handover.html", "/rota.html"));
            written.cases().stream().limit(MOST_CASES).forEach(one -> staff.add("/case.html?id=" + one));
            Set<String> raw = Set.of("/api/public/groups/" + RunningHearth.OPEN + "/threads", "/api/public/groups/" + RunningHearth.OPEN + "/feed.xml",
                    "/api/public/feed.xml", "/api/public/threads/" + written.threads().iterator().next());
            visit(hearth, null, raw);
            visit(hearth, author, Set.of("/api/me/posts"));
            visit(hearth, null, members);
            visit(hearth, author, members.stream().limit(AS_THE_AUTHOR).collect(Collectors.toCollection(LinkedHashSet::new)));
            visit(hearth, hearth.lead(), staff);
            files(hearth);
        }
        naive();
        System.out.println("Hostile strings: " + counts);
    }

    // Each title stands in the group's list too; what only a thread's page shows is in the few first ones, if the strings are few.
    private int mostThreads() {
        return Payloads.packed(payloads, A_TEXT).size() > 1 ? Integer.MAX_VALUE : FEW_THREADS;
    }

    private record Written(Set<String> threads, Set<String> cases) {
    }

    private Written write(RunningHearth hearth, HearthClient author) {
        Set<String> threads = new LinkedHashSet<>();
        Set<String> cases = new LinkedHashSet<>();
        List<String> texts = readable(Payloads.packed(payloads, A_TEXT));
        List<String> notes = readable(Payloads.packed(payloads, A_NOTE));
        List<String> titles = readable(payloads.stream().filter(payload -> payload.length() <= A_TITLE).toList());
        count("strings", payloads.size());
        int step = Math.max(1, titles.size() / MOST_TITLES);
        int note = 0;
        List<JsonNode> posts = new ArrayList<>();
        for (int i = 0; i < Math.max(texts.size(), titles.size() / step); i++) {
            Answer made = author.post("/api/groups/" + RunningHearth.OPEN + "/threads", HearthClient.object(
                    "title", titles.get(i * step % titles.size()), "text", texts.get(i % texts.size())));
            if (made.status() == 422) {
                count("refused in words", 1);
                continue;
            }
            JsonNode post = good(made).path("post");
            posts.add(post);
            threads.add(post.path("threadId").asText());
        }
        count("threads with a hostile title and text", posts.size());
        for (JsonNode post : posts) {
            hearth.verdict(author, post);
            String id = post.path("id").asText();
            Answer reported = author.post("/api/threads/" + post.path("threadId").asText() + "/posts/" + id + "/reports",
                    HearthClient.object("reason", "other", "note", notes.get(note++ % notes.size())));
            if (reported.isGood() && decided(hearth, author, post, notes.get(note++ % notes.size()), notes.get(note++ % notes.size()))) {
                cases.add(id);
            }
        }
        for (String contact : readable(payloads.stream().filter(payload -> payload.length() <= 200).limit(60).toList())) {
            good(hearth.visitor().post("/api/public/reports",
                    HearthClient.object("reason", "other", "note", notes.get(note++ % notes.size()), "contact", contact)));
        }
        count("notes, reasons and contacts", note);
        names(hearth);
        return new Written(threads, cases);
    }

    private boolean decided(RunningHearth hearth, HearthClient author, JsonNode post, String reason, String appeal) {
        String path = "/api/moderation/cases/" + post.path("id").asText();
        if (!hearth.moderator().put(path + "/claim").isGood()) {
            return false;
        }
        Answer decision = hearth.moderator().post(path + "/decisions", HearthClient.object("action", "redact", "rule", "be-kind",
                "reason", reason.substring(0, Math.min(reason.length(), 1_000)), "text", good(author.get(postPath(post))).path("text").asText()));
        if (decision.isGood()) {
            author.post("/api/appeals", HearthClient.object("decisionId", decision.json().path("decision").path("id").asText(),
                    "note", appeal.substring(0, Math.min(appeal.length(), 900))));
            count("redacted with hostile words, for a hostile reason", 1);
        }
        return true;
    }

    private void names(RunningHearth hearth) {
        int taken = 0;
        HearthClient somebody = hearth.as("namely");
        for (String name : payloads.stream().filter(payload -> payload.length() <= 24).toList()) {
            taken += somebody.put("/api/me", HearthClient.object("name", name)).isGood() ? 1 : 0;
        }
        count("short ones that are a possible pseudonym", taken);
    }

    private static String postPath(JsonNode post) {
        return "/api/threads/" + post.path("threadId").asText() + "/posts/" + post.path("id").asText();
    }

    /** Without those that hold what the API refuses whoever sends it: control characters and marks that turn the direction. */
    private static List<String> readable(List<String> texts) {
        return texts.stream().map(text -> text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]|\\p{Cs}", ""))
                .map(text -> text.length() <= A_TITLE ? text.replace('\n', ' ') : text).filter(text -> !text.isBlank()).toList();
    }

    private void visit(RunningHearth hearth, HearthClient reader, Set<String> paths) {
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.WIDE)) {
            browser.page().addInitScript(WATCH);
            browser.page().onDialog(dialog -> {
                count("dialogs", 1);
                dialog.dismiss();
            });
            browser.expecting(401).expecting(403).expecting(404);
            if (reader != null) {
                browser.signedInAs(reader);
            }
            for (String path : paths) {
                boolean page = path.contains(".html") || path.equals("/");
                browser.page().navigate(hearth.address().resolve(path).toString(), new Page.NavigateOptions().setWaitUntil(page ? WaitUntilState.NETWORKIDLE : WaitUntilState.LOAD));
                count("surfaces opened", 1);
                assertThat(browser.page().evaluate("() => window.ran ?? 0")).as(path).isEqualTo(0);
                if (page) {
                    assertThat((List<?>) browser.page().evaluate(LINKS)).as(path).isEmpty();
                }
                assertThat(browser.leftFor()).as(path).isEmpty();
            }
        }
        assertThat(counts.getOrDefault("dialogs", 0)).isZero();
    }

    private void files(RunningHearth hearth) throws Exception {
        Answer feed = hearth.visitor().get("/api/public/groups/" + RunningHearth.OPEN + "/feed.xml");
        var read = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(feed.text().getBytes(StandardCharsets.UTF_8))));
        assertThat(read.getEntries()).isNotEmpty();
        assertThat(feed.text()).doesNotContain("<script", "<img", "<svg", "<iframe", "<!DOCTYPE", "<!ENTITY");
        read.getEntries().forEach(entry -> assertThat(entry.getLink()).startsWith(hearth.address().toString()));
        Answer export = hearth.as("hostile author").get("/api/me/export");
        assertThat(export.headers().firstValue("content-disposition").orElse("")).startsWith("attachment");
        assertThat(export.headers().firstValue("content-type").orElse("")).startsWith("application/json");
        assertThat(good(export).isObject()).isTrue();
        String csv = hearth.lead().get("/api/moderation/audit.csv").text();
        assertThat(csv.lines().flatMap(line -> Arrays.stream(line.split(",")))).noneMatch(cell -> cell.matches("\"?[=+@\\t-].*"));
        assertThat(hearth.outbox()).noneMatch(message -> payloads.stream().filter(payload -> payload.length() > 12)
                .anyMatch(payload -> (message.subject() + message.body()).contains(payload)));
        assertThat(hearth.outbox()).noneMatch(message -> message.subject().matches("(?s).*[\\r\\n].*"));
    }

    /** What the same strings do where somebody wrote {@code innerHTML}. */
    private void naive() {
        try (BrowserPage browser = BrowserPage.open(RunningHearth.shared(), BrowserPage.WIDE)) {
            Page page = browser.page();
            AtomicInteger fired = new AtomicInteger();
            page.onConsoleMessage(message -> fired.addAndGet(message.text().equals(RAN) ? 1 : 0));
            page.route("**/*", route -> route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<title>x</title>")));
            page.addInitScript(WATCH);
            for (int from = 0; from < payloads.size(); from += 25) {
                inserted(page, payloads.subList(from, Math.min(from + 25, payloads.size())));
            }
            count("fired on a naive page", fired.get());
            assertThat(fired.get()).isPositive();
            browser.forgetFaults();
        }
    }

    private static void inserted(Page page, List<String> some) {
        try {
            page.navigate("http://localhost/naive");
            page.evaluate("some => { for (const one of some) { const place = document.createElement('div'); place.innerHTML = one; "
                    + "document.body.append(place); } }", some);
            page.evaluate("() => new Promise(done => setTimeout(done, 100))");
        } catch (PlaywrightException wentAway) {
            // One of them took the page elsewhere.
        }
    }

    private void count(String what, int more) {
        counts.merge(what, more, Integer::sum);
    }
}
