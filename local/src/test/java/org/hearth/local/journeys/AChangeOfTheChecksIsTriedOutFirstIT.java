package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.Set;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/** The lead opens the checks of a group, sees what a word would hold, is asked why, and saves. */
class AChangeOfTheChecksIsTriedOutFirstIT {
    private final RunningHearth hearth = RunningHearth.start(false);

    @Test
    void aWordIsTriedAndSavedAndThenHolds() {
        HearthClient author = hearth.somebodyNew();
        hearth.publishedThread(author, RunningHearth.OPEN, "Leeks", "Does anybody have a recipe for zoomble soup with leeks?");
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(hearth.lead())) {
            Page page = browser.goTo("/checks.html?group=" + RunningHearth.OPEN).page();
            page.getByLabel("Words this group holds as well").fill("zoomble");
            button(page, "See what would change").click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("What would change"))).isFocused();
            assertThat(page.locator(".case")).containsText("zoomble soup");
            assertThat(browser.accessibilityFaults()).isEmpty();

            Locator why = page.getByLabel("Why", new Page.GetByLabelOptions().setExact(true));
            button(page, "Save").click();
            assertThat(page.getByRole(AriaRole.ALERT).getByText("Say why.")).isVisible();
            why.fill("Somebody sells zoomble in every thread");
            button(page, "Save").click();
            assertThat(why).hasValue("");
        }
        JsonNode group = good(hearth.lead().get("/api/moderation/checks")).path("items").get(0);
        assertThat(group.path("heldWords").path(0).asText()).isEqualTo("zoomble");
        hearth.moveClockTo(Instant.now().plusSeconds(120));
        JsonNode next = good(author.post("/api/groups/" + RunningHearth.OPEN + "/threads",
                HearthClient.object("title", "Carrots", "text", "Is there a zoomble that peels carrots as well? Mine does potatoes.")));
        assertThat(Set.of("held", "escalated")).contains(hearth.verdict(author, next.path("post")));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
