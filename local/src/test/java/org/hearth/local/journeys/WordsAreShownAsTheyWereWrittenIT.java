package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.Stream;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule: what people write is taken as it is, or refused with a kind word; it is never mangled, and only web addresses become links. */
class WordsAreShownAsTheyWereWrittenIT {
    private final RunningHearth hearth = RunningHearth.shared();

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("ten thousand characters", "The rain went on. ".repeat(555) + "It stopped", List.of()),
                Arguments.of("emoji only", "🫖🐈‍⬛👩🏽‍🦽🏳️‍🌈", List.of()),
                Arguments.of("right to left", "שלום לכולם. היה לי יום טוב היום.", List.of()),
                Arguments.of("both ways in one line", "My grandmother said مرحبا each morning, and then made tea.", List.of()),
                Arguments.of("pasted out of a document", "“Rest” – they\u00a0said … <b>twice</b> &amp; more;\n\n•\tfirst\n•\tsecond\n\n\tand an indent", List.of()),
                Arguments.of("odd schemes", "javascript:alert(1) and data:text/html,hello and ftp://example.org/a and mailto:nobody are words here.", List.of()),
                Arguments.of("a web address", "I read (https://www.nhs.uk/conditions/) and it helped.", List.of("https://www.nhs.uk/conditions/")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void inAPost(String what, String text, List<String> links) {
        HearthClient author = hearth.somebodyNew();
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(author)) {
            Page page = browser.goTo("/compose.html?group=" + RunningHearth.OPEN).page();
            page.getByLabel("Title").fill("What I wrote down");
            page.getByLabel("What would you like to say?").fill(text);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Post it")).click();
            Locator words = page.getByRole(AriaRole.ARTICLE).locator(".words");
            assertThat(words).isVisible();
            assertThat((String) words.evaluate("e => [...e.querySelectorAll('p')].map(p => p.textContent).join('\\n\\n')")).isEqualTo(text);
            assertThat(words.locator("a").evaluateAll("all => all.map(a => a.href)")).isEqualTo(links);
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
            if (what.equals("right to left")) {
                assertThat(words.locator("p").evaluate("p => getComputedStyle(p).direction")).isEqualTo("rtl");
            }
        }
    }

    @Test
    void aNameLikeAModeratorsOrAnothersIsRefusedWhereItIsTypedAndKept() {
        hearth.as("Quiet Heron");
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(hearth.somebodyNew()).expecting(422)) {
            Page page = browser.goTo("/account.html").page();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change name")).click();
            for (var refused : List.of(List.of("Mοderator", "run this community"), List.of("quiet  heron", "Another member"),
                    List.of("Mary Smith", "full name"), List.of("07700 900123", "phone"), List.of("🙂🙂🙂", "letter"), List.of("a".repeat(30), "24"))) {
                page.getByLabel("New name").fill(refused.get(0));
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change name").setExact(true)).click();
                assertThat(page.locator("#name-error")).containsText(refused.get(1));
                assertThat(page.getByLabel("New name")).hasValue(refused.get(0));
            }
        }
    }

    @Test
    void oneCharacterTooManyIsSaidBeforeItIsSentAndNothingIsLost() {
        JsonNode thread = hearth.publishedThread(hearth.somebodyNew(), RunningHearth.OPEN, "Long letters", "I like to get long letters, and to write them.").path("thread");
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(hearth.somebodyNew())) {
            Page page = browser.goTo("/thread.html?id=" + thread.path("id").asText()).page();
            page.getByLabel("Your reply").fill("a".repeat(10_001));
            assertThat(page.getByText("1 character too many")).isVisible();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Post reply")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Please split it in two.");
            assertThat(page.getByLabel("Your reply")).hasValue("a".repeat(10_001));
            page.reload();
            assertThat(page.getByLabel("Your reply")).hasValue("a".repeat(10_001));
            assertThat(good(hearth.visitor().get("/api/public/threads/" + thread.path("id").asText())).path("items")).hasSize(1);
        }
    }
}
