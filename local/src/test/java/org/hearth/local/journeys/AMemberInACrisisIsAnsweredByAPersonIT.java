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
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/** A member is prompted while writing; the post is held, the lead alerted; a person replies and follows up, and the case is closed. */
class AMemberInACrisisIsAnsweredByAPersonIT {
    private static final String WORDS = "I can't do this any more. I am going to kill myself tonight.";
    private static final String REPLY = "Thank you for telling us about tonight. You matter to the people here, and I will stay online until "
            + "we have spoken. Is your sister still awake?";
    private final RunningHearth hearth = RunningHearth.shared();
    private final Album album = new Album("2-crisis");

    @Test
    void fromTheFirstWordsToTheFollowUp() {
        HearthClient author = hearth.somebodyNew();
        String thread = written(author);
        JsonNode post = good(author.get("/api/threads/" + thread)).path("items").path(0);
        assertThat(hearth.verdict(author, post)).isEqualTo("held");
        String id = post.path("id").asText();
        alerted(id);
        decided(id);
        read(author, thread);
        followedUp(id);
        assertThat(hearth.output()).noneMatch(line -> line.contains(WORDS) || line.contains(REPLY));
    }

    private String written(HearthClient author) {
        try (BrowserPage phone = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(author)) {
            Page page = phone.goTo("/compose.html?group=" + RunningHearth.OPEN).page();
            page.getByLabel("Title").fill("It is too much");
            page.getByLabel("What would you like to say?").fill(WORDS);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Post it")).click();
            assertThat(page.getByText("It sounds as if this is a very hard moment")).isVisible();
            album.keep(page, "prompted");
            assertThat(phone.accessibilityFaults()).isEmpty();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Post it anyway")).click();
            page.waitForURL(Pattern.compile("thread\\.html"));
            assertThat(page.getByText(WORDS)).isVisible();
            album.keep(page, "sent");
            return page.url().replaceFirst(".*id=([0-9A-Z]{26}).*", "$1");
        }
    }

    private void alerted(String caseId) {
        Awaitility.await("the lead's alert").atMost(Duration.ofSeconds(60)).until(() -> hearth.outbox().stream()
                .anyMatch(message -> message.to().contains("Lead") && message.body().contains(caseId)));
        assertThat(hearth.outbox()).noneMatch(message -> (message.subject() + message.body()).contains("any more"));
        JsonNode clock = Awaitility.await("the lead's clock").atMost(Duration.ofSeconds(60))
                .until(() -> good(hearth.lead().get("/api/moderation/cases/" + caseId)).path("clocks").path("leadTold"), told -> told.has("at"));
        assertThat(Instant.parse(clock.path("at").asText())).isBefore(Instant.parse(clock.path("dueAt").asText()));
        assertThat(clock.path("breached").asBoolean()).isFalse();
    }

    private void decided(String caseId) {
        try (BrowserPage desk = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.moderator()).expecting(422)) {
            Page page = desk.goTo("/case.html?id=" + caseId).page();
            assertThat(page.getByText("Show the whole post")).isVisible();
            assertThat(page.locator("#whole")).hasCount(0);
            album.keep(page, "opened-as-a-snippet");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Claim this case")).click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show the whole post")).click();
            assertThat(page.locator("#whole")).containsText("going to kill myself");
            Locator form = page.locator("form").filter(new Locator.FilterOptions().setHasText("What to do"));
            form.getByLabel("What to do").selectOption("hide");
            form.getByLabel("Rule").selectOption("safeguarding");
            form.getByLabel("Reason").fill("We would rather talk with you about this than leave it for all to read.");
            form.getByLabel("Begin the reply with").selectOption("in-danger");
            form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save the decision")).click();
            assertThat(form.getByRole(AriaRole.ALERT)).containsText("Fill in what is still in square brackets");
            album.keep(page, "not-with-the-template-alone");
            assertThat(desk.accessibilityFaults()).isEmpty();
            form.getByLabel("Your reply to").fill(REPLY);
            form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save the decision")).click();
            assertThat(page.getByText("The author is told, with your reason.")).isVisible();
            album.keep(page, "decided");
        }
    }

    // A new tab asks first for what anybody may read, and nobody else may read this.
    private void read(HearthClient author, String thread) {
        try (BrowserPage phone = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(author).expecting(404)) {
            Page page = phone.goTo("/thread.html?id=" + thread).page();
            assertThat(page.getByText("A moderator writes to you")).isVisible();
            assertThat(page.getByText("Is your sister still awake?")).isVisible();
            album.keep(page, "read-below-the-post");
            assertThat(phone.accessibilityFaults()).isEmpty();
            phone.goTo("/account.html");
            assertThat(page.getByText("Is your sister still awake?")).isVisible();
            album.keep(page, "read-on-the-account-page");
            assertThat(phone.accessibilityFaults()).isEmpty();
        }
    }

    private void followedUp(String caseId) {
        assertThat(good(hearth.lead().get("/api/moderation/cases/" + caseId)).path("state").asText()).isEqualTo("follow-up");
        try (BrowserPage desk = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.otherModerator())) {
            Page page = desk.goTo("/moderate.html?state=follow-up").page();
            page.locator("a[href*='" + caseId + "']").click();
            page.getByLabel("What you did, and what came of it").fill("We spoke. Her sister is with her, and she sees her nurse tomorrow.");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record the follow-up")).click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Followed up"))).isVisible();
            album.keep(page, "followed-up");
            assertThat(desk.accessibilityFaults()).isEmpty();
        }
        JsonNode closed = good(hearth.lead().get("/api/moderation/cases/" + caseId));
        assertThat(closed.path("state").asText()).isEqualTo("closed");
        assertThat(closed.path("decisions").path(0).path("reason").asText()).startsWith("We would rather talk");
        assertThat(closed.path("decisions").path(0).path("reply").asText()).isEqualTo(REPLY);
    }
}
