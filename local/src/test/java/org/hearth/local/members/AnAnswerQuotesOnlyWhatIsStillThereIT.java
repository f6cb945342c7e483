package org.hearth.local.members;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.members.MembersForum.eventually;
import static org.hearth.local.members.MembersForum.good;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/** Rule: an answer shows what it answers, and when that is taken back its words are gone from the answer too (row 51). */
class AnAnswerQuotesOnlyWhatIsStillThereIT {
    private static final String QUOTED = "There was a robin at my window this morning. I watched it for a while.";
    private static final String ANSWER = "That sounds hard. I am glad that you wrote it down here.";
    private final RunningHearth hearth = RunningHearth.shared();

    @Test
    void untilItIsTakenBack() {
        HearthClient robin = hearth.somebodyNew();
        HearthClient reader = hearth.somebodyNew();
        String thread = hearth.publishedThread(hearth.somebodyNew(), RunningHearth.OPEN, "Waiting for a letter", "Week nine now.").at("/thread/id").asText();
        String posts = "/api/threads/" + thread + "/posts";
        String quoted = good(robin.post(posts, HearthClient.object("text", QUOTED))).json().path("id").asText();
        eventually(hearth.visitor(), "/api/public/threads/" + thread, answer -> answer.text().contains(quoted));
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(reader)) {
            Page page = browser.goTo("/thread.html?id=" + thread).page();
            page.locator("#post-" + quoted).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Answer")).click();
            assertThat(page.getByLabel("Your reply")).isFocused();
            assertThat(page.getByText("In answer to")).isVisible();
            page.getByLabel("Your reply").fill("Mine came back in spring, every year on the same day.");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Post reply")).click();
            Locator answer = page.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText("Mine came back in spring"));
            assertThat(answer.getByRole(AriaRole.BLOCKQUOTE)).containsText("There was a robin");
            assertThat(browser.accessibilityFaults()).isEmpty();

            good(robin.delete(posts + "/" + quoted));
            page.reload();
            assertThat(answer.getByRole(AriaRole.BLOCKQUOTE)).hasText("In answer to an earlier post");
            assertThat(page.content()).doesNotContain("There was a robin");
            assertThat(reader.post(posts, HearthClient.object("text", ANSWER, "quotes", quoted)).status()).isEqualTo(422);
        }
    }
}
