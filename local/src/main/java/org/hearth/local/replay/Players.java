package org.hearth.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.hearth.local.client.SignInException;
import org.hearth.local.issuer.Role;

/** Who takes part: the members who post, a moderator who opens the threads, and one who reads the queue. */
final class Players {
    static final int MOST = 50;
    private static final int THREADS = 8;

    private final URI site;
    private final List<HearthClient> members;
    private final HearthClient opener;
    private final HearthClient reader;

    /**
     * @param posts how many there are to play: no more members than that are needed
     */
    Players(URI site, int posts) {
        this.site = site;
        // One after the other: it is the same work for the machine, and kinder to a Hearth that has just started.
        this.members = IntStream.range(0, Math.min(MOST, posts))
                .mapToObj(number -> member(name(number), Role.MEMBER)).toList();
        this.opener = member("replay-opener", Role.MODERATOR);
        this.reader = member("replay-reader", Role.MODERATOR);
    }

    private HearthClient member(String name, Role role) {
        return HearthClient.signedIn(site, name, role).joinedAs(name);
    }

    static String name(int number) {
        return "replayer-%02d".formatted(number + 1);
    }

    HearthClient member(int number) {
        return members.get(number);
    }

    int count() {
        return members.size();
    }

    HearthClient reader() {
        return reader;
    }

    /** The threads that the posts go into, published. */
    List<String> threads(String group, String run) {
        List<String> threads = new ArrayList<>();
        for (int i = 1; i <= THREADS; i++) {
            JsonNode body = HearthClient.object("title", "Played again, " + i, "text", "Posts from a file, played into this thread.");
            JsonNode post = good(opener.post("/api/groups/" + group + "/threads", body, run + "-thread-" + i), "starting a thread")
                    .path("post");
            publish(post);
            threads.add(post.path("threadId").asText());
        }
        return threads;
    }

    private void publish(JsonNode post) {
        String path = "/api/threads/" + post.path("threadId").asText() + "/posts/" + post.path("id").asText();
        long patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        String status = "pending";
        while (status.equals("pending") && System.nanoTime() < patience) {
            Performance.sleep(Duration.ofMillis(50));
            status = good(opener.get(path), "reading a thread").path("status").asText();
        }
        if (!status.equals("published")) {
            throw new SignInException("The threads for the posts can't be opened: a moderator's own post stays " + status + ".");
        }
    }

    /** The group to post into. */
    String group(String wanted) {
        JsonNode groups = good(reader.get(wanted == null ? "/api/public/groups" : "/api/groups"), "reading the groups").path("items");
        for (JsonNode group : groups) {
            if (wanted == null || wanted.equals(group.path("id").asText())) {
                return group.path("id").asText();
            }
        }
        throw new SignInException(wanted == null ? "There is no public group to post into." : "There is no group " + wanted + ".");
    }

    /** All open cases, as the queue lists them. */
    List<JsonNode> openCases() {
        List<JsonNode> cases = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = good(reader.get("/api/moderation/cases?state=open" + cursor), "reading the queue");
            page.path("items").forEach(cases::add);
            cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
        } while (!cursor.isEmpty());
        return cases;
    }

    /** All posts of a member, as the member sees them. */
    static List<JsonNode> postsOf(HearthClient member) {
        List<JsonNode> posts = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = good(member.get("/api/me/posts" + cursor), "reading a member's posts");
            page.path("items").forEach(posts::add);
            cursor = page.has("nextCursor") ? "?cursor=" + page.path("nextCursor").asText() : "";
        } while (!cursor.isEmpty());
        return posts;
    }

    static JsonNode good(Answer answer, String what) {
        if (!answer.isGood()) {
            throw new SignInException("The API refused at " + what + ": " + answer.problem());
        }
        return answer.json();
    }
}
