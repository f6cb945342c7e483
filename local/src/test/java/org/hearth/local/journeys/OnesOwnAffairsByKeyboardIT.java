package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What journey 8 does not come to, with the keyboard and by ear: muting, labels, mail, a break, an invitation, a conversation between two. */
class OnesOwnAffairsByKeyboardIT {
    @AutoClose
    private static RunningHearth hearth;

    @BeforeAll
    static void begin() {
        hearth = RunningHearth.start(false);
        ObjectNode setup = HearthClient.object();
        setup.putArray("memberships");
        setup.putArray("groups").addObject().put("id", "garden").put("name", "The garden").put("description", "What grows").put("visibility", "public")
                .put("newcomerPosts", 0).putArray("labels").add("loss");
        hearth.invoke("SetupFunction", setup);
        // A function that is warm remembers the groups for a minute.
        HearthClient reader = hearth.somebodyNew();
        Awaitility.await("the garden").atMost(Duration.ofSeconds(90)).until(() -> good(reader.get("/api/groups")).toString().contains("garden"));
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    @Test
    void labelsAndABreak() {
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.somebodyNew())) {
            ScreenReader reader = ScreenReader.on(browser.page());
            Page page = browser.goTo("/account.html").page();
            assertThat(page.getByRole(AriaRole.HEADING, named("Being forgotten"))).isVisible();

            reader.tabTo("link \"What you would rather not meet\"").press("Enter").isLedTo("heading \"What you would rather not meet\"");
            reader.tabTo("combobox \"loss\"").type("Fold").hears("Saved.").isLedTo("combobox \"loss\"");

            reader.tabTo("combobox \"For how long?\"").type("Two").tabTo("button \"Take a break\"").press("Enter").hears("Your break has begun. Take care.");
            reader.tabTo("button \"End my break\"").press("Enter").hears("Welcome back.");
        }
    }

    @Test
    void mail() {
        hearth.needsMail();
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.somebodyNew())) {
            ScreenReader reader = ScreenReader.on(browser.page());
            Page page = browser.goTo("/account.html").page();
            assertThat(page.getByRole(AriaRole.HEADING, named("Being forgotten"))).isVisible();
            reader.tabTo("checkbox \"Once a week, if there was anything new\"").press("Space");
            reader.tabTo("button \"Save\"").press("Enter").hears("Saved. Every note has a link that ends them.");
        }
    }

    @Test
    void muting() {
        JsonNode post = hearth.publishedThread(hearth.somebodyNew(), RunningHearth.OPEN, "Lists", "I write a list each morning and cross out the first line at once.").path("post");
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.somebodyNew())) {
            ScreenReader reader = ScreenReader.on(browser.page());
            Page page = browser.goTo("/member.html?id=" + post.at("/author/id").asText()).page();
            assertThat(page.getByRole(AriaRole.BUTTON, named("Mute"))).isVisible();
            reader.tabTo("button \"Mute\"").press("Enter").hears("posts unless you open them.");
            browser.goTo("/thread.html?id=" + post.path("threadId").asText()).settle();
            assertThat(page.getByText("I write a list each morning")).isHidden();
            page.keyboard().press("Tab");
            for (int stop = 0; stop < 40 && !Boolean.TRUE.equals(page.evaluate("() => document.activeElement.localName === 'summary'")); stop++) {
                page.keyboard().press("Tab");
            }
            page.keyboard().press("Enter");
            assertThat(page.getByText("I write a list each morning")).isVisible();
        }
    }

    @Test
    void anInvitation() {
        Instant end = Instant.now().plus(Duration.ofDays(5));
        String link = good(hearth.lead().post("/api/moderation/invitations", HearthClient.object("groupId", RunningHearth.CLOSED, "expiresAt", end.toString())
                .put("uses", 1).put("stayDays", 30))).path("link").asText();
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.somebodyNew()).expecting(404)) {
            ScreenReader reader = ScreenReader.on(browser.page());
            Page page = browser.goTo("/invited.html" + link.substring(link.indexOf('#'))).page();
            assertThat(page.getByRole(AriaRole.BUTTON, named("Come in"))).isVisible();
            reader.tabTo("button \"Come in\"").press("Enter");
            assertThat(page.getByRole(AriaRole.LINK, named("Start a conversation"))).isVisible();
        }
    }

    @Test
    void aConversationBetweenTwo() {
        HearthClient asker = known("Comfrey");
        HearthClient other = known("Yarrow");
        good(hearth.lead().put("/api/moderation/conversations", HearthClient.object().put("on", true)));
        for (HearthClient one : new HearthClient[] {asker, other}) {
            good(one.send("PATCH", "/api/me/preferences", "{\"conversations\":true}", Map.of()));
        }
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(asker)) {
            ScreenReader reader = ScreenReader.on(browser.page());
            Page page = browser.goTo("/member.html?id=" + id(other)).page();
            assertThat(page.getByRole(AriaRole.BUTTON, named("Ask for a private conversation"))).isVisible();
            reader.tabTo("button \"Ask for a private conversation\"").press("Enter").isLedTo("button \"Not now\"");
            reader.press("Shift+Tab").press("Enter").hears("Asked. If it’s a yes");
        }
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(other)) {
            ScreenReader reader = ScreenReader.on(browser.page());
            Page page = browser.goTo("/conversations.html").page();
            assertThat(page.getByRole(AriaRole.BUTTON, named("Agree to talk with Comfrey"))).isVisible();
            reader.tabTo("button \"Agree to talk with Comfrey\"").press("Enter");
            assertThat(page.getByLabel("Your reply")).isVisible();
            reader.tabTo("textbox \"Your reply\"").type("Hello Comfrey. I would like to hear how your garden is.");
            reader.tabTo("button \"Post reply\"").press("Enter").isLedTo("article \"Yarrow\"").hears("Sent. ");
            reader.press("Shift+Tab");
            for (int stop = 0; stop < 40 && !reader.focus().startsWith("button \"Close this conversation\""); stop++) {
                reader.press("Shift+Tab");
            }
            reader.press("Enter").isLedTo("button \"Keep it open\"").press("Shift+Tab", "Enter").hears("Closed.");
            assertThat(page.getByText("This conversation is closed.")).isVisible();
            assertThat(reader.focus()).isNotEmpty();
        }
    }

    private static HearthClient known(String name) {
        HearthClient member = hearth.as(name);
        for (String text : new String[] {"There was a robin at my window this morning. I watched it for a while.",
            "I walked by the canal today and felt a bit better afterwards.", "We swap seeds in March, bring your own jars."}) {
            hearth.publishedThread(member, RunningHearth.OPEN, "An ordinary day", text);
        }
        return member;
    }

    private static String id(HearthClient person) {
        return good(person.get("/api/me")).path("id").asText();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
