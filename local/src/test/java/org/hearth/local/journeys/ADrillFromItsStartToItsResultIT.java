package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.junit.jupiter.api.Test;

/** The lead starts a drill; it takes the way of a real post; a moderator decides it; the lead sees how long it took. */
class ADrillFromItsStartToItsResultIT {
    private static final Album ALBUM = new Album("drill");

    @Test
    void walksTheRealWay() {
        try (RunningHearth hearth = RunningHearth.start(false)) {
            good(hearth.moderator().get("/api/moderation/cases"));
            started(hearth);
            String caseId = Awaitility.await("the drill's case").atMost(Duration.ofSeconds(60))
                    .until(() -> good(hearth.lead().get("/api/moderation/drills")).path("items").path(0), drill -> drill.path("case").has("toldAt"))
                    .path("id").asText();
            assertThat(good(hearth.moderator().get("/api/moderation/cases")).path("items")).anySatisfy(one -> {
                assertThat(one.path("id").asText()).isEqualTo(caseId);
                assertThat(one.path("kind").asText()).isEqualTo("post");
                assertThat(one.path("risk").asText()).isEqualTo("crisis");
            });
            decided(hearth, caseId);
            seen(hearth);
            assertThat(good(hearth.moderator().get("/api/moderation/cases?state=closed")).path("items")).noneMatch(one -> isThe(one, caseId));
            assertThat(hearth.visitor().get("/api/public/threads/" + caseId).status()).isEqualTo(404);
            assertThat(hearth.visitor().get("/api/public/feed.xml").text()).doesNotContain(caseId);
        }
    }

    private static boolean isThe(JsonNode one, String caseId) {
        return one.path("id").asText().equals(caseId);
    }

    private static void started(RunningHearth hearth) {
        try (BrowserPage lead = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.lead())) {
            Page page = lead.goTo("/drill.html").page();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start a drill")).click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start it")).click();
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look again"))).isVisible();
        }
    }

    private static void decided(RunningHearth hearth, String caseId) {
        try (BrowserPage moderator = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(hearth.moderator())) {
            Page page = moderator.goTo("/case.html?id=" + caseId).page();
            assertThat(page.getByText("This is practice.")).isVisible();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Claim this case")).click();
            Locator form = page.locator("form.write").filter(new Locator.FilterOptions().setHasText("Save the decision"));
            form.getByLabel("What to do").selectOption("hide");
            form.getByLabel("Rule").selectOption("safeguarding");
            form.getByLabel("Reason").fill("I would ring the number that we agreed on.");
            ALBUM.keep(moderator.page(), "drill-case-" + moderator.page().viewportSize().width);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save the decision")).click();
            assertThat(page.getByText("Thank you. The lead sees how it went.")).isVisible();
            assertThat(moderator.accessibilityFaults()).isEmpty();
        }
    }

    private static void seen(RunningHearth hearth) {
        for (int width : new int[] {BrowserPage.NARROW, BrowserPage.WIDE}) {
            try (BrowserPage lead = BrowserPage.open(hearth, width).signedInAs(hearth.lead())) {
                Page page = lead.goTo("/drill.html").page();
                assertThat(page.getByText("It’s over.")).isVisible();
                assertThat(page.getByText("Acted on")).isVisible();
                assertThat(lead.accessibilityFaults()).isEmpty();
                ALBUM.keep(lead.page(), "drill-result-" + lead.page().viewportSize().width);
                lead.goTo("/audit.html");
                lead.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check the record")).click();
                assertThat(lead.page().locator("#proof")).containsText("The record is whole");
                ALBUM.keep(lead.page(), "audit-" + lead.page().viewportSize().width);
                lead.goTo("/care.html");
                assertThat(lead.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("How much is enough"))).isVisible();
                ALBUM.keep(lead.page(), "care-" + lead.page().viewportSize().width);
            }
        }
    }
}
