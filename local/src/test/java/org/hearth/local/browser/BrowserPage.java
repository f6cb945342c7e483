package org.hearth.local.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.HearthClient;

/**
 * A page in a browser of its own, without cookies. When it is closed it fails the test if anything went wrong that a person
 * would not have seen: an error on the console or in a script, something that the content security policy refused, a response
 * with an error status that the test did not expect, or a request to another host.
 */
public final class BrowserPage implements AutoCloseable {
    /** A desk. */
    public static final int WIDE = 1280;
    /** The narrowest phone, or a page zoomed to 400 %. */
    public static final int NARROW = 320;

    private static final int QUIET_TURNS = 3;
    private static final String TWO_FRAMES =
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))";

    private final String signInHost;
    private final URI site;
    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();
    private final Set<Integer> expectedStatuses = new HashSet<>();
    private final Set<String> allowedHosts = new HashSet<>();
    private boolean connectionIsAway;
    private final List<String> leftFor = new ArrayList<>();
    private final Set<Request> underWay = new HashSet<>();

    private BrowserPage(URI site, String signInHost, BrowserContext context) {
        this.signInHost = signInHost;
        this.site = site;
        this.context = context;
        context.addInitScript("addEventListener('securitypolicyviolation', event => console.error("
                + "'The content security policy refused ' + event.blockedURI + ' for ' + event.violatedDirective));");
        context.route("**/*", this::judge);
        this.page = context.newPage();
        page.onConsoleMessage(this::judge);
        page.onPageError(error -> faults.add("A script failed: " + error));
        page.onRequest(underWay::add);
        page.onRequestFinished(underWay::remove);
        page.onRequestFailed(underWay::remove);
        page.onFrameNavigated(frame -> underWay.clear()); // What the page before asked for may end without a word.
        page.onResponse(response -> {
            if (response.status() >= 400 && !expectedStatuses.contains(response.status())) {
                faults.add(response.status() + " for " + response.request().method() + " " + response.url());
            }
        });
    }

    /** Opens an empty page of that width in CSS pixels. */
    public static BrowserPage open(RunningHearth hearth, int width) {
        BrowserContext context = Browser.get().newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 800).setLocale("en-GB").setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(hearth.pagePatience().toMillis());
        PlaywrightAssertions.setDefaultAssertionTimeout(hearth.pagePatience().toMillis() / 2.0);
        return new BrowserPage(hearth.address(), hearth.signInHost(), context);
    }

    /** Playwright's page, to act on. */
    public Page page() {
        return page;
    }

    /** Goes to a path of the site. */
    public BrowserPage goTo(String path) {
        page.navigate(site.resolve(path).toString());
        return this;
    }

    /**
     * Waits until the page has all that it asks for and has shown it: nothing is under way, and nothing more is asked for by what
     * came last. Half a second of silence, as Playwright waits for, would be most of a crawl.
     */
    public BrowserPage settle() {
        int quiet = 0;
        while (quiet < QUIET_TURNS) {
            page.waitForCondition(underWay::isEmpty);
            try {
                frames();
                quiet = underWay.isEmpty() ? quiet + 1 : 0;
            } catch (PlaywrightException leaving) { // It went on to another page meanwhile.
                quiet = 0;
            }
        }
        return this;
    }

    /** Waits until the page has painted, with what a key or a click led to at once. */
    public void frames() {
        page.evaluate(TWO_FRAMES);
    }

    /** Puts somebody's session into the browser, as if they had signed in here. */
    public BrowserPage signedInAs(HearthClient person) {
        for (String pair : person.cookie().split("; ")) {
            String[] parts = pair.split("=", 2);
            context.addCookies(List.of(new Cookie(parts[0], parts[1]).setUrl(site.toString()).setHttpOnly(true)));
        }
        return this;
    }

    /** Says that the API will answer with this error status, and that it is part of the journey. */
    public BrowserPage expecting(int status) {
        expectedStatuses.add(status);
        return this;
    }

    /** Takes the network away, or gives it back. What fails while it is away is part of the journey. */
    public BrowserPage withoutConnection(boolean away) {
        connectionIsAway |= away;
        context.setOffline(away);
        return this;
    }

    /** Says that the page may leave for this host. The request is answered with an empty page; nothing leaves the machine. */
    public BrowserPage mayLeaveFor(String host) {
        allowedHosts.add(host);
        return this;
    }

    List<String> faults() {
        return faults;
    }

    /** For a page that is meant to go wrong. */
    public void forgetFaults() {
        faults.clear();
    }

    /** The addresses outside of the site that were asked for. */
    public List<String> leftFor() {
        return leftFor;
    }

    /** What axe finds against WCAG 2.2 A and AA on the page as it is now, one line a fault with the places; empty if nothing. */
    public List<String> accessibilityFaults() {
        return faults(new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")));
    }

    /** What axe finds of colours alone that are too near to each other, for a page that is well otherwise. */
    public List<String> contrastFaults() {
        return faults(new AxeBuilder(page).withRules(List.of("color-contrast")));
    }

    private static List<String> faults(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                        + rule.getNodes().stream().map(node -> String.valueOf(node.getTarget())).toList()).toList();
    }

    private void judge(Route route) {
        URI asked = URI.create(route.request().url());
        boolean ours = List.of("localhost", signInHost).contains(String.valueOf(asked.getHost()))
                || "data".equals(asked.getScheme()) || "blob".equals(asked.getScheme());
        if (ours) {
            route.resume();
            return;
        }
        leftFor.add(asked.toString());
        if (!allowedHosts.contains(asked.getHost())) {
            faults.add("A request to another host: " + asked);
        }
        route.fulfill(new Route.FulfillOptions().setStatus(200).setContentType("text/html").setBody("<title>Elsewhere</title>"));
    }

    private void judge(ConsoleMessage message) {
        if (connectionIsAway && message.text().contains("ERR_INTERNET_DISCONNECTED")) {
            return;
        }
        boolean expected = expectedStatuses.stream()
                .anyMatch(status -> message.text().contains("responded with a status of " + status));
        if (message.type().equals("error") && !expected) {
            faults.add("The console says: " + message.text());
        }
    }

    @Override
    public void close() {
        // A request may still be on its way through a route: it is let go first, or it would fail on a page that is no more.
        page.unrouteAll();
        context.unrouteAll();
        context.close();
        if (!faults.isEmpty()) {
            throw new AssertionError("The page went wrong where nobody looks:\n  " + String.join("\n  ", faults));
        }
    }
}
