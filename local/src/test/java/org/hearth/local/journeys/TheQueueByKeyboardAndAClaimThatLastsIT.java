package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The queue's keys do what they say and nothing in a field; a claim is renewed while its page is in use and handed back unasked. */
class TheQueueByKeyboardAndAClaimThatLastsIT {
    // Of its own: a queue that other tests filled would end elsewhere.
    @AutoClose
    private static RunningHearth hearth;

    @BeforeAll
    static void begin() {
        hearth = RunningHearth.start(false);
    }

    private String reported(String title) {
        HearthClient author = hearth.somebodyNew();
        JsonNode post = hearth.publishedThread(author, RunningHearth.OPEN, title, "We walked along the river today.").path("post");
        good(hearth.somebodyNew().post("/api/threads/" + post.path("threadId").asText() + "/posts/" + post.path("id").asText() + "/reports",
                HearthClient.object("reason", "rules", "note", "")));
        return post.path("id").asText();
    }

    private static Instant claimed(BrowserPage desk, HearthClient moderator, String id) {
        Page page = desk.goTo("/case.html?id=" + id).page();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Claim this case")).click();
        assertThat(page.getByText("Yours until")).isVisible();
        return Instant.parse(good(moderator.get("/api/moderation/cases/" + id)).at("/claim/until").asText());
    }

    @Test
    void theKeysMoveClaimAndExplainThemselves() {
        reported("By the river");
        reported("Along the canal");
        try (BrowserPage desk = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(hearth.as("Keys", org.hearth.local.issuer.Role.MODERATOR))) {
            Page page = desk.goTo("/moderate.html?claim=none&group=" + RunningHearth.OPEN).page();
            assertThat(page.locator(".case").first()).isVisible();
            page.keyboard().press("j");
            assertThat(page.locator(".case h2 a").first()).isFocused();
            page.keyboard().press("j");
            assertThat(page.locator(".case h2 a").nth(1)).isFocused();
            page.keyboard().press("k");
            assertThat(page.locator(".case h2 a").first()).isFocused();
            page.keyboard().press("c");
            assertThat(page.locator(".case").first()).containsText("Yours until");
            page.keyboard().press("?");
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Claim the case");
            page.keyboard().press("Escape");
            page.getByLabel("Claimed").focus();
            page.keyboard().press("c");
            page.keyboard().press("j");
            assertThat(page.getByLabel("Claimed")).isFocused();
            assertThat(page.locator(".case").nth(1)).not().containsText("Yours until");
            page.getByLabel("Claimed").selectOption("mine");
            assertThat(page.locator(".case")).hasCount(1);
            page.getByLabel("About").selectOption("complaint");
            // Where others filled the queue, there is more to look through.
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(Pattern.compile("Nothing fits|None here yet")))).isVisible();
            assertThat(desk.accessibilityFaults()).isEmpty();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show all")).click();
            assertThat(page.locator(".case").first()).isVisible();
            assertThat(page.url()).doesNotContain("kind");
        }
    }

    @Test
    void aRenewalThatIsSlowDoesNotTakeACaseBackThatWasHandedBack() {
        String id = reported("Under the bridge");
        HearthClient moderator = hearth.as("Going home", org.hearth.local.issuer.Role.MODERATOR);
        try (BrowserPage desk = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(moderator)) {
            Page page = desk.page();
            Instant until = claimed(desk, moderator, id);
            List<Route> slow = new ArrayList<>();
            List<String> asked = new ArrayList<>();
            page.route("**/api/moderation/cases/" + id + "/claim", route -> {
                asked.add(route.request().method());
                if (route.request().method().equals("PUT")) {
                    slow.add(route);
                } else {
                    route.fallback();
                }
            });
            page.clock().setFixedTime(Date.from(until.minusSeconds(120)));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hand it back")).click();
            page.waitForCondition(() -> !slow.isEmpty());
            desk.frames();
            assertThat(asked).containsExactly("PUT");
            slow.forEach(Route::fallback);
            page.waitForURL("**/moderate.html");
            assertThat(good(moderator.get("/api/moderation/cases/" + id)).path("claim").isNull()).isTrue();
        }
    }

    @Test
    void aClaimIsRenewedByWhoeverReadsOnAndHandedBackWithoutAReason() {
        String id = reported("Over the bridge");
        HearthClient moderator = hearth.as("Reading on", org.hearth.local.issuer.Role.MODERATOR);
        try (BrowserPage desk = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(moderator)) {
            Page page = desk.page();
            Instant until = claimed(desk, moderator, id);
            page.clock().setFixedTime(Date.from(until.minusSeconds(120)));
            page.waitForRequest(request -> request.method().equals("PUT") && request.url().endsWith("/claim"), () -> page.mouse().wheel(0, 400));
            page.clock().setFixedTime(new Date());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hand it back")).click();
            page.waitForURL("**/moderate.html");
            assertThat(good(moderator.get("/api/moderation/cases/" + id)).path("claim").isNull()).isTrue();
        }
    }
}
