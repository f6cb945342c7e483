package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/**
 * Journey 1: a newcomer on a phone at 2 am joins, reads, drafts, loses the connection, comes back, posts; sees that the post is held,
 * the night banner and the crisis lines. With a look for barriers in every state.
 */
class ANewcomerAtTwoInTheMorningIT {
    private static final String WORDS = "I am still awake and the house is quiet. I would like to hear how others spend the night.";

    @Test
    void joinsReadsDraftsLosesTheConnectionAndPosts() {
        try (RunningHearth hearth = RunningHearth.start(false)) {
            hearth.publishedThread(hearth.somebodyNew(), RunningHearth.OPEN, "Waiting for a letter", "Week nine now.");
            nobodyIsOnDutyAnyMore(hearth);
            try (BrowserPage phone = BrowserPage.open(hearth, BrowserPage.NARROW)) {
                Page page = phone.page();
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                join(phone, page);
                read(phone, page);
                draftWithoutAConnection(phone, page);
                post(phone, page);
                lookItUp(phone, page);
            }
        }
    }

    /** The rota has begun, and its only shift is over. */
    private static void nobodyIsOnDutyAnyMore(RunningHearth hearth) {
        HearthClient moderator = hearth.moderator();
        good(moderator.get("/api/moderation/cases"));
        Instant now = Instant.now();
        good(hearth.lead().post("/api/moderation/rota/shifts", HearthClient.object("moderatorId", good(moderator.get("/api/me")).path("id").asText(),
                "start", now.plusSeconds(60).toString(), "end", now.plusSeconds(3600).toString())));
        hearth.moveClockTo(now.plus(Duration.ofHours(3)));
        hearth.forgetAuthorizations();
        assertThat(good(hearth.visitor().get("/api/public/cover")).path("holding").asBoolean()).isTrue();
    }

    private static void join(BrowserPage phone, Page page) {
        phone.goTo("/");
        noBarriers(phone);
        page.getByRole(AriaRole.LINK, named("Join or sign in")).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join as somebody new")).click();
        page.getByLabel("Name in Hearth").fill("Night heron");
        noBarriers(phone);
        page.getByRole(AriaRole.BUTTON, named("Join")).click();
        assertThat(page.getByText("No moderator is here at the moment.")).isVisible();
        noBarriers(phone);
    }

    private static void read(BrowserPage phone, Page page) {
        page.getByRole(AriaRole.LINK, named("The open room")).click();
        page.getByRole(AriaRole.LINK, named("Waiting for a letter")).click();
        assertThat(page.getByText("Week nine now.")).isVisible();
        noBarriers(phone);
        phone.goTo("/group.html?id=" + RunningHearth.NEWCOMERS);
        assertThat(page.getByText("Nobody has spoken here yet")).isVisible();
        noBarriers(phone);
    }

    private static void draftWithoutAConnection(BrowserPage phone, Page page) {
        page.getByRole(AriaRole.LINK, named("Start a conversation")).click();
        page.getByLabel("Title").fill("Still awake");
        page.getByLabel("What would you like to say?").fill(WORDS);
        phone.withoutConnection(true);
        page.getByRole(AriaRole.BUTTON, named("Post it")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Not sent: no connection");
        noBarriers(phone);
        phone.withoutConnection(false);
        page.reload();
        assertThat(page.getByLabel("What would you like to say?")).hasValue(WORDS);
    }

    private static void post(BrowserPage phone, Page page) {
        page.getByRole(AriaRole.BUTTON, named("Post it")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Still awake"))).isVisible();
        page.reload();
        assertThat(page.getByText("Waiting for a moderator.")).isVisible();
        assertThat(page.getByText("Until then only you can see it.")).isVisible();
        assertThat(page.getByRole(AriaRole.CONTENTINFO).getByText("116 123")).isVisible();
        noBarriers(phone);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    }

    private static void lookItUp(BrowserPage phone, Page page) {
        phone.goTo("/account.html");
        assertThat(page.getByRole(AriaRole.HEADING, named("Still awake"))).hasCount(1);
        assertThat(page.getByText("Waiting for a moderator.")).isVisible();
        noBarriers(phone);
        phone.goTo("/help-now.html");
        assertThat(page.getByRole(AriaRole.MAIN).getByText("116 123").first()).isVisible();
        noBarriers(phone);
        phone.goTo("/resources.html");
        assertThat(page.getByText("Nothing here yet")).isVisible();
        noBarriers(phone);
    }

    private static void noBarriers(BrowserPage phone) {
        assertThat(phone.accessibilityFaults()).isEmpty();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
