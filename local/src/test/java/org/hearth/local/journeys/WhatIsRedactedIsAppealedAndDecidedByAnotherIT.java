package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.stream.StreamSupport;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/** A kind reply tells too much: it is redacted, not deleted; its author appeals, another moderator decides, the audit log agrees. */
class WhatIsRedactedIsAppealedAndDecidedByAnotherIT {
    private static final String KIND = "You are not alone in this, and it does pass.";
    private static final String TOO_MUCH = "What I did back then was to hide my lunch in my bag, so that nobody saw.";
    private final RunningHearth hearth = RunningHearth.shared();
    private final Album album = new Album("3-redacted");

    @Test
    void fromTheReportToTheAuditLog() {
        HearthClient author = hearth.somebodyNew();
        JsonNode opening = hearth.publishedThread(hearth.somebodyNew(), RunningHearth.OPEN, "Eating with others", "Lunch at work is the hardest.");
        String thread = opening.path("thread").path("id").asText();
        JsonNode post = good(author.post("/api/threads/" + thread + "/posts", HearthClient.object("text", KIND + " " + TOO_MUCH)));
        String id = post.path("id").asText();
        if (hearth.verdict(author, post).equals("published")) {
            good(hearth.somebodyNew().post("/api/threads/" + thread + "/posts/" + id + "/reports",
                    HearthClient.object("reason", "safeguarding", "note", "This could give somebody ideas.")));
        }
        redacted(id);
        assertThat(hearth.visitor().get("/api/public/threads/" + thread).text()).contains(KIND).doesNotContain(TOO_MUCH);
        appealed(author, thread);
        refusedToTheFirst(id);
        keptByTheSecond(id);
        told(author);
        inTheLog(id);
    }

    private static Locator form(Page page) {
        return page.locator("form").filter(new Locator.FilterOptions().setHasText("What to do"));
    }

    private void redacted(String caseId) {
        try (BrowserPage desk = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.moderator())) {
            Page page = desk.goTo("/case.html?id=" + caseId).page();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Claim this case")).click();
            form(page).getByLabel("What to do").selectOption("redact");
            form(page).getByLabel("The post as it will be shown").fill(KIND + " [A moderator took out how.]");
            form(page).getByLabel("Rule").selectOption("no-methods");
            form(page).getByLabel("Reason").fill("Your kindness stays. How you did it could harm somebody who reads it on a bad day.");
            album.keep(page, "redacting");
            assertThat(desk.accessibilityFaults()).isEmpty();
            form(page).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save the decision")).click();
            assertThat(page.getByText("The author is told, with your reason.")).isVisible();
        }
    }

    private void appealed(HearthClient author, String thread) {
        try (BrowserPage phone = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(author)) {
            Page page = phone.goTo("/thread.html?id=" + thread).page();
            assertThat(page.getByText("Edited by a moderator")).isVisible();
            phone.goTo("/account.html");
            assertThat(page.getByText("Your kindness stays.")).isVisible();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask for a second look")).click();
            page.getByLabel("What should the second moderator know?").fill("I only wanted to say that I have been there.");
            album.keep(page, "appealing");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask for a second look").setExact(true)).click();
            assertThat(page.getByText("You asked for a second look. Another moderator will decide.")).isVisible();
            assertThat(phone.accessibilityFaults()).isEmpty();
        }
    }

    private void refusedToTheFirst(String caseId) {
        try (BrowserPage desk = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.moderator()).expecting(409)) {
            Page page = desk.goTo("/case.html?id=" + caseId).page();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Claim this case")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("This is an appeal against your decision.");
            album.keep(page, "not-by-whoever-decided-first");
        }
    }

    private void keptByTheSecond(String caseId) {
        try (BrowserPage desk = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.otherModerator())) {
            Page page = desk.goTo("/case.html?id=" + caseId).page();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Claim this case")).click();
            assertThat(page.getByText("I only wanted to say that I have been there.")).isVisible();
            assertThat(page.getByText(TOO_MUCH).first()).isVisible();
            form(page).getByLabel("What to do").selectOption("close");
            form(page).getByLabel("Rule").selectOption("no-methods");
            form(page).getByLabel("Reason").fill("I agree with my colleague, and I am glad that you wrote.");
            album.keep(page, "decided-by-another");
            form(page).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save the decision")).click();
            assertThat(page.getByText("The author is told, with your reason.")).isVisible();
        }
    }

    private void told(HearthClient author) {
        try (BrowserPage phone = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(author)) {
            Page page = phone.goTo("/account.html").page();
            assertThat(page.getByText("A second moderator looked and kept the decision.")).isVisible();
            album.keep(page, "told");
        }
    }

    private void inTheLog(String caseId) {
        var month = good(hearth.lead().get("/api/moderation/audit/verification"));
        assertThat(month.path("intact").asBoolean()).isTrue();
        String csv = hearth.lead().get("/api/moderation/audit.csv").text();
        var lines = csv.lines().filter(line -> line.contains(caseId)).toList();
        assertThat(lines.stream().filter(line -> line.contains("redact")).count()).isEqualTo(1);
        assertThat(lines.stream().filter(line -> line.contains("close")).count()).isEqualTo(1);
        assertThat(csv).doesNotContain("lunch", "kindness");
        JsonNode decisions = good(hearth.lead().get("/api/moderation/cases/" + caseId)).path("decisions");
        assertThat(StreamSupport.stream(decisions.spliterator(), false).map(one -> one.path("by").path("name").asText())).containsExactly("Maren", "Tobias");
        try (BrowserPage desk = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.lead())) {
            Page page = desk.goTo("/audit.html").page();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check the record")).click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("The record is whole");
            album.keep(page, "the-record-agrees");
        }
    }
}
