package org.hearth.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.hearth.local.faults.Faults;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whoever follows every link and opens every page and feed, those that they could only guess too, meets no word that waits, is hidden,
 * removed, redacted away, deleted, moved to where they may not read, or was only for moderators: not on the page, and in nothing sent to it.
 */
class NoPageTellsWhatItsReaderMayNotSeeIT {
    private static final int MOST_PAGES = 120;
    private static final String OTHER_ROOM = "other-room";
    private static final String IN_THE_CLOSED_ROOM = "copperthimble";
    /** Hands over every answer that a page gets, before the page has it. */
    private static final String HEAR = """
            const ask = window.fetch;
            window.fetch = async (...asked) => {
              const answer = await ask(...asked);
              await window.hearthSent(await answer.clone().text());
              return answer;
            };""";
    private static final Faults FAULTS = Faults.seeded(5);
    /** What each word stands for. Each is in one text only. */
    private static final Map<String, String> SECRETS = new LinkedHashMap<>();
    private static final Set<String> PLACES = new TreeSet<>();
    @AutoClose
    private static RunningHearth hearth;
    private static HearthClient author;

    @BeforeAll
    static void aForumWithSecrets() throws IOException {
        hearth = RunningHearth.startWith(FAULTS);
        ObjectNode setup = new ObjectMapper().createObjectNode();
        setup.putArray("memberships");
        setup.putArray("groups").addObject().put("id", OTHER_ROOM).put("name", "The other room").put("description", "For somebody else")
                .put("visibility", "restricted").put("newcomerPosts", 0).putArray("labels");
        hearth.invoke("SetupFunction", setup);
        author = hearth.as("Goldfinch");
        hearth.invite(author, RunningHearth.CLOSED);
        JsonNode talk = begin(RunningHearth.OPEN, "An ordinary day", "The kettle sang while it rained.");

        begin(RunningHearth.CLOSED, "The robin " + secret(IN_THE_CLOSED_ROOM, "a title in a closed group"),
                "There was a robin at my window this morning, " + secret("quillfeather", "a text in a closed group") + ".");
        decided(reply(talk, "The tram was late today, " + secret("velvetcompass", "hidden") + "."), "hide", null);
        decided(reply(talk, "The bus was early today, " + secret("silverharbour", "removed") + "."), "remove", null);
        decided(reply(talk, "We walked home, " + secret("marblepocket", "redacted away") + "."), "redact", "We walked home.");
        JsonNode deleted = reply(talk, "I took this back, " + secret("wickerbottle", "deleted by its author") + ".");
        good(author.delete(path(deleted)));
        JsonNode edited = reply(talk, "The soup was warm, " + secret("paperwindmill", "an earlier version") + ".");
        good(author.put(path(edited), HearthClient.object("text", "The soup was warm.").put("version", edited.path("version").asInt())));
        hearth.verdict(author, edited);
        JsonNode moved = begin(RunningHearth.OPEN, "In the garden", "I sat in the garden for an hour, " + secret("canvasparasol", "moved away") + ".");
        good(hearth.moderator().post("/api/moderation/threads/" + moved.path("threadId").asText() + "/changes", HearthClient.object("action", "move",
                "groupId", RunningHearth.CLOSED, "reason", "It belongs with " + secret("tinwhistle", "why it was moved") + ".")));
        HearthClient newcomer = hearth.somebodyNew();
        JsonNode held = good(newcomer.post("/api/groups/" + RunningHearth.NEWCOMERS + "/threads",
                HearthClient.object("title", "A new " + secret("ambersaddle", "the title of a held thread"), "text",
                        "I pushed it the whole way home, " + secret("strawlantern", "the text of a held thread") + "."))).path("post");
        assertThat(hearth.verdict(newcomer, held)).isEqualTo("held");
        good(hearth.moderator().post("/api/moderation/members/" + id(author) + "/notes",
                HearthClient.object("text", "Rang about the " + secret("orangekite", "a moderator's note on a member") + ".")));
        good(hearth.somebodyNew().post(path(talk) + "/reports",
                HearthClient.object("reason", "rules", "note", "I mind the " + secret("ivoryanchor", "a reporter's note") + ".")));
        FAULTS.pause("ScreeningFunction");
        JsonNode pending = good(author.post("/api/threads/" + talk.path("threadId").asText() + "/posts",
                HearthClient.object("text", "Nobody has checked the " + secret("mossybarrel", "not checked yet") + ".")));

        for (JsonNode post : List.of(talk, moved, held, deleted, edited, pending)) {
            everyPageWith(post);
        }
        for (String group : List.of(RunningHearth.OPEN, RunningHearth.NEWCOMERS, RunningHearth.MEMBERS, RunningHearth.CLOSED, OTHER_ROOM)) {
            PLACES.add("/api/public/groups/" + group + "/feed.xml");
            PLACES.add("/group.html?id=" + group);
        }
        PLACES.add("/api/public/feed.xml");
    }

    @Test
    void toAVisitor() {
        try (BrowserPage browser = reader()) {
            assertThat(secretsMet(browser)).isEmpty();
        }
    }

    @Test
    void toAMember() {
        try (BrowserPage browser = reader().signedInAs(hearth.somebodyNew())) {
            assertThat(secretsMet(browser)).isEmpty();
        }
    }

    @Test
    void toAMemberOfAnotherClosedGroup() {
        HearthClient elsewhere = hearth.somebodyNew();
        hearth.invite(elsewhere, OTHER_ROOM);
        try (BrowserPage browser = reader().signedInAs(elsewhere)) {
            assertThat(secretsMet(browser)).isEmpty();
        }
    }

    @Test
    void andTheCrawlMeetsThemWhereTheyMayBeSeen() {
        try (BrowserPage browser = reader().signedInAs(author)) {
            assertThat(secretsMet(browser)).extracting(met -> met.substring(0, met.indexOf(" at "))).contains("a title in a closed group",
                    "a text in a closed group", "moved away", "why it was moved", "not checked yet")
                    .doesNotContain("a moderator's note on a member", "a reporter's note");
        }
    }

    private static String secret(String word, String meaning) {
        SECRETS.put(word, meaning);
        return word;
    }

    private static JsonNode begin(String group, String title, String text) {
        return hearth.publishedThread(author, group, title, text).path("post");
    }

    private static JsonNode reply(JsonNode to, String text) {
        JsonNode post = good(author.post("/api/threads/" + to.path("threadId").asText() + "/posts", HearthClient.object("text", text)));
        assertThat(hearth.verdict(author, post)).isEqualTo("published");
        return good(author.get(path(post)));
    }

    private static void decided(JsonNode post, String action, String text) {
        good(hearth.somebodyNew().post(path(post) + "/reports", HearthClient.object("reason", "rules", "note", "")));
        ObjectNode decision = HearthClient.object("action", action, "rule", "be-kind", "reason", "Somebody has read it.");
        good(hearth.decide(hearth.moderator(), post, text == null ? decision : decision.put("text", text)));
    }

    private static String path(JsonNode post) {
        return "/api/threads/" + post.path("threadId").asText() + "/posts/" + post.path("id").asText();
    }

    private static String id(HearthClient person) {
        return good(person.get("/api/me")).path("id").asText();
    }

    /** Every page that there is, asked about this post. */
    private static void everyPageWith(JsonNode post) throws IOException {
        String thread = post.path("threadId").asText();
        PLACES.addAll(List.of("/thread.html?id=" + thread, "/case.html?id=" + post.path("id").asText(),
                "/report.html?thread=" + thread + "&post=" + post.path("id").asText(), "/member.html?id=" + id(author)));
        try (Stream<java.nio.file.Path> pages = Files.list(RunningHearth.root().resolve("static-site/public"))) {
            pages.map(page -> page.getFileName().toString()).filter(name -> name.endsWith(".html"))
                    .filter(name -> !Set.of("thread.html", "case.html", "report.html", "member.html", "group.html", "index.html").contains(name))
                    .forEach(name -> PLACES.add("/" + name + (name.equals("compose.html") ? "?group=" + RunningHearth.CLOSED : "")));
        }
    }

    private static BrowserPage reader() {
        return BrowserPage.open(hearth, BrowserPage.NARROW).expecting(400).expecting(401).expecting(403).expecting(404);
    }

    private static Set<String> secretsMet(BrowserPage browser) {
        Set<String> met = new LinkedHashSet<>();
        List<String> sent = new CopyOnWriteArrayList<>();
        browser.page().exposeFunction("hearthSent", words -> sent.add(String.valueOf(words[0])));
        browser.page().addInitScript(HEAR);
        Set<String> known = new LinkedHashSet<>(List.of("/"));
        known.addAll(PLACES);
        var open = new ArrayDeque<>(known);
        for (int pages = 0; !open.isEmpty() && pages < MOST_PAGES; pages++) {
            for (String link : read(browser, open.poll(), sent, met)) {
                if (known.add(link)) {
                    open.add(link);
                }
            }
        }
        assertThat(open).as("more pages than the crawl reads").isEmpty();
        return met;
    }

    /** Opens one page, notes the secrets in it and in all that it fetched, and gives its links. */
    private static List<String> read(BrowserPage browser, String place, List<String> sent, Set<String> met) {
        if (place.startsWith("/api/")) {
            note(browser.page().request().get(hearth.address().resolve(place).toString()).text(), place, met);
            return List.of();
        }
        browser.goTo(place);
        Page page = browser.page();
        browser.settle();
        note(page.content(), place, met);
        sent.forEach(answer -> note(answer, place + " in what was sent", met));
        sent.clear();
        return ((List<?>) page.evaluate("""
                () => [...document.querySelectorAll('a[href]')].map((a) => new URL(a.href))
                  .filter((url) => url.origin === location.origin && !url.pathname.startsWith('/api/session'))
                  .map((url) => url.pathname + url.search)""")).stream().map(String::valueOf).filter(link -> !link.contains("return=")).toList();
    }

    private static void note(String text, String place, Set<String> met) {
        SECRETS.forEach((word, meaning) -> {
            if (text.contains(word)) {
                met.add(meaning + " at " + place);
            }
        });
    }
}
