package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.hearth.local.pack.CasePack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journey 7: a crisis waits too long, the lead decides it and calls for help, the author erases their account, and the case is handed on. */
class TheLeadAndACaseThatOutlivesItsAuthorIT {
    private static final Album ALBUM = new Album("7-the-lead");
    private static final String WORDS = "I can't do this any more. I am going to kill myself tonight.";

    @TempDir
    private Path folder;

    @Test
    void fromTheBreachToTheSignedPack() throws Exception {
        try (RunningHearth hearth = RunningHearth.start(false)) {
            HearthClient author = hearth.somebodyNew();
            JsonNode post = good(author.post("/api/groups/" + RunningHearth.OPEN + "/threads", HearthClient.object("title", "Tonight", "text", WORDS))).path("post");
            assertThat(hearth.verdict(author, post)).isEqualTo("held");
            hearth.caseOf(post);

            hearth.moveClockTo(Instant.now().plus(Duration.ofMinutes(20)));
            hearth.runSchedules();
            assertThat(hearth.outbox()).anyMatch(message -> message.to().equals("LeadTopic") && message.subject().equals("Hearth: cases are waiting too long"));

            decidedAndFollowedUp(hearth, post.path("id").asText());
            erased(hearth, author);
            CasePack.Sound pack = handedOn(hearth, post.path("id").asText());
            assertThat(pack.caseId()).isEqualTo(post.path("id").asText());
            assertThat(good(hearth.admin().get("/api/moderation/audit?action=pack-made")).path("items")).hasSize(1);
        }
    }

    private static void decidedAndFollowedUp(RunningHearth hearth, String caseId) {
        try (BrowserPage lead = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.lead())) {
            Page page = lead.goTo("/case.html?id=" + caseId).page();
            assertThat(page.locator("#whole")).hasCount(0);
            button(page, "Show the whole post").click();
            button(page, "Claim this case").click();
            Locator form = page.locator("form.write").filter(new Locator.FilterOptions().setHasText("Save the decision"));
            form.getByLabel("What to do").selectOption("hide");
            form.getByLabel("Rule").selectOption("safeguarding");
            form.getByLabel("Reason").fill("We are worried about you and have asked the ambulance service to come.");
            Locator reply = form.locator("#reply");
            reply.fill("I have read what you wrote about tonight, and I am glad that you told us. Somebody is on the way to you now.");
            button(page, "Save the decision").click();
            assertThat(page.locator("#decided")).isVisible();
            page.getByLabel("What you did, and what came of it").fill("Rang the ambulance service at once; they found them and stayed. Rang again in the evening.");
            button(page, "Record the follow-up").click();
            assertThat(page.getByText("Followed up").first()).isVisible();
            assertThat(lead.accessibilityFaults()).isEmpty();
            ALBUM.keep(lead.page(), "decided-" + lead.page().viewportSize().width);
        }
    }

    private static void erased(RunningHearth hearth, HearthClient author) {
        good(author.put("/api/me/erasure", HearthClient.object("posts", "remove")));
        hearth.moveClockTo(Instant.now().plus(Duration.ofDays(8)));
        hearth.runSchedules();
    }

    private CasePack.Sound handedOn(RunningHearth hearth, String caseId) throws Exception {
        try (BrowserPage lead = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(hearth.lead())) {
            Page page = lead.goTo("/case.html?id=" + caseId).page();
            button(page, "Show the whole post").click();
            assertThat(page.locator("#whole")).containsText("I am going to kill myself"); // The numbers of findings stand between the other words.
            assertThat(good(hearth.lead().get("/api/moderation/cases/" + caseId)).path("author").path("name").asText()).isEqualTo("A former member");
            Download download = page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Make a case pack")).click());
            Path file = folder.resolve(download.suggestedFilename());
            download.saveAs(file);
            assertThat(file.getFileName().toString()).isEqualTo("case-" + caseId + ".zip");
            assertThat(lead.accessibilityFaults()).isEmpty();
            ALBUM.keep(lead.page(), "after-the-erasure-" + lead.page().viewportSize().width);
            return CasePack.read(file).verify(Optional.empty());
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
