package org.hearth.local.members;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hearth.local.LocalHearth;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.hearth.local.functions.FunctionFailure;
import org.hearth.local.issuer.Role;

/** All of Hearth in this process, with a public group whose members are trusted from their first post, and one by invitation. */
final class MembersForum implements AutoCloseable {
    static final String GROUP = "evenings";
    static final String RESTRICTED = "circle";
    private static final Set<String> WAITING = Set.of("pending");
    private static final Path ROOT = Path.of(System.getProperty("hearth.root", "..")).toAbsolutePath().normalize();

    private final LocalHearth hearth;

    private MembersForum(LocalHearth hearth) {
        this.hearth = hearth;
    }

    static MembersForum start() throws IOException {
        LocalHearth hearth = LocalHearth.start(new LocalHearth.Settings(ROOT, 0, Optional.empty(), false, List.of(), false, line -> { }));
        MembersForum forum = new MembersForum(hearth);
        forum.invoke("SetupFunction", """
                {"groups": [
                  {"id": "evenings", "name": "Evenings", "description": "For the end of the day", "visibility": "public", "newcomerPosts": 0,
                   "labels": ["grief", "food"]},
                  {"id": "circle", "name": "The circle", "description": "For a few", "visibility": "restricted", "newcomerPosts": 0}]}""");
        return forum;
    }

    LocalHearth hearth() {
        return hearth;
    }

    HearthClient visitor() {
        return HearthClient.visitor(hearth.address());
    }

    HearthClient member(String name) {
        return HearthClient.signedIn(hearth.address(), name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'), Role.MEMBER).joinedAs(name);
    }

    HearthClient moderator(String name) {
        return HearthClient.signedIn(hearth.address(), name.toLowerCase(java.util.Locale.ROOT), Role.MODERATOR).joinedAs(name);
    }

    /** Starts a thread and waits until its opening post is checked; answers with the thread's id. */
    String thread(HearthClient author, String title, String text) {
        return thread(author, GROUP, HearthClient.object("title", title, "text", text));
    }

    String thread(HearthClient author, String group, JsonNode draft) {
        JsonNode made = good(author.post("/api/groups/" + group + "/threads", draft)).json();
        String id = made.path("thread").path("id").asText();
        checked(author, id, made.path("post").path("id").asText());
        return id;
    }

    /** Replies and waits until it is checked; answers with the post's id. */
    String reply(HearthClient author, String thread, String text) {
        return reply(author, thread, HearthClient.object("text", text));
    }

    String reply(HearthClient author, String thread, JsonNode draft) {
        String id = good(author.post("/api/threads/" + thread + "/posts", draft)).json().path("id").asText();
        checked(author, thread, id);
        return id;
    }

    private static void checked(HearthClient author, String thread, String post) {
        eventually(author, "/api/threads/" + thread + "/posts/" + post, answer -> !WAITING.contains(answer.json().path("status").asText("pending")));
    }

    static Answer eventually(HearthClient reader, String path, Predicate<Answer> wanted) {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).until(() -> reader.get(path), wanted);
    }

    static Answer good(Answer answer) {
        if (!answer.isGood()) {
            throw new AssertionError(answer.problem());
        }
        return answer;
    }

    String invoke(String function, String event) {
        try {
            return new String(hearth.invoke(function, event.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        } catch (FunctionFailure e) {
            throw new AssertionError(e);
        }
    }

    /** Every item of every table, as text. */
    List<String> everything() {
        return List.of("ContentTable", "MembersTable", "ModerationTable", "AuditTable").stream()
                .flatMap(table -> hearth.tables().client().scanPaginator(scan -> scan.tableName(table)).items().stream()
                        .map(item -> table + " " + item))
                .toList();
    }

    List<String> itemsWith(String words) {
        return everything().stream().filter(item -> item.contains(words)).toList();
    }

    @Override
    public void close() {
        hearth.close();
    }
}
