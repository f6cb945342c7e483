package org.hearth.bench;

import com.fasterxml.jackson.databind.JsonNode;
import org.hearth.local.client.HearthClient;

/** Writes posts that differ from one another, and has them checked. */
final class Writing {
    static final String TITLE = "Does anybody else sleep badly before a scan?";

    private final Stage stage;
    private int texts;

    Writing(Stage stage) {
        this.stage = stage;
    }

    String text() {
        return Words.text(texts++);
    }

    /** Starts a thread with one post, checked and published; tells its id. */
    String publishedThread(String author) {
        JsonNode created = Stage.good(stage.member(author).post("/api/groups/" + Journey.GROUP + "/threads",
                HearthClient.object("title", TITLE, "text", text())));
        screen(created.path("post"));
        requirePublished(stage.member(author), created.path("post"));
        return created.path("thread").path("id").asText();
    }

    /** Adds a reply, checked and published. */
    JsonNode publishedReply(String author, String thread) {
        JsonNode post = Stage.good(stage.member(author).post("/api/threads/" + thread + "/posts",
                HearthClient.object("text", text())));
        screen(post);
        requirePublished(stage.member(author), post);
        return post;
    }

    private static void requirePublished(HearthClient author, JsonNode post) {
        String status = Stage.good(author.get(path(post))).path("status").asText();
        if (!status.equals("published")) {
            throw new IllegalStateException("A post of the bench's is " + status + " and should have been published: "
                    + post.path("text").asText());
        }
    }

    /** Hands a post to the checks, as its stream would. */
    byte[] screen(JsonNode post) {
        return handOn("ScreeningFunction", post);
    }

    /** Hands a post to a function, as its stream would. */
    byte[] handOn(String function, JsonNode post) {
        return stage.handOn(function, "ContentTable", "THREAD#" + post.path("threadId").asText(),
                "POST#" + post.path("id").asText());
    }

    static String path(JsonNode post) {
        return "/api/threads/" + post.path("threadId").asText() + "/posts/" + post.path("id").asText();
    }
}
