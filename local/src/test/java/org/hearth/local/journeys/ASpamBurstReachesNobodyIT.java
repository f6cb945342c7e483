package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/** Of 200 posts of spam none reaches a member, a newcomer among them is found within the target, and a crisis stands first. */
class ASpamBurstReachesNobodyIT {
    private static final int BURST = 200;
    private static final int ACCOUNTS = 8;
    private final RunningHearth hearth = RunningHearth.shared();
    private final Album album = new Album("4-spam");

    @Test
    void aCrisisAndANewcomerAreFoundInIt() {
        JsonNode thread = hearth.publishedThread(hearth.somebodyNew(), RunningHearth.OPEN, "Who grows tomatoes?", "Mine are still green.").path("thread");
        String replies = "/api/threads/" + thread.path("id").asText() + "/posts";
        List<HearthClient> spammers = IntStream.range(0, ACCOUNTS).mapToObj(n -> hearth.somebodyNew()).toList();
        List<JsonNode> spam = new ArrayList<>();
        HearthClient newcomer = hearth.somebodyNew();
        HearthClient desperate = hearth.somebodyNew();
        JsonNode first = null;
        JsonNode crisis = null;
        for (int n = 0; n < BURST; n++) {
            spam.add(good(spammers.get(n % ACCOUNTS).post(replies, HearthClient.object("text",
                    "Make $500 a day from home! Click https://easy-cash" + n % 7 + ".example and use code WIN" + n + " now!!!"))));
            if (n == BURST / 2) {
                first = good(newcomer.post("/api/groups/" + RunningHearth.NEWCOMERS + "/threads",
                        HearthClient.object("title", "Hello from the coast", "text", "I am new here, and I like the quiet mornings.")));
                crisis = good(desperate.post(replies, HearthClient.object("text", "I can't do this any more. I am going to kill myself tonight.")));
            }
        }
        JsonNode last = spam.getLast();
        hearth.verdict(spammers.get((BURST - 1) % ACCOUNTS), last);
        for (int n = 0; n < BURST; n++) {
            assertThat(hearth.verdict(spammers.get(n % ACCOUNTS), spam.get(n))).as("post " + n).isEqualTo("held");
        }
        assertThat(hearth.verdict(desperate, crisis)).isEqualTo("held");
        assertThat(hearth.verdict(newcomer, first.path("post"))).isEqualTo("held");
        assertThat(hearth.visitor().get("/api/public/threads/" + thread.path("id").asText()).text()).doesNotContain("easy-cash");
        assertThat(good(hearth.as("Somebody reading").get("/api/threads/" + thread.path("id").asText())).path("items")).hasSize(1);

        JsonNode queue = good(hearth.moderator().get("/api/moderation/cases?state=open"));
        assertThat(queue.path("items").path(0).path("risk").asText()).as("a crisis stands before all spam").isEqualTo("crisis");
        var crises = good(hearth.moderator().get("/api/moderation/cases?state=open&risk=crisis")).path("items");
        var crisisId = crisis.path("id").asText();
        assertThat(crises.findValuesAsText("id")).contains(crisisId);
        welcomed(newcomer, first);
    }

    private void welcomed(HearthClient newcomer, JsonNode first) {
        String id = first.path("post").path("id").asText();
        try (BrowserPage desk = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(hearth.moderator())) {
            Page page = desk.goTo("/moderate.html").page();
            assertThat(page.getByText("Most urgent first")).isVisible();
            album.keep(page, "the-queue-in-a-burst");
            page.getByLabel("Risk").selectOption("green");
            page.locator("a[href*='" + id + "']").click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Hello from the coast")).first()).isVisible();
            album.keep(page, "a-newcomer-found-in-it");
        }
        assertThat(hearth.decide(hearth.moderator(), first.path("post"),
                HearthClient.object("action", "approve", "rule", "on-topic", "reason", "Welcome!")).status()).isEqualTo(201);
        JsonNode decided = good(hearth.lead().get("/api/moderation/cases/" + id));
        assertThat(Instant.parse(decided.path("closedAt").asText())).isBefore(Instant.parse(decided.path("dueAt").asText()));
        assertThat(hearth.visitor().get("/api/public/threads/" + first.path("thread").path("id").asText()).text()).contains("quiet mornings");
        assertThat(newcomer.get("/api/me/posts").text()).contains("\"published\"");
    }
}
