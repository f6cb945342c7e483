package org.hearth.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every page that members and visitors see: the Tab key comes to each control, which has a name, shows the focus and is not hidden by
 * the head of the page; at 400 % (320 by 256 CSS pixels) nothing is lost or wider than the window, nor where only the text is twice
 * as large; and neither by day nor by night does axe find a fault.
 */
class EveryMembersPageByKeyboardAndZoomedIT {
    private static final int ZOOMED_HEIGHT = 256;
    /** What can be pressed or filled in, and is there to be seen; of radio buttons of one name, Tab comes to one. */
    private static final String CONTROLS = """
            () => {
              const radios = new Set();
              return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled)
                .filter((e) => e.type !== 'radio' || (!radios.has(e.name) && radios.add(e.name)))
                .length;
            }""";
    /** What is wrong with what has the focus, or nothing. */
    private static final String FOCUSED = """
            () => {
              const at = document.activeElement;
              if (!at || at === document.body) return null;
              if (at === window.lastStop) return { within: true }; // the parts of a field for a date, which are the browser's own
              window.lastStop = at;
              const style = getComputedStyle(at);
              const box = at.getBoundingClientRect();
              const what = `${at.localName} “${(at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent).replace(/\\s+/g, ' ').trim().slice(0, 60)}”`;
              const wrong = [];
              if (!at.matches(':focus-visible') || style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) wrong.push('shows no focus');
              if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) wrong.push('is out of sight');
              const middle = document.elementFromPoint(Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2)),
                Math.min(innerHeight - 1, Math.max(0, box.top + Math.min(box.height / 2, 20))));
              if (middle && !at.contains(middle) && !middle.contains(at) && middle.closest('.lintel')) wrong.push('is under the head of the page');
              return { what, wrong: wrong.map((fault) => `${what} ${fault}`) };
            }""";
    /** Words that are cut off, or a page that is wider than its window; what is only for ears is left out. */
    private static final String LOST = """
            () => {
              const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
              const cut = [...document.querySelectorAll('body *')]
                .filter((e) => e.checkVisibility() && !e.closest('.sr, .skip, svg, select, .clip, .scroll'))
                .filter((e) => {
                  const style = getComputedStyle(e);
                  const box = e.getBoundingClientRect();
                  const own = [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
                  const clipped = own && style.overflow !== 'visible' && !/auto|scroll/.test(style.overflow)
                    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
                  return own && (clipped || box.right > innerWidth + 1 || box.left < -1);
                });
              return [...(wide > 0 ? [`wider than the window by ${wide}`] : []),
                ...cut.map((e) => `cut off: ${e.textContent.replace(/\\s+/g, ' ').trim().slice(0, 60)}`)];
            }""";
    private static final String TEXT_TWICE_AS_LARGE = "() => { document.documentElement.style.fontSize = '200%'; }";

    @AutoClose
    private static RunningHearth hearth;
    private static final Map<String, HearthClient> PAGES = new LinkedHashMap<>();

    @BeforeAll
    static void somethingOnEachPage() {
        hearth = RunningHearth.start(false);
        HearthClient member = hearth.as("Marigold");
        HearthClient other = hearth.as("Teasel");
        HearthClient invited = hearth.somebodyNew();
        JsonNode post = hearth.publishedThread(other, RunningHearth.OPEN, "A walk by the canal", "I walked by the canal today and felt a bit better afterwards.").path("post");
        JsonNode own = good(member.post("/api/threads/" + post.path("threadId").asText() + "/posts",
                HearthClient.object("text", "I am glad that you went. We have had rain all day, and the kettle has been busy.")));
        hearth.verdict(member, own);
        good(hearth.lead().put("/api/moderation/conversations", HearthClient.object().put("on", true)));
        for (HearthClient one : List.of(member, other)) {
            good(one.send("PATCH", "/api/me/preferences", "{\"conversations\":true}", Map.of()));
        }
        String thread = "thread=" + post.path("threadId").asText();
        String otherId = good(other.get("/api/me")).path("id").asText();
        hearth.invite(member, RunningHearth.CLOSED);
        String link = good(hearth.lead().post("/api/moderation/invitations", HearthClient.object("groupId", RunningHearth.CLOSED).put("uses", 2)
                .put("expiresAt", java.time.Instant.now().plus(java.time.Duration.ofDays(5)).toString()))).path("link").asText();

        for (String path : List.of("/", "/group.html?id=" + RunningHearth.OPEN, "/group.html?id=" + RunningHearth.CLOSED, "/" + thread.replace("thread=", "thread.html?id="),
                "/compose.html?group=" + RunningHearth.OPEN, "/account.html", "/conversations.html", "/member.html?id=" + otherId,
                "/report.html?" + thread + "&post=" + post.path("id").asText(), "/report.html", "/outcome.html", "/resources.html", "/rules.html", "/help-now.html")) {
            PAGES.put(path, member);
        }
        PAGES.put("/join.html", hearth.visitor());
        PAGES.put("/invited.html" + link.substring(link.indexOf('#')), invited);
        PAGES.put("/greet.html", hearth.lead());
        PAGES.put("/invitations.html", hearth.lead());
        PAGES.put("/nowhere", hearth.visitor());
    }

    @Test
    void theTabKeyComesToEveryControlAndIsSeenThere() {
        List<String> wrong = new ArrayList<>();
        onEach(BrowserPage.WIDE, (browser, path) -> {
            Page page = browser.page();
            int controls = ((Number) page.evaluate(CONTROLS)).intValue();
            int stops = 0;
            for (page.keyboard().press("Tab"); stops <= controls; page.keyboard().press("Tab")) {
                Map<?, ?> focused = (Map<?, ?>) page.evaluate(FOCUSED);
                if (focused == null) {
                    break;
                }
                if (focused.containsKey("within")) {
                    continue;
                }
                stops++;
                ((List<?>) focused.get("wrong")).forEach(fault -> wrong.add(path + ": " + fault));
                String heard = page.locator(":focus").ariaSnapshot().lines().findFirst().orElse("");
                if (!heard.matches("- '?\\w+ \".*[\\p{L}\\d].*")) {
                    wrong.add(path + ": " + focused.get("what") + " has no name: " + heard);
                }
            }
            if (stops != controls) {
                wrong.add(path + ": " + controls + " controls, and the Tab key stopped " + stops + " times");
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothingIsLostAtFourHundredPerCent() {
        List<String> wrong = new ArrayList<>();
        onEach(BrowserPage.NARROW, (browser, path) -> {
            browser.page().setViewportSize(BrowserPage.NARROW, ZOOMED_HEIGHT);
            ((List<?>) browser.page().evaluate(LOST)).forEach(fault -> wrong.add(path + " at 400 %: " + fault));
            browser.page().setViewportSize(BrowserPage.WIDE / 2, BrowserPage.WIDE / 2);
            browser.page().evaluate(TEXT_TWICE_AS_LARGE);
            ((List<?>) browser.page().evaluate(LOST)).forEach(fault -> wrong.add(path + " with large text: " + fault));
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void axeFindsNothingByDayNorByNight() {
        List<String> wrong = new ArrayList<>();
        onEach(BrowserPage.NARROW, (browser, path) -> {
            browser.accessibilityFaults().forEach(fault -> wrong.add(path + ": " + fault));
            browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            browser.contrastFaults().forEach(fault -> wrong.add(path + " by night: " + fault));
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void norWithMoreContrast() {
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(PAGES.get("/account.html"))) {
            browser.goTo("/account.html").settle();
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setContrast(Contrast.MORE));
                assertThat(browser.contrastFaults()).as(scheme.toString()).isEmpty();
            }
        }
    }

    private interface Look {
        void at(BrowserPage browser, String path);
    }

    private static void onEach(int width, Look look) {
        PAGES.forEach((path, reader) -> {
            try (BrowserPage browser = BrowserPage.open(hearth, width).expecting(404)) {
                if (!reader.cookie().isEmpty()) {
                    browser.signedInAs(reader);
                }
                browser.goTo(path).settle();
                look.at(browser, path);
            }
        });
    }
}
