package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/** While a page waits for its content, and when that can't be had, it says so without a barrier, in a 320 px wide window. */
class EveryStateHasNoBarriersIT {
    private static final List<String> PAGES = List.of("/group.html?id=" + RunningHearth.OPEN, "/thread.html?id=01ARZ3NDEKTSV4RRFFQ69G5FAV", "/account.html",
            "/greet.html", "/resources.html", "/member.html?id=01ARZ3NDEKTSV4RRFFQ69G5FAV");
    private static final Predicate<String> CONTENT = url -> url.contains("/api/") && !url.contains("/api/session");
    private final RunningHearth hearth = RunningHearth.shared();

    @Test
    void waiting() {
        inEach(route -> { /* never answered */ }, page -> {
            assertThat(page.locator("main").getByRole(AriaRole.STATUS)).isVisible();
            assertThat(page.getByRole(AriaRole.CONTENTINFO).getByText("116 123")).isVisible();
        });
    }

    @Test
    void notToBeHadAtTheMoment() {
        inEach(route -> route.fulfill(new Route.FulfillOptions().setStatus(503).setContentType("application/problem+json")
                .setBody("{\"type\":\"/problems/unavailable\",\"detail\":\"Hearth is resting. Please try again in a few minutes.\"}")), page -> {
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Hearth is resting.");
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again"))).isVisible();
        });
    }

    @Test
    void withoutAConnection() {
        inEach(Route::abort, page -> assertThat(page.getByRole(AriaRole.ALERT)).containsText("No connection"));
    }

    @Test
    void notThere() {
        inEach(route -> route.fulfill(new Route.FulfillOptions().setStatus(404).setContentType("application/problem+json")
                .setBody("{\"type\":\"/problems/not-found\",\"detail\":\"There is nothing here.\"}")),
                page -> assertThat(page.getByRole(AriaRole.ALERT)).containsText("We can’t find that here"));
    }

    /** What has not come yet has no heading. */
    private static boolean waits(Page page) {
        return page.locator("main .waiting").count() > 0;
    }

    private void inEach(Consumer<Route> answer, Consumer<Page> shows) {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        HearthClient member = hearth.somebodyNew();
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(member).expecting(503).expecting(404)) {
            Page page = browser.page();
            page.route(CONTENT, answer);
            for (String path : PAGES) {
                browser.goTo(path);
                shows.accept(page);
                assertThat(browser.accessibilityFaults()).as(path).allMatch(fault -> waits(page) && fault.startsWith("page-has-heading-one"));
                assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).as(path).isEqualTo(true);
            }
            browser.forgetFaults(); // A request that was cut off on purpose is on the console.
        }
    }
}
