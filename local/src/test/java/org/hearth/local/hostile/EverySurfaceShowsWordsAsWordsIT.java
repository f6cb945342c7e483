package org.hearth.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/**
 * On every page, in every text of every answer that it asks for, at once: all hostile strings, also those that the API would never
 * have taken. Nothing runs, nothing is fetched, no link leads to anything but a web page.
 */
class EverySurfaceShowsWordsAsWordsIT {
    static final String RAN = "a hostile string ran";
    static final String WATCH = "for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => { window.ran = (window.ran ?? 0) + 1; "
            + "console.error('" + RAN + "'); };";
    static final String LINKS = "() => [...document.querySelectorAll('[href], [src], [action], [data], [formaction], [srcset]')]"
            + ".flatMap(e => ['href', 'src', 'action', 'data', 'formaction', 'srcset'].map(name => e.getAttribute(name))).filter(value => value !== null)"
            + ".map(value => { try { return new URL(value, location).href } catch { return value } })"
            + ".filter(address => !/^(https?|mailto|tel|sms):/.test(address))";
    private static final String OPEN_ALL = "() => document.querySelectorAll('details').forEach(one => one.open = true)";
    private static final int A_CHUNK = 180_000;
    private static final double PATIENCE = 120_000;
    private static final Pattern PAGE = Pattern.compile("([a-z0-9-]+)\\.html");
    // Sends what can't be taken back, leads away, or asks for a file.
    private static final Pattern NOT_PRESSED = Pattern.compile("(?i).*(exit|sign out|leave|delete|erase|remove|download|send|save|stop|start|join).*", Pattern.DOTALL);

    private static final Set<String> STAFF = Set.of("audit", "care", "case", "checks", "drill", "greet", "handover", "member", "moderate", "rota");

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Set<String> fields = new TreeSet<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void onEveryPage() throws Exception {
        List<String> payloads = Payloads.all();
        RunningHearth hearth = RunningHearth.sharedDemo();
        List<String> pages = pages(hearth);
        assertThat(pages.stream().map(EverySurfaceShowsWordsAsWordsIT::name)).containsAll(all());
        List<String> chunks = Payloads.packed(payloads, A_CHUNK);
        int longest = payloads.stream().mapToInt(String::length).max().orElseThrow();
        assertThat(longest).isLessThan(A_CHUNK);
        for (String chunk : chunks) {
            List<String> everybodys = pages.stream().filter(page -> !STAFF.contains(name(page))).toList();
            look(hearth, null, everybodys, chunk, payloads);
            look(hearth, hearth.as("somebody at home"), everybodys, chunk, payloads);
            look(hearth, hearth.lead(), pages.stream().filter(page -> STAFF.contains(name(page)) || name(page).matches("thread|group|resources")).toList(), chunk, payloads);
        }
        System.out.println("Hostile strings in every text of every answer: " + payloads.size() + " strings, " + pages.size() + " pages, " + counts + ", in the fields " + fields);
        assertThat(wrong).isEmpty();
        assertThat(fields).contains("name", "title", "text", "note", "reason", "snippet", "what", "description");
    }

    private static String name(String path) {
        Matcher name = PAGE.matcher(path);
        return name.find() ? name.group(1) : "index";
    }

    private static List<String> all() throws java.io.IOException {
        try (var files = java.nio.file.Files.list(RunningHearth.root().resolve("static-site/public"))) {
            return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".html")).map(file -> file.replace(".html", "")).toList();
        }
    }

    /** Every page there is, those about something with something that is there. */
    private static List<String> pages(RunningHearth hearth) throws java.io.IOException {
        HearthClient lead = hearth.lead();
        JsonNode group = good(hearth.visitor().get("/api/public/groups")).path("items").path(0);
        JsonNode thread = good(hearth.visitor().get("/api/public/groups/" + group.path("id").asText() + "/threads")).path("items").path(0);
        JsonNode about = good(lead.get("/api/moderation/cases?state=open")).path("items").path(0);
        JsonNode decided = good(lead.get("/api/moderation/cases?state=closed")).path("items").path(0);
        Map<String, List<String>> queries = Map.of(
                "group", List.of("?id=" + group.path("id").asText()), "compose", List.of("?group=" + group.path("id").asText()),
                "thread", List.of("?id=" + thread.path("id").asText()),
                "case", List.of("?id=" + about.path("id").asText(), "?id=" + decided.path("id").asText()),
                "member", List.of("?id=" + thread.path("author").path("id").asText(good(lead.get("/api/me")).path("id").asText())),
                "report", List.of("", "?thread=" + thread.path("id").asText()),
                "moderate", List.of("", "?state=closed", "?state=follow-up"), "outcome", List.of("?reference=HR-0000-0000"));
        List<String> pages = new ArrayList<>();
        for (String page : all()) {
            queries.getOrDefault(page, List.of("")).forEach(query -> pages.add("/" + page + ".html" + query));
        }
        return pages;
    }

    private void look(RunningHearth hearth, HearthClient reader, List<String> paths, String chunk, List<String> payloads) {
        BrowserPage browser = BrowserPage.open(hearth, BrowserPage.WIDE);
        Page page = browser.page();
        // Pages with so many words in each place take their time.
        page.setDefaultTimeout(PATIENCE);
        page.addInitScript(WATCH);
        page.onDialog(dialog -> {
            wrong.add("A dialog on " + page.url());
            dialog.dismiss();
        });
        page.onConsoleMessage(message -> {
            if (message.text().contains(RAN) || message.text().contains("content security policy refused")) {
                wrong.add(message.text() + " on " + page.url());
            }
        });
        Substitution substitution = new Substitution(chunk, payloads);
        page.route("**/api/**", route -> substitute(route, substitution));
        if (reader != null) {
            browser.signedInAs(reader);
        }
        for (String path : paths) {
            try {
                // Away from what a button on the page before may still be on its way to.
                page.navigate("about:blank");
                page.navigate(hearth.address().resolve(path).toString());
                page.waitForLoadState(LoadState.NETWORKIDLE);
                page.evaluate(OPEN_ALL);
                judge(browser, path);
                press(page);
                again(browser, path);
            } catch (PlaywrightException failed) {
                wrong.add(path + ": " + failed.getMessage().lines().limit(2).toList());
            }
        }
        fields.addAll(substitution.fields());
        browser.forgetFaults();
        browser.close();
    }

    // A button may have led to another page, which is judged then.
    private void again(BrowserPage browser, String path) {
        try {
            browser.page().waitForLoadState(LoadState.NETWORKIDLE);
            judge(browser, path);
        } catch (PlaywrightException onItsWay) {
            browser.page().waitForLoadState(LoadState.NETWORKIDLE);
            judge(browser, path);
        }
    }

    private void judge(BrowserPage browser, String path) {
        counts.merge("views", 1, Integer::sum);
        Object ran = browser.page().evaluate("() => window.ran ?? 0");
        List<?> links = (List<?>) browser.page().evaluate(LINKS);
        if (!ran.equals(0) || !links.isEmpty() || !browser.leftFor().isEmpty()) {
            wrong.add(path + ": ran " + ran + ", links " + links.stream().limit(3).toList() + ", asked for " + browser.leftFor().stream().limit(3).toList());
        }
        browser.leftFor().clear();
        counts.merge("fired", ((Number) ran).intValue(), Integer::sum);
    }

    /** Opens what lies behind buttons: parts of a page that are only made when somebody asks for them. */
    private void press(Page page) {
        List<?> names = (List<?>) page.evaluate("() => [...document.querySelectorAll('main button:not([type=submit]):not([disabled])')].map(one => one.innerText || one.ariaLabel || '')");
        for (int i = 0; i < Math.min(names.size(), 8); i++) {
            String words = String.valueOf(names.get(i));
            if (words.length() < 60 && !NOT_PRESSED.matcher(words).matches()) {
                try {
                    page.evaluate("i => document.querySelectorAll('main button:not([type=submit]):not([disabled])')[i]?.click()", i);
                } catch (PlaywrightException leftThePage) {
                    return;
                }
                counts.merge("buttons pressed", 1, Integer::sum);
            }
        }
    }

    private static void substitute(Route route, Substitution substitution) {
        if (!route.request().method().equals("GET")) {
            route.fulfill(new Route.FulfillOptions().setStatus(503).setContentType("application/problem+json")
                    .setBody(substitution.in("{\"type\":\"/problems/unavailable\",\"title\":\"x\",\"status\":503,\"detail\":\"x\"}")));
            return;
        }
        if (route.request().isNavigationRequest()) {
            route.resume();
            return;
        }
        APIResponse answer = route.fetch();
        String type = answer.headers().getOrDefault("content-type", "");
        route.fulfill(type.contains("json") ? new Route.FulfillOptions().setResponse(answer).setBody(substitution.in(answer.text()))
                : new Route.FulfillOptions().setResponse(answer));
    }
}
