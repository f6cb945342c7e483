package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/** Rule: a member sees in a group what is new since they read it, and comes back to where they left off (row 48). */
class AThreadOpensWhereTheReaderLeftOffIT {
    private static final String TITLE = "The first frost of the year";
    private static final String NEW = "Something new";
    private static final String SINCE = "New since you were here";

    @Test
    void whatOthersWroteIsNewUntilItIsReadAndOnesOwnIsNot() {
        RunningHearth hearth = RunningHearth.shared();
        HearthClient author = hearth.somebodyNew();
        HearthClient reader = hearth.somebodyNew();
        JsonNode thread = hearth.publishedThread(author, RunningHearth.OPEN, TITLE, "The grass was white this morning.").path("thread");
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(reader)) {
            Page page = browser.page();
            assertThat(row(browser)).not().containsText(NEW);
            open(browser);
            assertThat(page.getByText(SINCE)).hasCount(0);
            assertThat(row(browser)).not().containsText(NEW);

            JsonNode reply = replied(hearth, author, thread, "It has melted now, and the robins are back. I had my tea by the window and watched them.");
            assertThat(row(browser)).containsText(NEW);
            open(browser);
            Locator fresh = page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHas(page.locator("#post-" + reply.path("id").asText())));
            assertThat(fresh).containsText(SINCE);
            assertThat(page.locator("#post-" + reply.path("id").asText())).isInViewport();
            assertThat(browser.accessibilityFaults()).isEmpty();

            page.getByLabel("Your reply").fill("We have had no frost here yet, only rain and a lot of leaves.");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Post reply")).click();
            assertThat(page.locator("#voice")).hasText("Your post is up. Others can see it now.");
            browser.settle();
            assertThat(row(browser)).containsText("2 replies");
            assertThat(row(browser)).not().containsText(NEW);
        }
    }

    @Test
    void onItsLaterPagesToo() {
        RunningHearth hearth = RunningHearth.sharedDemo();
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(hearth.as("Saltmarsh"))) {
            Page page = browser.goTo("/group.html?id=living-with-it").page();
            link(page, "Small good things, any size").click();
            assertThat(link(page, "You have read these. On to where you left off")).hasCount(0);
            browser.settle();
            link(page, "Later posts").click();
            page.waitForURL("**cursor=**");
            browser.settle();
            String later = page.url();

            browser.goTo("/group.html?id=living-with-it").settle();
            link(page, "Small good things, any size").click();
            browser.settle();
            assertThat(page.url()).isEqualTo(later);
            link(page, "Start of the conversation").click();
            link(page, "You have read these. On to where you left off").click();
            page.waitForURL(later);
            browser.forgetFaults(); // A visitor's list is asked for before it is known who is here.
        }
    }

    private static JsonNode replied(RunningHearth hearth, HearthClient who, JsonNode thread, String text) {
        JsonNode reply = good(who.post("/api/threads/" + thread.path("id").asText() + "/posts", HearthClient.object("text", text)));
        assertThat(hearth.verdict(who, reply)).isEqualTo("published");
        return reply;
    }

    private static Locator row(BrowserPage browser) {
        browser.goTo("/group.html?id=" + RunningHearth.OPEN).settle();
        return browser.page().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(TITLE));
    }

    private static void open(BrowserPage browser) {
        link(browser.page(), TITLE).click();
        assertThat(browser.page().getByLabel("Your reply")).isVisible();
        browser.settle();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
