package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Journey 8: a blind member with a keyboard joins, posts, reports, leaves quickly, comes back, exports, erases. No mouse is used, and
 * nothing is looked for by sight: only what the accessibility tree and live regions say.
 */
class ABlindMemberWithAKeyboardIT {
    private static final Album ALBUM = new Album("8-by-keyboard");
    private static final String NAME = "Grey wagtail";
    private static final String WORDS = "I listened to the rain this morning and made a pot of tea. How did yours begin?";
    private static final String REPLY = "Mine began with the radio. Thank you for asking.";
    private static final String PERSONA = "button \"Wren";

    @TempDir
    private Path folder;

    @BeforeAll
    static void patiently() {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    @Test
    void joinsPostsReportsLeavesComesBackExportsAndErases() throws IOException {
        try (RunningHearth hearth = RunningHearth.start(false)) {
            HearthClient other = hearth.as("Kettle");
            JsonNode thread = hearth.publishedThread(other, RunningHearth.OPEN, "Mornings", "How do you begin a day?").path("thread");
            try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.WIDE).mayLeaveFor("www.bbc.co.uk")) {
                ScreenReader reader = ScreenReader.on(browser.page());
                joins(browser, reader);
                posts(browser, reader);
                answers(browser, reader, thread);
                reports(browser, reader);
                leaves(browser, reader);
                comesBack(browser, reader);
                exports(browser, reader);
                erases(hearth, browser, reader);
            }
        }
    }

    private static void joins(BrowserPage browser, ScreenReader reader) {
        Page page = browser.goTo("/").page();
        assertThat(page.getByRole(AriaRole.LINK, named("The open room"))).isVisible();
        assertThat(page.locator("body")).matchesAriaSnapshot("""
                - link "Skip to the content"
                - banner:
                  - link "Quick exit Shift × 3"
                  - navigation "Main"
                - main:
                  - heading "Come in. Somebody here has been there too." [level=1]
                  - region "Groups":
                    - heading "Groups" [level=2]
                    - list:
                      - listitem:
                        - article:
                          - heading "The open room" [level=3]
                - contentinfo""");
        reader.press("Tab");
        assertThat(reader.focus()).isEqualTo("link \"Skip to the content\":");
        reader.press("Enter").isLedTo("main").tabTo("link \"Join or sign in\"");
        look(browser, "welcome");
        reader.press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Not there yet?"))).isVisible();
        reader.tabTo(PERSONA).press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Choose your name"))).isVisible();
        assertThat(page).hasTitle("Choose your name · Hearth");
        reader.tabTo("textbox \"Name in Hearth\"");
        assertThat(reader.description()).startsWith("No e-mail address, phone number or full name.");
        reader.type("wagtail@example.org").press("Enter").isLedTo("alert").hears("This looks like an e-mail address.");
        look(browser, "name-refused");
        reader.tabTo("link \"This looks like an e-mail address.").press("Enter").isLedTo("textbox \"Name in Hearth\"");
        assertThat(reader.description()).contains("Choose a name that doesn’t lead to you.");
        assertThat((String) page.evaluate("() => document.activeElement.ariaInvalid")).isEqualTo("true");
        reader.press("Control+a").type(NAME).press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Good to see you, " + NAME))).isVisible();
    }

    private static void posts(BrowserPage browser, ScreenReader reader) {
        Page page = browser.page();
        reader.tabTo("link \"The open room\"").press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Mornings"))).isVisible();
        reader.tabTo("link \"Start a conversation\"").press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Start a conversation"))).isVisible();
        reader.tabTo("button \"Post it\"").press("Enter").isLedTo("alert").hears("Give your conversation a title");
        look(browser, "nothing-written");
        reader.tabTo("link \"Give your conversation a title").press("Enter").isLedTo("textbox \"Title\"").type("Rain");
        reader.tabTo("textbox \"What would you like to say?\"").type(WORDS).tabTo("button \"Post it\"").press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Rain"))).isVisible();
        assertThat(page).hasTitle("Rain · Hearth");
        assertThat(page.getByRole(AriaRole.MAIN)).matchesAriaSnapshot("""
                - main:
                  - heading "Rain" [level=1]
                  - list "Posts":
                    - listitem:
                      - article "Grey wagtail":
                        - heading "Grey wagtail" [level=2]
                        - text: You
                        - button "Edit your post"
                        - button "Delete your post"
                  - region "Reply":
                    - heading "Reply" [level=2]
                    - textbox "Your reply"
                    - button "Post reply\"""");
        assertThat(page.getByText("This is being checked")).hasCount(0);
    }

    private static void answers(BrowserPage browser, ScreenReader reader, JsonNode thread) {
        Page page = browser.goTo("/thread.html?id=" + thread.path("id").asText()).page();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Helpful for Kettle’s post"))).isVisible();
        reader.tabTo("button \"Helpful for Kettle’s post\"").press("Space").hears("They will see that somebody is with them.");
        reader.isLedTo("button \"Helpful 1 for Kettle’s post\" [pressed]");
        reader.tabTo("button \"Answer Kettle’s post\"").press("Enter").isLedTo("textbox \"Your reply\"").type(REPLY);
        look(browser, "answering");
        reader.tabTo("button \"Post reply\"").press("Enter").isLedTo("article \"" + NAME + "\"").hears("Sent. ")
                .hears("Your post is up. Others can see it now.");
        look(browser, "answered");
    }

    private static void reports(BrowserPage browser, ScreenReader reader) {
        Page page = browser.page();
        page.reload();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Edit your post"))).isVisible();
        reader.tabTo("link \"Report this post by Kettle\"").press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Report a post"))).isVisible();
        reader.tabTo("button \"Send to the moderators\"").press("Enter").isLedTo("alert").hears("Choose what it’s about.");
        reader.tabTo("link \"Choose what it’s about.").press("Enter").isLedTo("radio \"I’m worried about somebody’s safety").press("Space");
        reader.tabTo("textbox \"Anything we should know?").type("They sound alone.");
        look(browser, "reporting");
        reader.tabTo("button \"Send to the moderators\"").press("Enter").isLedTo("heading \"Thank you. A person will look at this.\"");
        assertThat(page.getByText("HR-")).isVisible();
        look(browser, "reported");
    }

    private static void leaves(BrowserPage browser, ScreenReader reader) {
        Page page = browser.page();
        reader.press("Shift", "Shift", "Shift");
        page.waitForURL("https://www.bbc.co.uk/**");
        page.goBack();
        assertThat(page.getByRole(AriaRole.LINK, named("Sign in"))).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, named("Your account"))).hasCount(0);
        page.waitForFunction("() => localStorage.length === 0");
    }

    private static void comesBack(BrowserPage browser, ScreenReader reader) {
        Page page = browser.goTo("/").page();
        reader.tabTo("link \"Sign in\"").press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Not there yet?"))).isVisible();
        reader.tabTo(PERSONA).press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Good to see you, " + NAME))).isVisible();
        reader.tabTo("link \"Your account\"").press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Your account"))).isVisible();
        assertThat(page.getByRole(AriaRole.HEADING, named("Being forgotten"))).isVisible();
        assertThat(page.getByRole(AriaRole.MAIN)).matchesAriaSnapshot("""
                - main:
                  - heading "Your account" [level=1]
                  - region "Your posts":
                    - heading "Your posts" [level=2]
                    - list
                  - region "What you reported"
                  - region "Being forgotten\"""");
        look(browser, "account");
    }

    private void exports(BrowserPage browser, ScreenReader reader) throws IOException {
        reader.tabTo("button \"Download my data\"");
        Download download = browser.page().waitForDownload(() -> reader.press("Enter"));
        reader.hears("Your data is saved in your downloads.").isLedTo("button \"Download my data\"");
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        JsonNode everything = new ObjectMapper().readTree(Files.readString(file));
        assertThat(everything.toString()).contains(WORDS, REPLY, NAME, "They sound alone.");
    }

    private static void erases(RunningHearth hearth, BrowserPage browser, ScreenReader reader) {
        Page page = browser.page();
        String thread = good(hearth.visitor().get("/api/public/groups/" + RunningHearth.OPEN + "/threads")).path("items").valueStream()
                .filter(one -> one.path("title").asText().equals("Rain")).findFirst().orElseThrow().path("id").asText();
        reader.tabTo("button \"Erase my account…\"").press("Enter").isLedTo("radio \"Take my posts with me");
        reader.tabTo("button \"Erase my account\"").press("Enter").isLedTo("alert").hears("Choose what becomes of your posts.");
        reader.tabTo("link \"Choose what becomes of your posts.\"").press("Enter").isLedTo("radio \"Take my posts with me").press("Space");
        look(browser, "erasing");
        reader.tabTo("button \"Erase my account\"").press("Enter").hears("We have noted it. You can take it back until then.").isLedTo("heading \"Being forgotten\"");
        assertThat(page.getByText("Your account will be erased")).isVisible();
        look(browser, "to-be-erased");
        reader.tabTo("button \"Stay\"").press("Enter").isLedTo("button \"Leave it as it is\"").press("Enter").isLedTo("button \"Stay\"");

        hearth.moveClockTo(Instant.now().plus(Duration.ofDays(8)));
        hearth.runSchedules();
        assertThat(hearth.visitor().get("/api/public/threads/" + thread).text()).doesNotContain(WORDS, NAME);
        browser.expecting(401).expecting(403);
        browser.goTo("/");
        assertThat(page.getByText(NAME)).hasCount(0);
    }

    /** Keeps a picture, and looks for barriers. */
    private static void look(BrowserPage browser, String what) {
        assertThat(browser.accessibilityFaults()).as(what).isEmpty();
        ALBUM.keep(browser.page(), what);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
