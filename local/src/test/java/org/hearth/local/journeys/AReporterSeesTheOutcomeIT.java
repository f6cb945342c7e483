package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/** A member sees on the account page what came of a report, a visitor by the reference, and the author nothing of either. */
class AReporterSeesTheOutcomeIT {
    private final RunningHearth hearth = RunningHearth.shared();

    @Test
    void asAMemberAsAVisitorAndAsTheAuthor() {
        HearthClient author = hearth.somebodyNew();
        HearthClient member = hearth.somebodyNew();
        JsonNode post = hearth.publishedThread(author, RunningHearth.OPEN, "A walk by the canal", "We saw two herons this morning.").path("post");
        String reports = "/api/threads/" + post.path("threadId").asText() + "/posts/" + post.path("id").asText() + "/reports";
        String reference = RunningHearth.good(member.post(reports, HearthClient.object("reason", "rules", "note", "Please look")))
                .path("reference").asText();
        String visitors = RunningHearth.good(hearth.visitor().post("/api/public/reports", HearthClient.object("reason", "rules", "threadId",
                post.path("threadId").asText(), "postId", post.path("id").asText()))).path("reference").asText();
        assertThat(hearth.decide(hearth.moderator(), post, HearthClient.object("action", "hide", "rule", "on-topic", "reason", "Let us talk first."))
                .status()).isEqualTo(201);

        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(member)) {
            Page page = browser.goTo("/account.html").page();
            assertThat(page.getByText(reference)).isVisible();
            assertThat(page.getByText("A moderator looked and did something about it.")).isVisible();
            assertThat(browser.accessibilityFaults()).isEmpty();
        }
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW).expecting(404)) {
            Page page = browser.goTo("/outcome.html").page();
            page.getByLabel("Reference").fill("HR-2222-2222");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("We can’t find this reference.");
            assertThat(browser.accessibilityFaults()).isEmpty();
            page.getByLabel("Reference").fill(" " + visitors.toLowerCase().replace("-", " "));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look")).click();
            assertThat(page.getByText("A moderator looked and did something about it.")).isVisible();
            assertThat(browser.accessibilityFaults()).isEmpty();
        }
        assertThat(author.get("/api/me/export").text() + author.get("/api/me/posts").text())
                .doesNotContain(reference, visitors, "Please look");
    }
}
