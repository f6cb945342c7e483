package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.awaitility.Awaitility;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.junit.jupiter.api.Test;

/** Somebody on a narrow phone who has never been here: joins, starts a conversation, and sees that others can read it. */
class JoinPostAndSeeItPublishedIT {
    private final RunningHearth hearth = RunningHearth.shared();

    @Test
    void onAPhone() {
        try (BrowserPage phone = BrowserPage.open(hearth, BrowserPage.NARROW)) {
            Page page = phone.goTo("/").page();
            assertThat(phone.accessibilityFaults()).isEmpty();

            page.getByRole(AriaRole.LINK, named("Join or sign in")).click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join as somebody new")).click();
            page.getByLabel("Name in Hearth").fill("sam@example.com");
            page.getByRole(AriaRole.BUTTON, named("Join")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("e-mail address");
            page.getByLabel("Name in Hearth").fill("Thistle");
            page.getByRole(AriaRole.BUTTON, named("Join")).click();

            page.getByRole(AriaRole.LINK, named("The open room")).click();
            page.getByRole(AriaRole.LINK, named("Start a conversation")).click();
            page.getByLabel("Title").fill("Does the cold bother anybody else?");
            page.getByLabel("What would you like to say?").fill("My hands are stiff from October on.");
            page.reload();
            assertThat(page.getByLabel("What would you like to say?")).hasValue("My hands are stiff from October on.");
            assertThat(phone.accessibilityFaults()).isEmpty();
            page.getByRole(AriaRole.BUTTON, named("Post it")).click();

            assertThat(page.getByRole(AriaRole.HEADING, named("Does the cold bother anybody else?"))).isVisible();
            assertThat(phone.accessibilityFaults()).isEmpty();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
            othersSee(page.url());
        }
    }

    private void othersSee(String thread) {
        String id = thread.substring(thread.indexOf("id=") + "id=".length());
        Awaitility.await("the check").until(() -> hearth.visitor().get("/api/public/threads/" + id).isGood());
        try (BrowserPage other = BrowserPage.open(hearth, BrowserPage.WIDE)) {
            Page page = other.goTo("/thread.html?id=" + id).page();
            assertThat(page.getByText("My hands are stiff from October on.")).isVisible();
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
