package org.hearth.local.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.members.MembersForum.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rule: a feed holds published conversations of public groups, as they were typed, and can be asked for again for nothing (row 32). */
class FeedsShowWhatAnybodyMayReadIT {
    @AutoClose
    private static MembersForum forum;
    private static HearthClient wren;

    @BeforeAll
    static void start() throws IOException {
        forum = MembersForum.start();
        wren = forum.member("Marsh wren");
    }

    @Test
    void wordsComeOutAsTheyWereTyped() throws Exception {
        String typed = "<script>alert(1)</script> & \"quotes\" ]]> \uFFFF <img src=x onerror=alert(2)>\nnext line";
        forum.thread(wren, "Angle < brackets & more", typed);

        SyndFeed feed = new SyndFeedInput().build(new StringReader(good(forum.visitor().get("/api/public/groups/evenings/feed.xml")).text()));
        assertThat(feed.getFeedType()).isEqualTo("rss_2.0");
        assertThat(feed.getEntries().getFirst().getTitle()).isEqualTo("Angle < brackets & more");
        assertThat(feed.getEntries().getFirst().getAuthor()).isEqualTo("Marsh wren");
        assertThat(feed.getEntries().getFirst().getDescription().getValue())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; \"quotes\" ]]&gt;").doesNotContain("<script").doesNotContain("<img");
    }

    @Test
    void removedWordsAndClosedGroupsAreNotInIt() {
        String thread = forum.thread(wren, "The oven", "I like Marigold tea too");
        assertThat(all()).contains("Marigold");
        String post = wren.get("/api/threads/" + thread).json().at("/items/0/id").asText();
        good(wren.delete("/api/threads/" + thread + "/posts/" + post));
        assertThat(all()).doesNotContain("Marigold").doesNotContain("The oven");
        assertThat(forum.visitor().get("/api/public/groups/circle/feed.xml").status()).isEqualTo(404);
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        Answer first = good(forum.visitor().get("/api/public/feed.xml"));
        String tag = first.headers().firstValue("etag").orElseThrow();
        assertThat(first.headers().firstValue("content-type").orElseThrow()).startsWith("application/rss+xml");
        Answer again = forum.visitor().send("GET", "/api/public/feed.xml", null, Map.of("If-None-Match", tag));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();

        forum.thread(wren, "Something new", "Fresh bread");
        assertThat(forum.visitor().send("GET", "/api/public/feed.xml", null, Map.of("If-None-Match", tag)).status()).isEqualTo(200);
    }

    @Test
    void labelsCanBeLeftOut() {
        ObjectNode draft = HearthClient.object("title", "About loss", "text", "Heliotrope");
        draft.putArray("labels").add("grief");
        forum.thread(wren, MembersForum.GROUP, draft);
        assertThat(all()).contains("Heliotrope").contains("<category>grief</category>");
        assertThat(good(forum.visitor().get("/api/public/feed.xml?without=food,grief")).text()).doesNotContain("Heliotrope");
        JsonNode refused = wren.post("/api/groups/evenings/threads",
                HearthClient.object("title", "x", "text", "y").set("labels", HearthClient.object().putArray("l").add("made-up"))).json();
        assertThat(refused.at("/errors/0/field").asText()).isEqualTo("labels");
        assertThat(List.of(forum.visitor().get("/api/public/groups/evenings/threads").text())).first().asString().contains("\"labels\":[\"grief\"]");
    }

    private static String all() {
        return good(forum.visitor().get("/api/public/feed.xml")).text();
    }
}
