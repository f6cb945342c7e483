package org.hearth.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearth.local.client.HearthClient;

/** Somebody's phone with Chromium: what a page asks for there, how much of it, and how long its content takes. */
final class Phone implements AutoCloseable {
    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium",
            "/usr/bin/google-chrome-stable", "/usr/bin/google-chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> QUIETLY = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage");
    private static final int WIDTH = 360;
    private static final int HEIGHT = 800;
    private static final int PATIENCE_MILLIS = 60_000;
    /** Slow 4G as Lighthouse takes it. */
    private static final int ROUND_TRIP_MILLIS = 150;
    private static final int DOWN_BYTES_A_SECOND = 1_600_000 / 8;
    private static final int UP_BYTES_A_SECOND = 750_000 / 8;
    private static final int SLOWER = 4;
    private static final String CONTENT = """
            () => new Promise(done => {
              new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
                .observe({type: 'largest-contentful-paint', buffered: true});
              setTimeout(() => done(-1), 2000);
            })""";

    private final Playwright playwright;
    private final Browser browser;
    private final URI site;

    /**
     * What a page took.
     *
     * @param requests on the wire; what came from the phone's own cache is not
     * @param calls those of them that asked the API
     * @param contentMillis until its largest part was there; -1 where the browser does not say
     */
    record Visit(int requests, int calls, long bytes, long scriptBytes, double scriptMillis, double contentMillis) {
    }

    private Phone(Path chromium, URI site) {
        this.site = site;
        this.playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(QUIETLY));
    }

    /** Where Chromium is on this machine. */
    static Optional<Path> chromium() {
        return Stream.concat(Stream.of(System.getenv("HEARTH_CHROMIUM")), PLACES.stream()).filter(Objects::nonNull).map(Path::of)
                .filter(Files::isExecutable).findFirst();
    }

    static Phone with(Path chromium, URI site) {
        return new Phone(chromium, site);
    }

    /** Opens a page once and again, with nothing kept before. */
    List<Visit> firstAndAgain(String path, Optional<HearthClient> as, boolean slowly) {
        try (BrowserContext context = context()) {
            as.ifPresent(person -> signIn(context, person));
            return List.of(visit(context, path, slowly), visit(context, path, slowly));
        }
    }

    private BrowserContext context() {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT)
                .setLocale("en-GB"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    private void signIn(BrowserContext context, HearthClient person) {
        for (String pair : person.cookie().split("; ")) {
            String[] parts = pair.split("=", 2);
            context.addCookies(List.of(new Cookie(parts[0], parts[1]).setUrl(site.toString()).setHttpOnly(true)));
        }
    }

    private Visit visit(BrowserContext context, String path, boolean slowly) {
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
            List<Response> wired = responses.stream().filter(one -> !one.fromServiceWorker() && bytes(one) > 0).toList();
            return new Visit(wired.size(), (int) wired.stream().filter(one -> one.url().contains("/api/")).count(),
                    wired.stream().mapToLong(Phone::bytes).sum(),
                    wired.stream().filter(one -> one.url().endsWith(".js")).mapToLong(Phone::bytes).sum(), scriptMillis(session),
                    content);
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

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
