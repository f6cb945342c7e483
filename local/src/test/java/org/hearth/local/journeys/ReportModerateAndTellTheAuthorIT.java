package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/** A visitor reports a post, a moderator takes the case and redacts it, and the author reads what was decided and why. */
class ReportModerateAndTellTheAuthorIT {
    private static final String WORDS = "The receptionist at Millbrook is the tall one with the red hair.";
    private final RunningHearth hearth = RunningHearth.shared();

    @Test
    void inThreeBrowsers() {
        HearthClient author = hearth.somebodyNew();
        JsonNode thread = hearth.publishedThread(author, RunningHearth.OPEN, "On the ward again", WORDS);
        String id = thread.path("thread").path("id").asText();

        reported(id);
        decided(thread.path("post").path("id").asText());
        told(author);

        JsonNode shown = hearth.visitor().get("/api/public/threads/" + id).json().path("items").path(0);
        assertThat(shown.path("text").asText()).isEqualTo("A nurse on the ward was kind to me.");
        assertThat(hearth.output()).noneMatch(line -> line.contains("red hair"));
    }

    private void reported(String thread) {
        try (BrowserPage visitor = BrowserPage.open(hearth, BrowserPage.NARROW)) {
            Page page = visitor.goTo("/thread.html?id=" + thread).page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Report")).first().click();
            page.getByLabel("It gives away who somebody is").check();
            assertThat(visitor.accessibilityFaults()).isEmpty();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send to the moderators")).click();
            assertThat(page.getByText("HR-")).isVisible();
        }
    }

    private void decided(String caseId) {
        try (BrowserPage moderator = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.moderator())) {
            Page page = moderator.goTo("/case.html?id=" + caseId).page();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Claim this case")).click();
            assertThat(page.getByText("Yours until")).isVisible();
            assertThat(moderator.accessibilityFaults()).isEmpty();
            Locator form = page.locator("form");
            form.getByLabel("What to do").selectOption("redact");
            form.getByLabel("The post as it will be shown").fill("A nurse on the ward was kind to me.");
            form.getByLabel("Rule").selectOption("no-personal-data");
            form.getByLabel("Reason").fill("Others could find out who she is. The rest can stay.");
            form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save the decision")).click();
            assertThat(page.getByText("The author is told, with your reason.")).isVisible();
        }
    }

    private void told(HearthClient author) {
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(author)) {
            Page page = browser.goTo("/account.html").page();
            assertThat(page.getByText("Others could find out who she is. The rest can stay.")).isVisible();
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask for a second look"))).isVisible();
            assertThat(browser.accessibilityFaults()).isEmpty();
        }
    }
}
