package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/** Journey 6: a night without cover. Everything is held, three reports hide a post, and the hand-over in the morning lists all of it. */
class ANightWithoutCoverIT {
    private static final Album ALBUM = new Album("6-a-night");
    private static final String SEEN = "I made soup and shared it with the neighbours.";
    private static final String HELD = "The owls are loud tonight, and I like them.";

    @Test
    void fromTheLastShiftToTheNext() {
        try (RunningHearth hearth = RunningHearth.start(false)) {
            HearthClient author = hearth.somebodyNew();
            JsonNode shown = hearth.publishedThread(author, RunningHearth.OPEN, "Soup for six", SEEN).path("post");
            Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
            theRotaIsPlanned(hearth, now);

            hearth.moveClockTo(now.plus(Duration.ofHours(2)));
            hearth.runSchedules();
            assertThat(hearth.outbox()).anyMatch(message -> message.to().equals("LeadTopic") && message.subject().equals("Hearth: nobody is there"));

            JsonNode held = good(author.post("/api/groups/" + RunningHearth.OPEN + "/threads", HearthClient.object("title", "Owls", "text", HELD))).path("post");
            assertThat(hearth.verdict(author, held)).isEqualTo("held");
            theBannerSaysSo(hearth, author);
            threeReportIt(hearth, shown);
            assertThat(hearth.visitor().get("/api/public/threads/" + shown.path("threadId").asText()).status()).isEqualTo(404);

            hearth.moveClockTo(now.plus(Duration.ofHours(10)).plus(Duration.ofMinutes(5)));
            theHandOverListsIt(hearth);
        }
    }

    private static void theRotaIsPlanned(RunningHearth hearth, Instant now) {
        good(hearth.moderator().get("/api/moderation/cases"));
        String maren = good(hearth.moderator().get("/api/me")).path("id").asText();
        for (int hours : new int[] {0, 10}) {
            good(hearth.lead().post("/api/moderation/rota/shifts", HearthClient.object("moderatorId", maren,
                    "start", now.plus(Duration.ofHours(hours)).toString(), "end", now.plus(Duration.ofHours(hours + 1)).toString())));
        }
        try (BrowserPage lead = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.lead())) {
            lead.goTo("/rota.html");
            assertThat(lead.page().getByText("On duty now: Maren.")).isVisible();
            assertThat(lead.accessibilityFaults()).isEmpty();
            ALBUM.keep(lead.page(), "rota-" + lead.page().viewportSize().width);
        }
    }

    private static void theBannerSaysSo(RunningHearth hearth, HearthClient member) {
        for (int width : new int[] {BrowserPage.WIDE, BrowserPage.NARROW}) {
            try (BrowserPage browser = BrowserPage.open(hearth, width).signedInAs(member)) {
                browser.goTo("/group.html?id=" + RunningHearth.OPEN);
                assertThat(browser.page().getByText("No moderator is here at the moment.")).isVisible();
                assertThat(browser.page().locator(".cover time")).isVisible();
                assertThat(browser.accessibilityFaults()).isEmpty();
                ALBUM.keep(browser.page(), "banner-" + browser.page().viewportSize().width);
            }
        }
    }

    private static void threeReportIt(RunningHearth hearth, JsonNode post) {
        for (int i = 0; i < 3; i++) {
            good(hearth.somebodyNew().post("/api/threads/" + post.path("threadId").asText() + "/posts/" + post.path("id").asText() + "/reports",
                    HearthClient.object("reason", "rules", "note", "")));
        }
    }

    private static void theHandOverListsIt(RunningHearth hearth) {
        for (int width : new int[] {BrowserPage.NARROW, BrowserPage.WIDE}) {
            try (BrowserPage moderator = BrowserPage.open(hearth, width).signedInAs(hearth.moderator())) {
                Page page = moderator.goTo("/handover.html").page();
                assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Soup for six"))).isVisible();
                assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Owls"))).isVisible();
                assertThat(page.getByText("One post was hidden because three members reported it.")).isVisible();
                assertThat(moderator.accessibilityFaults()).isEmpty();
                ALBUM.keep(moderator.page(), "hand-over-" + moderator.page().viewportSize().width);
            }
        }
    }
}
