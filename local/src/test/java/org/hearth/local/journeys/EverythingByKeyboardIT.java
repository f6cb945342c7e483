package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import org.awaitility.Awaitility;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/** Reads, replies, reports and leaves in a hurry, with nothing but the keyboard. */
class EverythingByKeyboardIT {
    private static final int MOST_STOPS = 60;
    private final RunningHearth hearth = RunningHearth.shared();

    @Test
    void aMemberReadsAndReplies() {
        JsonNode thread = hearth.publishedThread(hearth.somebodyNew(), RunningHearth.OPEN, "Waiting for a letter", "Week nine now.").path("thread");
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.somebodyNew())) {
            Page page = browser.goTo("/thread.html?id=" + thread.path("id").asText()).page();
            assertThat(page.getByLabel("Your reply")).isVisible();
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Skip to the content");
            page.keyboard().press("Enter");
            tabTo(page, "Your reply");
            page.keyboard().type("They rang me in week ten.");
            tabTo(page, "Post reply");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions()
                    .setHasText("They rang me in week ten."))).isVisible();
        }
    }

    @Test
    void aVisitorReports() {
        JsonNode thread = hearth.publishedThread(hearth.somebodyNew(), RunningHearth.OPEN, "Soup", "Leek, always.").path("thread");
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW)) {
            Page page = browser.goTo("/thread.html?id=" + thread.path("id").asText()).page();
            assertThat(page.getByText("Leek, always.")).isVisible();
            tabTo(page, "Report this post");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Report a post"))).isVisible();
            tabTo(page, "worried");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Space");
            tabTo(page, "Send to the moderators");
            page.keyboard().press("Enter");
            assertThat(page.getByText("HR-")).isVisible();
        }
    }

    @Test
    void shiftThreeTimesLeavesAtOnceAndEndsTheSession() {
        HearthClient somebody = hearth.somebodyNew();
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(somebody).mayLeaveFor("www.bbc.co.uk")) {
            Page page = browser.goTo("/account.html").page();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Your account"))).isVisible();
            for (int i = 0; i < 3; i++) {
                page.keyboard().press("Shift");
            }
            page.waitForURL("https://www.bbc.co.uk/**");
        }
        assertEnds(somebody);
    }

    @Test
    void itLeavesAtOnceWhenNothingAnswersAndTheNextPageEndsTheSession() {
        HearthClient somebody = hearth.somebodyNew();
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(somebody).mayLeaveFor("www.bbc.co.uk")) {
            Page page = browser.page();
            page.route("**/api/**", route -> { /* never answered */ });
            browser.goTo("/account.html");
            assertThat(page.getByRole(AriaRole.CONTENTINFO).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Deutsch"))).isVisible();
            for (int i = 0; i < 3; i++) {
                page.keyboard().press("Shift");
            }
            page.waitForURL("https://www.bbc.co.uk/**");
            assertThat(somebody.get("/api/me").status()).isEqualTo(200);

            page.unroute("**/api/**");
            browser.goTo("/rules.html");
            assertEnds(somebody);
            page.waitForFunction("() => localStorage.length === 0");
        }
    }

    @Test
    void theLinkLeavesBeforeAnyScriptOfOursHasRun() {
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(hearth.somebodyNew())) {
            Page page = browser.page();
            page.route("**/js/hearth.js", route -> { /* still on its way */ });
            page.route("**/api/session/exit", route -> route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<title>Elsewhere</title>")));
            page.navigate(hearth.address().resolve("/account.html").toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Quick exit")).press("Enter");
            page.waitForURL("**/api/session/exit");
            assertThat(page).hasTitle("Elsewhere");
        }
    }

    /** The answer may come after the page has left. */
    private void assertEnds(HearthClient somebody) {
        Awaitility.await("the end of the session").atMost(hearth.pagePatience()).untilAsserted(() -> {
            hearth.forgetAuthorizations();
            assertThat(somebody.get("/api/me").status()).isEqualTo(401);
        });
    }

    private static void tabTo(Page page, String label) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            if (focused(page).contains(label)) {
                return;
            }
        }
        throw new AssertionError("The Tab key never came to “" + label + "”.");
    }

    /** The words by which somebody who can't see it knows what has the focus. */
    private static String focused(Page page) {
        return (String) page.evaluate("""
                () => {
                  const at = document.activeElement;
                  const label = at.labels?.[0]?.textContent ?? '';
                  return (label || at.textContent).replace(/\\s+/g, ' ').trim();
                }""");
    }
}
