package org.hearth.local.words;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Somebody chooses a language on any page, signed out; it holds on the next one, with its lang and direction, and no English word is left.
 * A catalogue planted here for a language that is written from the right shows that the pages turn round.
 */
class AnotherLanguageIsWholeIT {
    private static final Path PAGES = RunningHearth.root().resolve("static-site/public");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = "\u05D0"; // a Hebrew letter, as the planted catalogue's words
    @AutoClose
    private static RunningHearth hearth;
    private static String thread;

    @BeforeAll
    static void aForum() {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        hearth = RunningHearth.start(false);
        thread = hearth.publishedThread(hearth.as("Goldfinch"), RunningHearth.OPEN, "123 456", "How do you begin a day?").at("/thread/id").asText();
    }

    @Test
    void chosenOnceItHoldsOnTheNextPageAndUntilAnotherIsChosen() {
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW)) {
            Page page = browser.goTo("/group.html?id=" + RunningHearth.OPEN).page();
            assertThat(page.getByRole(AriaRole.LINK, named("Join in"))).isVisible();
            page.getByRole(AriaRole.BUTTON, named("Deutsch")).click();
            assertThat(page.getByRole(AriaRole.LINK, named("Mitmachen"))).isVisible();
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            assertThat(page.getByText("Noch keine Antwort")).isVisible();
            assertThat(browser.accessibilityFaults()).isEmpty();
            page.getByRole(AriaRole.LINK, named("123 456")).click();
            assertThat(page.getByText("How do you begin a day?")).isVisible();
            assertThat(page.locator(".words").first()).hasAttribute("lang", "");
            assertThat(page.getByText("Du wählst den Namen, den andere sehen.")).isVisible();
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Schnell weg"))).isVisible();
            assertThat(page.getByRole(AriaRole.BUTTON, named("Deutsch"))).hasAttribute("aria-pressed", "true");
            page.getByRole(AriaRole.BUTTON, named("English")).click();
            assertThat(page.getByText("You choose the name that others see.")).isVisible();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void whatTheServerSaysInEnglishSaysThatItIsEnglish() {
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.somebodyNew()).expecting(422)) {
            Page page = browser.goTo("/account.html").page();
            page.evaluate("localStorage.setItem('hearth.tongue', 'de')");
            page.reload();
            page.getByRole(AriaRole.BUTTON, named("Namen ändern")).click();
            page.getByLabel("Neuer Name").fill("Ring me on 020 7946 0018");
            page.getByRole(AriaRole.BUTTON, named("Namen ändern")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Bitte sieh dir das noch einmal an");
            assertThat(page.locator(".error")).hasAttribute("lang", "en");
        }
    }

    @Test
    void noWordIsLeftBehindAndWhatIsWrittenFromTheRightTurnsThePagesRound() throws IOException {
        HearthClient member = hearth.somebodyNew();
        List<String> open = List.of("/", "/rules.html", "/help-now.html", "/resources.html", "/report.html", "/outcome.html", "/join.html", "/nowhere-at-all",
                "/group.html?id=" + RunningHearth.OPEN, "/thread.html?id=" + thread);
        List<String> members = List.of("/", "/account.html", "/group.html?id=" + RunningHearth.OPEN, "/thread.html?id=" + thread,
                "/compose.html?group=" + RunningHearth.OPEN, "/greet.html", "/report.html");
        try (BrowserPage visitor = planted(BrowserPage.open(hearth, BrowserPage.NARROW));
                BrowserPage browser = planted(BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(member))) {
            for (String path : open) {
                isTurnedRound(visitor, path);
            }
            for (String path : members) {
                isTurnedRound(browser, path);
            }
        }
    }

    private static void isTurnedRound(BrowserPage browser, String path) {
        browser.expecting(403).expecting(404);
        Page page = browser.goTo(path).page();
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        assertThat(page.locator("main .waiting")).hasCount(0);
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).as(path + " has no sideways scroll").isEqualTo(true);
        assertThat(page.evaluate("() => document.querySelector('.name').getBoundingClientRect().left > innerWidth / 2"))
                .as(path + " begins at the right").isEqualTo(true);
        assertThat(englishLeft(page)).as(path).isEmpty();
        assertThat(browser.accessibilityFaults()).as(path).isEmpty();
    }

    /** What can be read or is read out, in Latin letters, but for names of ours and what the forum's people wrote. */
    private static List<String> englishLeft(Page page) {
        return ((List<?>) page.evaluate("""
                () => {
                  const found = [];
                  const theirs = '.words, .door, [lang], script, style, code, .reference';
                  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  const known = /The (open|front|members') room|A room for tests\\.|stranger\\d+|Goldfinch|Hearth|HR-|How do you begin a day\\?/g;
                  while (walker.nextNode()) {
                    const at = walker.currentNode.parentElement;
                    const text = walker.currentNode.textContent.replace(known, '');
                    if (/[a-z]{2}/i.test(text) && !at.closest(theirs)) found.push(text.trim());
                  }
                  for (const one of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
                    for (const name of ['aria-label', 'placeholder', 'alt']) {
                      const text = (one.getAttribute(name) ?? '').replace(known, '');
                      if (/[a-z]{2}/i.test(text)) found.push(`${name}: ${text}`);
                    }
                  }
                  return found;
                }""")).stream().map(String::valueOf).toList();
    }

    /** Offers the browser a language that nobody translated: each word is the Hebrew letter, values and elements stay. */
    private static BrowserPage planted(BrowserPage browser) throws IOException {
        ObjectNode words = JSON.createObjectNode();
        JsonNode english = JSON.readTree(Files.readString(PAGES.resolve("words/en.json")));
        english.propertyStream().forEach(word -> {
            if (word.getValue().isObject()) {
                words.putObject(word.getKey()).put("one", planted(word.getKey())).put("other", planted(word.getKey()));
            } else {
                words.put(word.getKey(), planted(word.getKey()));
            }
        });
        String module = Files.readString(PAGES.resolve("js/hearth.js")).replace("de: 'Deutsch'", "he: '" + MARK + "'");
        Page page = browser.page();
        page.route("**/js/hearth.js", route -> route.fulfill(new Route.FulfillOptions().setContentType("text/javascript").setBody(module)));
        page.route("**/words/he.json", route -> route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(words.toString())));
        page.addInitScript("localStorage.setItem('hearth.tongue', 'he')");
        return browser;
    }

    private static String planted(String key) {
        var out = new StringBuilder();
        var places = java.util.regex.Pattern.compile("\\{\\w+}|</?\\d+>|[A-Za-z\u00C0-\u024F]+").matcher(key);
        while (places.find()) {
            String found = places.group();
            places.appendReplacement(out, Character.isLetter(found.charAt(0)) ? MARK.repeat(found.length()) : java.util.regex.Matcher.quoteReplacement(found));
        }
        return places.appendTail(out).toString();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
