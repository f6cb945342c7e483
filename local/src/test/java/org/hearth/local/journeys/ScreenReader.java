package org.hearth.local.journeys;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/**
 * What somebody knows of a page who only hears it and has a keyboard: the role, name and state of what has the focus, as the browser's
 * accessibility tree has them, and what live regions said, on this page and on those before it.
 */
final class ScreenReader {
    private static final int MOST_STOPS = 80;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EARS = """
            addEventListener('DOMContentLoaded', () => {
              const live = '[role=status], [role=alert], [aria-live]';
              const hear = (node) => {
                const text = (node.textContent ?? '').replace(/\\s+/g, ' ').trim();
                if (text) window.hearthHeard(text);
              };
              new MutationObserver((changes) => {
                for (const { target, addedNodes } of changes) {
                  const region = (target.nodeType === 1 ? target : target.parentElement)?.closest(live);
                  if (region) { hear(region); continue; }
                  for (const added of addedNodes) {
                    if (added.nodeType === 1) [...(added.matches(live) ? [added] : []), ...added.querySelectorAll(live)].forEach(hear);
                  }
                }
              }).observe(document, { childList: true, characterData: true, subtree: true });
            });""";

    private final Page page;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private ScreenReader(Page page) {
        this.page = page;
    }

    /** Begins to listen; to be called before the page is opened. */
    static ScreenReader on(Page page) {
        ScreenReader reader = new ScreenReader(page);
        page.exposeFunction("hearthHeard", words -> reader.heard.add(String.valueOf(words[0])));
        page.addInitScript(EARS);
        return reader;
    }

    /** The first line of what the accessibility tree has for what has the focus, such as {@code button "Join"}; empty for nothing. */
    String focus() {
        if (Boolean.TRUE.equals(page.evaluate("() => document.activeElement === null || document.activeElement === document.body"))) {
            return "";
        }
        return page.locator(":focus").ariaSnapshot().lines().findFirst().orElse("").replaceFirst("^- ", "").replaceFirst("^'(.*)'$", "$1");
    }

    /** The description of what has the focus, such as a field's hint and what is wrong with it. */
    String description() {
        return (String) page.evaluate("""
                () => (document.activeElement.getAttribute('aria-describedby') ?? '').split(' ')
                  .map((id) => document.getElementById(id)?.textContent ?? '').join(' ').replace(/\\s+/g, ' ').trim()""");
    }

    /** Presses Tab until what has the focus begins so, and fails after a whole page of other things. */
    ScreenReader tabTo(String beginning) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            if (focus().startsWith(beginning)) {
                return this;
            }
        }
        throw new AssertionError("The Tab key never came to: " + beginning);
    }

    ScreenReader press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    ScreenReader type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** Waits until the focus is on what begins so, without a key being pressed. */
    ScreenReader isLedTo(String beginning) {
        Awaitility.await("the focus on " + beginning).atMost(PATIENCE).pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> org.assertj.core.api.Assertions.assertThat(focus()).startsWith(beginning));
        return this;
    }

    /** Waits until a live region has said this. */
    ScreenReader hears(String words) {
        Awaitility.await("a live region says: " + words).atMost(PATIENCE).pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> org.assertj.core.api.Assertions.assertThat(String.join("\n", heardNow())).contains(words));
        return this;
    }

    private List<String> heardNow() {
        page.evaluate("() => 0"); // Playwright hands over what happened while it is asked something.
        return heard;
    }
}
