package org.hearth.local.members;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Rule: a link leads into a restricted group whom it is for, for as long as it says; more time is asked for and answered (row 40). */
class ALinkLeadsIntoAGroupUntilItsEndIT {
    @AutoClose
    private static final RunningHearth HEARTH = RunningHearth.start(false);
    private static final String HOSTILE = "<img src=x onerror=alert(1)> I'd like to stay, עוד קצת";

    @Test
    void fromTheLinkToTheEndAndBackIn() {
        HearthClient guest = HEARTH.somebodyNew();
        String link = made();
        String path = link.substring(link.indexOf("/invited.html"));
        try (BrowserPage phone = BrowserPage.open(HEARTH, BrowserPage.NARROW)) {
            Page page = phone.goTo(path).page();
            assertThat(heading(page)).hasText("You are invited to The closed room");
            assertThat(page).hasURL(HEARTH.address().resolve("/invited.html").toString());
            assertThat(page.getByRole(AriaRole.LINK, named("Join or sign in"))).isVisible();
            accessible(phone);
            phone.signedInAs(guest).goTo("/invited.html");
            page.getByRole(AriaRole.BUTTON, named("Come in")).focus();
            accessible(phone);
            page.keyboard().press("Enter");
            assertThat(heading(page)).hasText("The closed room");
            assertThat(page.getByText("Your access to this group ends")).isVisible();
            page.getByRole(AriaRole.BUTTON, named("Ask to stay for longer in The closed room")).press("Enter");
            page.keyboard().type(HOSTILE);
            page.reload();
            assertThat(page.getByLabel("Why would you like to stay?")).hasValue(HOSTILE);
            accessible(phone);
            page.getByRole(AriaRole.BUTTON, named("Ask")).press("Enter");
            assertThat(page.getByText("Nobody has answered yet.")).isVisible();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        }
        HEARTH.moveClockTo(Instant.now().plus(Duration.ofDays(31)));
        HEARTH.forgetAuthorizations();
        assertThat(guest.get("/api/groups/" + RunningHearth.CLOSED + "/threads").status()).isEqualTo(404);
        granted();
        HEARTH.forgetAuthorizations();
        try (BrowserPage desk = BrowserPage.open(HEARTH, BrowserPage.WIDE).signedInAs(guest)) {
            Page page = desk.goTo("/account.html").page();
            page.getByText("You can stay for as long as you like.").waitFor();
            assertThat(page.getByText("You are welcome here")).isVisible();
            accessible(desk);
        }
        assertThat(guest.get("/api/groups/" + RunningHearth.CLOSED + "/threads").status()).isEqualTo(200);
        nothingOpensAnyMore(path);
        String secret = link.substring(link.lastIndexOf('.') + 1);
        assertThat(HEARTH.output()).noneMatch(line -> line.contains(secret));
        assertThat(List.of("MembersTable", "AuditTable").stream().flatMap(table -> HEARTH.tables().client().scanPaginator(scan -> scan.tableName(table)).items().stream()))
                .noneMatch(item -> item.toString().contains(secret));
    }

    /** For one person, for thirty days. */
    private static String made() {
        try (BrowserPage lead = BrowserPage.open(HEARTH, BrowserPage.WIDE).signedInAs(HEARTH.lead())) {
            Page page = lead.goTo("/").page();
            page.getByRole(AriaRole.LINK, named("Invitations")).click();
            page.getByRole(AriaRole.BUTTON, named("Make the link")).click();
            assertThat(page.getByText("Choose a group.").first()).isVisible();
            accessible(lead);
            page.getByLabel("Group", new Page.GetByLabelOptions().setExact(true)).selectOption(RunningHearth.CLOSED);
            page.getByLabel("A number of days from the day they come in").check();
            page.getByLabel("Days", new Page.GetByLabelOptions().setExact(true)).fill("30");
            page.getByRole(AriaRole.BUTTON, named("Make the link")).click();
            assertThat(page.getByText("Here is the link to The closed room.")).isVisible();
            accessible(lead);
            return page.getByLabel("Link", new Page.GetByLabelOptions().setExact(true)).inputValue();
        }
    }

    private static void granted() {
        try (BrowserPage lead = BrowserPage.open(HEARTH, BrowserPage.NARROW).signedInAs(HEARTH.lead())) {
            Page page = lead.goTo("/invitations.html").page();
            assertThat(page.getByText(HOSTILE)).isVisible();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Answer")).press("Enter");
            page.getByLabel("Yes, for as long as they like").check();
            page.getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).fill("You are welcome here");
            accessible(lead);
            page.getByRole(AriaRole.BUTTON, named("Answer")).press("Enter");
            assertThat(page.getByText("Nobody, at the moment.")).isVisible();
        }
    }

    private static void nothingOpensAnyMore(String used) {
        try (BrowserPage visitor = BrowserPage.open(HEARTH, BrowserPage.NARROW).expecting(404)) {
            String first = "";
            for (String path : List.of(used, "/invited.html#01KJPXHTG00QT5V8XC3F7M2R9B." + "a".repeat(32), "/invited.html#nonsense", "/invited.html")) {
                visitor.goTo("/rules.html");
                visitor.page().evaluate("sessionStorage.clear()");
                Page page = visitor.goTo(path).page();
                assertThat(heading(page)).hasText("This link doesn’t open anything now");
                String said = page.getByRole(AriaRole.MAIN).innerText();
                assertThat(said).isEqualTo(first.isEmpty() ? said : first).doesNotContain("closed room");
                first = said;
            }
            accessible(visitor);
        }
    }

    @Test
    void leadsAndAdminsSeeThemAndOnlyRestrictedGroupsAreOffered() {
        HearthClient member = HEARTH.somebodyNew();
        assertThat(member.get("/api/moderation/invitations").status()).isEqualTo(403);
        assertThat(good(HEARTH.admin().get("/api/moderation/invitations")).path("groups").toString()).contains(RunningHearth.CLOSED).doesNotContain(RunningHearth.OPEN);
    }

    // The head of the page stays in sight, and half hides the menu when the page has moved under it.
    private static void accessible(BrowserPage browser) {
        browser.page().evaluate("scrollTo(0, 0)");
        assertThat(browser.accessibilityFaults()).isEmpty();
    }

    private static com.microsoft.playwright.Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
