package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.issuer.Role;
import org.junit.jupiter.api.Test;

/** Takes the pictures of the README from the demo, into docs/images. {@code bin/pictures} runs it; no run of the tests does, by its name. */
class Pictures {
    private static final long MOST_BYTES = 80_000;
    private static final String SLEEP = "Sleep: what has actually helped?";
    private static final Path FOLDER = RunningHearth.root().resolve("docs/images");
    private final RunningHearth hearth = RunningHearth.sharedDemo();

    @Test
    void theWelcomeByDayAndAThreadAtNight() throws IOException {
        try (BrowserPage visitor = BrowserPage.open(hearth, BrowserPage.WIDE)) {
            Page page = visitor.page();
            page.setViewportSize(1000, 640);
            visitor.goTo("/");
            assertThat(page.getByRole(AriaRole.LINK, named("Living with it"))).isVisible();
            keep(visitor, "welcome.jpg");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            page.getByRole(AriaRole.LINK, named("Living with it")).click();
            page.getByRole(AriaRole.LINK, named(SLEEP)).click();
            assertThat(page.getByRole(AriaRole.HEADING, named(SLEEP))).isVisible();
            keep(visitor, "thread.jpg");
        }
    }

    @Test
    void aGroupAndTheHelpLinesOnANarrowPhone() throws IOException {
        try (BrowserPage phone = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(hearth.as("Robin"))) {
            Page page = phone.page();
            page.setViewportSize(BrowserPage.NARROW, 640);
            phone.goTo("/group.html?id=living-with-it");
            assertThat(page.getByRole(AriaRole.LINK, named(SLEEP))).isVisible();
            keep(phone, "phone.png");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            phone.goTo("/compose.html?group=living-with-it");
            page.getByLabel("Title").fill("Tonight");
            page.getByLabel("What would you like to say?").fill("I can't go on. I want to die.");
            page.getByRole(AriaRole.BUTTON, named("Post it")).click();
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("It sounds as if this is a very hard moment");
            keep(phone, "prompt.png");
        }
    }

    @Test
    void theQueue() throws IOException {
        try (BrowserPage desk = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.as("Maren", Role.MODERATOR))) {
            desk.page().setViewportSize(1000, 760);
            desk.goTo("/moderate.html");
            assertThat(desk.page().locator(".case").first()).isVisible();
            keep(desk, "queue.jpg");
        }
    }

    private static void keep(BrowserPage browser, String name) throws IOException {
        browser.settle();
        Path file = FOLDER.resolve(name);
        var options = new Page.ScreenshotOptions().setPath(file);
        browser.page().screenshot(name.endsWith(".jpg") ? options.setType(ScreenshotType.JPEG).setQuality(82) : options);
        assertThat(Files.size(file)).as(name).isLessThan(MOST_BYTES);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
