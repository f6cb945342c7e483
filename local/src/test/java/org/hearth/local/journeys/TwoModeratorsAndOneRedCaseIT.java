package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/** Journey 5: two moderators open one red case; one claims it, the other is refused; the claim lapses and the case comes back. */
class TwoModeratorsAndOneRedCaseIT {
    private static final Album ALBUM = new Album("5-one-red-case");

    @Test
    void oneWorksOnItAndTheOtherIsToldWho() {
        try (RunningHearth hearth = RunningHearth.start(false)) {
            String caseId = aRedCase(hearth);
            try (BrowserPage first = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.moderator()).expecting(409);
                    BrowserPage second = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(hearth.otherModerator()).expecting(409)) {
                opensAsAFewWords(first, caseId);
                second.goTo("/case.html?id=" + caseId);
                assertThat(button(second, "Claim this case")).isVisible();
                button(first, "Claim this case").click();
                assertThat(first.page().getByText("Yours until")).isVisible();
                write(first);

                button(second, "Claim this case").click();
                assertThat(second.page().getByText("Maren is working on this until")).isVisible();
                assertThat(second.accessibilityFaults()).isEmpty();
                ALBUM.keep(second.page(), "refused-" + second.page().viewportSize().width);

                hearth.moveClockTo(Instant.now().plus(Duration.ofMinutes(11)));
                button(second, "Look again").click();
                button(second, "Claim this case").click();
                assertThat(second.page().getByText("Yours until")).isVisible();
                ALBUM.keep(second.page(), "claimed-after-it-lapsed-" + second.page().viewportSize().width);

                button(first, "Save the decision").click();
                assertThat(first.page().getByRole(AriaRole.ALERT)).containsText("What you wrote is still here");
                ALBUM.keep(first.page(), "too-late-" + first.page().viewportSize().width);
            }
            assertThat(good(hearth.moderator().get("/api/moderation/cases/" + caseId)).path("decisions")).isEmpty();
        }
    }

    private static String aRedCase(RunningHearth hearth) {
        HearthClient author = hearth.somebodyNew();
        JsonNode post = hearth.publishedThread(author, RunningHearth.OPEN, "A walk in the rain", "It rained the whole way and I sang.").path("post");
        good(hearth.somebodyNew().post("/api/threads/" + post.path("threadId").asText() + "/posts/" + post.path("id").asText() + "/reports",
                HearthClient.object("reason", "safeguarding", "note", "I worry about them")));
        return post.path("id").asText();
    }

    private static void opensAsAFewWords(BrowserPage moderator, String caseId) {
        moderator.goTo("/moderate.html");
        assertThat(moderator.page().getByText("It rained the whole way")).hasCount(0);
        moderator.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("A walk in the rain")).click();
        button(moderator, "Show the whole post").click();
        assertThat(moderator.page().locator("#whole")).containsText("It rained the whole way");
        assertThat(moderator.page().url()).contains(caseId);
    }

    private static void write(BrowserPage moderator) {
        Locator form = moderator.page().locator("form.write").filter(new Locator.FilterOptions().setHasText("Decide"));
        form.getByLabel("What to do").selectOption("hide");
        form.getByLabel("Rule").selectOption("safeguarding");
        form.getByLabel("Reason").fill("Somebody should ask first.");
    }

    private static Locator button(BrowserPage page, String name) {
        return page.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
