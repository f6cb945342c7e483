package org.hearth.local.members;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.members.MembersForum.good;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rule: a lead appoints a greeter, who finds what waits in the menu until somebody answers it (row 28). */
class NobodyWaitsUnseenIT {
    private final RunningHearth hearth = RunningHearth.shared();

    @AfterEach
    void time() {
        hearth.runner().resetClock();
    }

    @Test
    void fromAppointmentToFirstReply() {
        HearthClient kind = hearth.somebodyNew();
        String kindId = kind.get("/api/me").json().path("id").asText();
        String title = "Somebody new to the canal";
        String thread = hearth.publishedThread(hearth.somebodyNew(), RunningHearth.OPEN, title, "I walked by the canal today and felt a bit better afterwards.")
                .at("/thread/id").asText();
        assertThat(kind.get("/api/greeting").status()).isEqualTo(403);
        try (BrowserPage lead = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.lead())) {
            Page page = lead.goTo("/member.html?id=" + kindId).page();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Greeter")).click();
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Greeter").setPressed(true))).isVisible();
        }
        hearth.moveClockTo(Instant.now().plus(Duration.ofHours(5)));
        try (BrowserPage greeter = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(kind)) {
            Page page = greeter.goTo("/").page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("First replies")).click();
            assertThat(page.getByText(title)).isVisible();
            assertThat(greeter.accessibilityFaults()).isEmpty();
            good(kind.post("/api/threads/" + thread + "/posts", HearthClient.object("text", "That sounds hard. I am glad that you wrote it down here.")));
            MembersForum.eventually(kind, "/api/greeting", answer -> !answer.text().contains(thread));
            page.reload();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).isVisible();
            assertThat(page.getByText(title)).hasCount(0);
        }
    }
}
