package org.hearth.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.hearth.local.client.HearthClient;
import org.hearth.local.issuer.Role;

/** What each page asks for, how much of it, and how long a phone on a slow line waits for its content: the first time and again. */
final class Pages {
    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome-stable",
            "/usr/bin/google-chrome", "/snap/bin/chromium", "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> QUIETLY = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage");
    private static final int A_PHONE = 360;
    /** Slow 4G as Lighthouse takes it. */
    private static final int ROUND_TRIP_MILLIS = 150;
    private static final int DOWN_BYTES_A_SECOND = 1_600_000 / 8;
    private static final int UP_BYTES_A_SECOND = 750_000 / 8;
    private static final int SLOWER = 4;
    private static final String CONTENT = "() => new Promise(done => { new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))"
            + ".observe({type: 'largest-contentful-paint', buffered: true}); setTimeout(() => done(-1), 2000); })";

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path root;
    private final Budgets budgets;
    private final Report report;

    private record Visit(int requests, long bytes, long scriptBytes, double scriptMillis, double contentMillis) {
    }

    private record Place(String path, Role role) {
    }

    Pages(Path root, Budgets budgets, Report report) {
        this.root = root;
        this.budgets = budgets;
        this.report = report;
    }

    static Optional<Path> chromium() {
        return Stream.concat(Stream.of(System.getenv("HEARTH_CHROMIUM")), PLACES.stream()).filter(Objects::nonNull).map(Path::of)
                .filter(Files::isExecutable).findFirst();
    }

    /** @param all every page on a slow line; else only what a first visit to the two that are read most asks for */
    void measure(boolean all) throws IOException {
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty()) {
            report.skipped("Pages", "There is no Chromium on this machine; install one, or set HEARTH_CHROMIUM to its path.");
            return;
        }
        try (Child hearth = Child.start(Whole.class, root.toString());
                Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium.get()).setArgs(QUIETLY))) {
            URI site = URI.create(hearth.line());
            String thread = fill(site);
            firstVisits(browser, site, thread);
            if (all) {
                everyPage(browser, site, thread);
            }
        }
    }

    private String fill(URI site) {
        HearthClient robin = HearthClient.signedIn(site, "Robin", Role.MEMBER).joinedAs("Robin");
        String thread = "";
        for (int i = 0; i < 25; i++) {
            thread = robin.post("/api/groups/" + Journey.GROUP + "/threads",
                    HearthClient.object("title", "Good morning, all of you", "text", Words.text(i))).json().path("thread").path("id").asText();
        }
        HearthClient wren = HearthClient.signedIn(site, "Wren", Role.MEMBER).joinedAs("Wren");
        String post = "";
        for (int i = 0; i < 20; i++) {
            post = wren.post("/api/threads/" + thread + "/posts", HearthClient.object("text", Words.text(i))).json().path("id").asText();
        }
        // Until the checks have seen the last one: nobody else sees a post before.
        String last = "/api/threads/" + thread + "/posts/" + post;
        long begin = System.nanoTime();
        while (wren.get(last).json().path("status").asText().equals("pending") && System.nanoTime() - begin < PATIENCE.toNanos()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return thread;
    }

    private void firstVisits(Browser browser, URI site, String thread) {
        List<List<String>> lines = new ArrayList<>();
        for (String path : List.of("/group.html?id=" + Journey.GROUP, "/thread.html?id=" + thread)) {
            String name = path.substring(1, path.indexOf('?'));
            report.progress("a first visit to " + name);
            try (BrowserContext context = context(browser)) {
                Visit visit = visit(context, site, path, false);
                report.hold(name + ": requests", visit.requests(), budgets.most("first visit", "requests"));
                report.hold(name + ": bytes", visit.bytes(), budgets.most("first visit", "bytes"));
                report.hold(name + ": bytes of script", visit.scriptBytes(), budgets.most("first visit", "script bytes"));
                lines.add(List.of(name, Figures.of(visit.requests(), budgets.most("first visit", "requests")),
                        Figures.of(visit.bytes(), budgets.most("first visit", "bytes")),
                        Figures.of(visit.scriptBytes(), budgets.most("first visit", "script bytes"))));
            }
        }
        report.table("A first visit, on the wire", List.of("", "requests", "bytes", "bytes of script"), lines);
    }

    private void everyPage(Browser browser, URI site, String thread) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        List<Chart.Bar> bars = new ArrayList<>();
        for (Place place : places(thread)) {
            String name = place.path().replaceFirst("\\?.*", "").substring(1);
            report.progress(name + " on slow 4G");
            try (BrowserContext context = context(browser)) {
                if (place.role() != null) {
                    signIn(context, site, place.role());
                }
                Visit first = visit(context, site, place.path(), true);
                Visit again = visit(context, site, place.path(), true);
                lines.add(List.of(name, place.role() == null ? "visitor" : place.role().word(), Integer.toString(first.requests()), Figures.plain(first.bytes()),
                        Figures.plain(first.scriptMillis()), time(first), Integer.toString(again.requests()), Figures.plain(again.bytes()),
                        Figures.plain(again.scriptMillis()), time(again)));
                if (first.contentMillis() >= 0) {
                    bars.add(new Chart.Bar(name, first.contentMillis(), 0));
                }
            } catch (PlaywrightException e) {
                report.skipped(name, "The browser said: " + e.getMessage().lines().findFirst().orElse(""));
            }
        }
        report.table("Every page on slow 4G (150 ms, 1.6 Mbit/s) with a CPU a quarter as quick", List.of("page", "as", "requests", "bytes", "script ms",
                "content ms", "again: requests", "bytes again", "script ms again", "content ms again"), lines);
        report.plot("pages", Chart.bars("Until a page's content is there, first visit, slow 4G, a quarter of the CPU", "ms", bars));
    }

    private static String time(Visit visit) {
        return visit.contentMillis() < 0 ? "not told" : Figures.plain(Math.rint(visit.contentMillis()));
    }

    private List<Place> places(String thread) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("static-site/public"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".html")).sorted().map(name -> switch (name) {
                case "group.html", "compose.html" -> new Place("/" + name + "?id=" + Journey.GROUP + "&group=" + Journey.GROUP, name.equals("compose.html") ? Role.MEMBER : null);
                case "thread.html" -> new Place("/" + name + "?id=" + thread, null);
                case "moderate.html", "case.html", "handover.html" -> new Place("/" + name, Role.MODERATOR);
                case "audit.html", "insights.html", "rota.html" -> new Place("/" + name, Role.LEAD);
                case "account.html", "settings.html" -> new Place("/" + name, Role.MEMBER);
                default -> new Place("/" + name, null);
            }).toList();
        }
    }

    private static BrowserContext context(Browser browser) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(A_PHONE, 800).setLocale("en-GB"));
        context.setDefaultTimeout(60_000);
        return context;
    }

    private static void signIn(BrowserContext context, URI site, Role role) {
        for (String pair : HearthClient.signedIn(site, "Maren", role).joinedAs("Maren").cookie().split("; ")) {
            String[] parts = pair.split("=", 2);
            context.addCookies(List.of(new Cookie(parts[0], parts[1]).setUrl(site.toString()).setHttpOnly(true)));
        }
    }

    private static Visit visit(BrowserContext context, URI site, String path, boolean slowly) {
        try (Page page = context.newPage()) {
            CDPSession session = context.newCDPSession(page);
            session.send("Performance.enable");
            if (slowly) {
                slow(session);
            }
            List<Response> responses = new ArrayList<>();
            page.onResponse(responses::add);
            page.navigate(site.resolve(path).toString());
            page.waitForLoadState(LoadState.NETWORKIDLE);
            double content = ((Number) page.evaluate(CONTENT)).doubleValue();
            List<Response> wired = responses.stream().filter(response -> !response.fromServiceWorker() && bytes(response) > 0).toList();
            return new Visit(wired.size(), wired.stream().mapToLong(Pages::bytes).sum(),
                    wired.stream().filter(one -> one.url().endsWith(".js")).mapToLong(Pages::bytes).sum(), scriptMillis(session), content);
        }
    }

    private static void slow(CDPSession session) {
        session.send("Network.enable");
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", ROUND_TRIP_MILLIS);
        line.addProperty("downloadThroughput", DOWN_BYTES_A_SECOND);
        line.addProperty("uploadThroughput", UP_BYTES_A_SECOND);
        session.send("Network.emulateNetworkConditions", line);
        JsonObject cpu = new JsonObject();
        cpu.addProperty("rate", SLOWER);
        session.send("Emulation.setCPUThrottlingRate", cpu);
    }

    private static double scriptMillis(CDPSession session) {
        for (var metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            if (metric.getAsJsonObject().get("name").getAsString().equals("ScriptDuration")) {
                return metric.getAsJsonObject().get("value").getAsDouble() * 1000;
            }
        }
        return 0;
    }

    // Of what came from the cache nothing was on the wire.
    private static long bytes(Response response) {
        response.finished();
        var sizes = response.request().sizes();
        return sizes.responseHeadersSize + sizes.responseBodySize;
    }
}
