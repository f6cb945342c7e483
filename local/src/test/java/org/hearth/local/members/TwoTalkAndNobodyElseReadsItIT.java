package org.hearth.local.members;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Rule: two members who both agreed talk where nobody else reads, until one of them closes it (row 26). */
class TwoTalkAndNobodyElseReadsItIT {
    @AutoClose
    private static final RunningHearth HEARTH = RunningHearth.start(false);
    private static final List<String> FIRST_POSTS = List.of("There was a robin at my window this morning. I watched it for a while.",
            "I walked by the canal today and felt a bit better afterwards.", "We swap seeds in March, bring your own jars.");
    private static final String SAID = "That sounds hard. I am glad that you wrote it down here.";
    private static final String HOSTILE = "<script>alert(1)</script> Thank you, that is kind of you. \u05ea\u05d5\u05d3\u05d4";

    @Test
    void fromTheSwitchToTheEnd() {
        HearthClient asker = known("Marigold");
        HearthClient other = known("Teasel");
        turnedOnByTheLead();
        for (HearthClient one : List.of(asker, other)) {
            turnedOnForOneself(one);
        }
        asks(asker, other);
        String thread = agrees(other);
        HEARTH.forgetAuthorizations();
        JsonNode said = said(asker, thread);
        nobodyElse(thread, said.path("id").asText());
        answeredAndClosed(other, thread);
        assertThat(asker.post("/api/threads/" + thread + "/posts", HearthClient.object("text", "Why did you close it?")).status()).isEqualTo(409);
        assertThat(asker.put("/api/me/conversations/" + id(other), HearthClient.object("step", "ask")).status()).isEqualTo(409);
        assertThat(good(asker.get("/api/me/export")).path("conversations").size()).isEqualTo(1);
    }

    private static void turnedOnByTheLead() {
        try (BrowserPage lead = BrowserPage.open(HEARTH, BrowserPage.WIDE).signedInAs(HEARTH.lead())) {
            Page page = lead.goTo("/conversations.html").page();
            page.getByRole(AriaRole.BUTTON, named("Turn them on")).press("Enter");
            page.getByRole(AriaRole.BUTTON, named("Turn them off")).waitFor();
            accessible(lead);
        }
    }

    private static void turnedOnForOneself(HearthClient one) {
        try (BrowserPage phone = BrowserPage.open(HEARTH, BrowserPage.NARROW).signedInAs(one)) {
            Page page = phone.goTo("/account.html").page();
            page.getByLabel("Others may ask me for a private conversation").press("Space");
            assertThat(page.getByText("Saved. Others can ask you.")).isAttached();
            accessible(phone);
        }
    }

    private static void asks(HearthClient asker, HearthClient other) {
        try (BrowserPage phone = BrowserPage.open(HEARTH, BrowserPage.NARROW).signedInAs(asker)) {
            Page page = phone.goTo("/member.html?id=" + id(other)).page();
            page.getByRole(AriaRole.BUTTON, named("Ask for a private conversation")).press("Enter");
            accessible(phone);
            page.getByRole(AriaRole.BUTTON, named("Ask")).press("Enter");
            page.getByText("You asked for a conversation").waitFor();
            page = phone.goTo("/conversations.html").page();
            page.getByText("If you hear nothing, take it as").waitFor();
            accessible(phone);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        }
    }

    private static String agrees(HearthClient other) {
        try (BrowserPage phone = BrowserPage.open(HEARTH, BrowserPage.NARROW).signedInAs(other)) {
            Page page = phone.goTo("/account.html").page();
            page.getByText("Somebody would like to talk with you").waitFor();
            page.getByRole(AriaRole.LINK, named("Your conversations")).click();
            page.getByRole(AriaRole.BUTTON, named("Agree to talk with Marigold")).waitFor();
            accessible(phone);
            page.getByRole(AriaRole.BUTTON, named("Agree to talk with Marigold")).press("Enter");
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("With Marigold")).waitFor();
            assertThat(page.getByText("Only the two of you see this.")).isVisible();
            accessible(phone);
            return page.url().replaceFirst(".*id=", "");
        }
    }

    private static JsonNode said(HearthClient asker, String thread) {
        JsonNode post = good(asker.post("/api/threads/" + thread + "/posts", HearthClient.object("text", SAID)));
        assertThat(HEARTH.verdict(asker, post)).isEqualTo("published");
        return post;
    }

    private static void nobodyElse(String thread, String post) {
        String group = "talk-" + thread.toLowerCase(java.util.Locale.ROOT);
        for (HearthClient somebody : List.of(HEARTH.somebodyNew(), HEARTH.moderator(), HEARTH.lead(), HEARTH.admin())) {
            for (String path : List.of("/api/threads/" + thread, "/api/threads/" + thread + "/posts/" + post, "/api/threads/" + thread + "/marks",
                    "/api/groups/" + group + "/threads")) {
                var there = somebody.get(path);
                assertThat(there.status()).as(path).isEqualTo(404);
                assertThat(there.text()).isEqualTo(somebody.get(path.replace(thread, "01ARZ3NDEKTSV4RRFFQ69G5FAV").replace(group, "no-such-room")).text());
            }
            assertThat(somebody.post("/api/threads/" + thread + "/posts", HearthClient.object("text", "Hello, may I join?")).status()).isEqualTo(404);
        }
        for (String path : List.of("/api/public/threads/" + thread, "/api/public/groups/" + group + "/threads", "/api/public/groups/" + group + "/feed.xml")) {
            assertThat(HEARTH.visitor().get(path).status()).isEqualTo(404);
        }
        for (String path : List.of("/api/public/feed.xml", "/api/public/groups")) {
            assertThat(HEARTH.visitor().get(path).text()).doesNotContain("talk-").doesNotContain(SAID);
        }
        assertThat(good(HEARTH.moderator().get("/api/greeting")).toString()).doesNotContain(thread);
        assertThat(good(HEARTH.moderator().get("/api/moderation/cases")).toString()).doesNotContain(post);
    }

    // A new tab does not know yet that somebody is signed in, and asks as a visitor first.
    private static void answeredAndClosed(HearthClient other, String thread) {
        try (BrowserPage phone = BrowserPage.open(HEARTH, BrowserPage.NARROW).signedInAs(other).expecting(404)) {
            Page page = phone.goTo("/thread.html?id=" + thread).page();
            page.getByText(SAID).waitFor();
            assertThat(page.getByText("Post without my name")).hasCount(0);
            page.getByLabel("Your reply").fill(HOSTILE);
            page.reload();
            assertThat(page.getByLabel("Your reply")).hasValue(HOSTILE);
            page.getByRole(AriaRole.BUTTON, named("Post reply")).press("Enter");
            assertThat(page.getByText(HOSTILE).first()).isVisible();
            page.getByRole(AriaRole.BUTTON, named("Close this conversation")).press("Enter");
            page.getByRole(AriaRole.BUTTON, named("Close it")).press("Enter");
            page.getByText("This conversation is closed.").waitFor();
            accessible(phone);
        }
    }

    // The head of the page stays in sight, and half hides the menu when the page has moved under it.
    private static void accessible(BrowserPage browser) {
        browser.page().evaluate("scrollTo(0, 0)");
        assertThat(browser.accessibilityFaults()).isEmpty();
    }

    /** Somebody with a few posts that others can see. */
    private static HearthClient known(String name) {
        HearthClient person = HEARTH.as(name);
        FIRST_POSTS.forEach(text -> HEARTH.publishedThread(person, RunningHearth.OPEN, "Something from today", text));
        return person;
    }

    private static String id(HearthClient person) {
        return good(person.get("/api/me")).path("id").asText();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
