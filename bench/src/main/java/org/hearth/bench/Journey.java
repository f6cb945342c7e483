package org.hearth.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.hearth.local.functions.FunctionFailure;
import org.hearth.local.issuer.Role;
import org.hearth.local.tables.ItemJson;
import org.hearth.local.tables.LocalDynamo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Calls every route once as somebody who may, and what the streams and schedules call, and notes what each used. What is asked
 * once in a while for many requests (who calls, which groups there are, that a moderator is at work) is asked before, uncounted;
 * it has rows of its own.
 */
final class Journey {
    static final String GROUP = "living-with-it";
    static final String OTHER_GROUP = "night-owls";
    private static final String CLOSED_GROUP = "the-circle";
    private static final String TITLE = "Does anybody else sleep badly before a scan?";
    private static final String IN_DANGER = "I can't do this any more. I am going to kill myself tonight.";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Front front;
    private final LocalDynamo dynamo;
    private final Meter meter;
    private final Map<String, HearthClient> people = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final Iterator<String> families = List.of("oak", "ash", "elm", "yew").iterator();
    private String family = families.next();
    private int texts;

    Journey(Front front, LocalDynamo dynamo, Meter meter) {
        this.front = front;
        this.dynamo = dynamo;
        this.meter = meter;
    }

    /** Makes the groups. To be called once. */
    void begin() {
        ObjectNode setup = JSON.createObjectNode();
        setup.putArray("groups").add(group(GROUP, "Living with it", "public")).add(group(OTHER_GROUP, "Night owls", "members"))
                .add(group(CLOSED_GROUP, "The circle", "restricted"));
        setup.putArray("memberships");
        invoke("SetupFunction", setup);
    }

    private static ObjectNode group(String id, String name, String visibility) {
        ObjectNode group = JSON.createObjectNode().put("id", id).put("name", name).put("visibility", visibility).put("newcomerPosts", 0)
                .put("description", "Any long-term condition, yours or that of somebody you love. Good days, bad days, and jars.");
        group.putArray("labels").add("sleep").add("hospital");
        return group;
    }

    /** Starts a thread with one post, checked and published; tells its id. */
    String publishedThread(String author) {
        JsonNode created = good(person(author).post("/api/groups/" + GROUP + "/threads", HearthClient.object("title", TITLE, "text", text())));
        screen(created.path("post"));
        requirePublished(person(author), created.path("post"));
        return created.path("thread").path("id").asText();
    }

    /** Adds a reply, checked and published. */
    JsonNode publishedReply(String author, String thread) {
        JsonNode post = good(person(author).post("/api/threads/" + thread + "/posts", HearthClient.object("text", text())));
        screen(post);
        requirePublished(person(author), post);
        return post;
    }

    private static void requirePublished(HearthClient author, JsonNode post) {
        String status = good(author.get("/api/threads/" + post.path("threadId").asText() + "/posts/" + post.path("id").asText())).path("status").asText();
        if (!status.equals("published")) {
            throw new IllegalStateException("A post of the bench's is " + status + " and should have been published: " + post.path("text").asText());
        }
    }

    /** @param largest the thread with the most posts */
    List<Row> made(String largest) {
        rows.clear();
        texts = 0;
        good(moderator().get("/api/moderation/cases"));
        HearthClient visitor = HearthClient.visitor(front.address());
        HearthClient robin = person("Robin");
        HearthClient wren = person("Wren");
        String thread = publishedThread("Robin");
        JsonNode reply = publishedReply("Robin", thread);
        reading(visitor, "/api/public", largest);
        get(visitor, "/api/public/feed.xml", "/api/public/feed.xml");
        get(visitor, "/api/public/groups/{groupId}/feed.xml", "/api/public/groups/" + GROUP + "/feed.xml");
        get(visitor, "/api/public/help", "/api/public/help");
        get(visitor, "/api/public/cover", "/api/public/cover");
        signingIn();
        reading(wren, "/api", largest);
        String post = "/api/threads/" + thread + "/posts/" + reply.path("id").asText();
        get(wren, "/api/threads/{threadId}/posts/{postId}", post);
        writing(robin, thread);
        marking(wren, thread, post);
        account(robin, id(wren));
        inviting(wren);
        reporting(visitor, wren, thread, reply, robin);
        moderating(reply, robin);
        keepingWatch(thread);
        rota();
        audit();
        going();
        return List.copyOf(rows);
    }

    private void reading(HearthClient reader, String api, String largest) {
        get(reader, api + "/groups", api + "/groups");
        get(reader, api + "/groups/{groupId}/threads", api + "/groups/" + GROUP + "/threads");
        JsonNode first = get(reader, api + "/threads/{threadId}", api + "/threads/" + largest).json();
        get(reader, api + "/threads/{threadId}, a later page", api + "/threads/" + largest + "?cursor=" + first.path("nextCursor").asText());
    }

    private void signingIn() {
        HearthClient robin = person("Robin");
        measured("a session is checked, once a minute", () -> invoke("AuthorizerFunction", authorizer(robin)));
        get(robin, "/api/session", "/api/session");
        measured("signing in: GET /api/session/start, GET /api/session/callback and a look at the session",
                () -> HearthClient.signedIn(front.address(), "Robin " + family, Role.MEMBER));
        call("DELETE /api/session", HearthClient.signedIn(front.address(), "Robin " + family, Role.MEMBER), "/api/session", null);
        call("GET /api/session/exit", HearthClient.signedIn(front.address(), "Robin " + family, Role.MEMBER), "/api/session/exit", null);
    }

    private static ObjectNode authorizer(HearthClient who) {
        ObjectNode event = JSON.createObjectNode();
        for (String cookie : who.cookie().split("; ")) {
            event.withArray("cookies").add(cookie);
        }
        return event;
    }

    private void writing(HearthClient robin, String thread) {
        JsonNode started = call("POST /api/groups/{groupId}/threads", robin, "/api/groups/" + GROUP + "/threads",
                HearthClient.object("title", TITLE, "text", text())).json();
        measured("a new thread's post is checked", () -> screen(started.path("post")));
        JsonNode reply = call("POST /api/threads/{threadId}/posts", robin, "/api/threads/" + thread + "/posts", HearthClient.object("text", text())).json();
        measured("a reply is checked", () -> screen(reply));
        String post = "/api/threads/" + thread + "/posts/" + reply.path("id").asText();
        JsonNode edited = call("PUT /api/threads/{threadId}/posts/{postId}", robin, post,
                HearthClient.object("text", text() + " Sleep well.").put("version", 1)).json();
        measured("an edit is checked", () -> screen(edited));
        call("DELETE /api/threads/{threadId}/posts/{postId}", robin, post, null);
    }

    private void marking(HearthClient wren, String thread, String post) {
        call("PUT /api/threads/{threadId}/posts/{postId}/reactions/{kind}", wren, post + "/reactions/heard", null);
        call("DELETE /api/threads/{threadId}/posts/{postId}/reactions/{kind}", wren, post + "/reactions/heard", null);
        call("PUT /api/threads/{threadId}/following", wren, "/api/threads/" + thread + "/following", null);
        get(wren, "/api/me/following", "/api/me/following");
        get(wren, "/api/threads/{threadId}/marks", "/api/threads/" + thread + "/marks");
        ObjectNode read = JSON.createObjectNode();
        for (int i = 0; i < ReadMarks.AT_ONCE; i++) {
            String seen = i == 0 ? thread : publishedThread("Robin");
            read.withObject("read").put(seen, seen);
        }
        call("PUT /api/me/read", wren, "/api/me/read", read);
        call("DELETE /api/threads/{threadId}/following", wren, "/api/threads/" + thread + "/following", null);
    }

    private void account(HearthClient robin, String other) {
        get(robin, "/api/me", "/api/me");
        get(robin, "/api/me/posts", "/api/me/posts");
        get(robin, "/api/me/reports", "/api/me/reports");
        call("PATCH /api/me/preferences", robin, "/api/me/preferences", JSON.createObjectNode().put("breakDays", 0));
        get(robin, "/api/me/preferences", "/api/me/preferences");
        get(robin, "/api/members/{memberId}", "/api/members/" + other);
        HearthClient newcomer = HearthClient.signedIn(front.address(), "Dunnock " + rows.size() + " " + people.size() + Instant.now().getNano(), Role.MEMBER);
        call("PUT /api/me", newcomer, "/api/me", HearthClient.object("name", unusedName()));
        get(newcomer, "/api/me/export", "/api/me/export");
        call("PUT /api/me/erasure", newcomer, "/api/me/erasure", HearthClient.object("posts", "remove"));
        get(newcomer, "/api/me/erasure", "/api/me/erasure");
        call("DELETE /api/me/erasure", newcomer, "/api/me/erasure", null);
    }

    private String text() {
        return Words.text(texts++);
    }

    private void inviting(HearthClient wren) {
        ObjectNode wish = HearthClient.object("groupId", CLOSED_GROUP, "expiresAt", Instant.now().plus(Duration.ofDays(7)).toString());
        JsonNode made = call("POST /api/moderation/invitations", lead(), "/api/moderation/invitations", wish.put("uses", 1).put("stayDays", 30)).json();
        String link = made.path("link").asText();
        ObjectNode sent = HearthClient.object("link", link.substring(link.indexOf('#') + 1));
        call("POST /api/public/invitations", HearthClient.visitor(front.address()), "/api/public/invitations", sent);
        call("POST /api/me/access", wren, "/api/me/access", sent);
        get(wren, "/api/me/access", "/api/me/access");
        call("POST /api/me/access/{groupId}/requests", wren, "/api/me/access/" + CLOSED_GROUP + "/requests", HearthClient.object("note", "It does me good."));
        JsonNode asked = get(lead(), "/api/moderation/invitations", "/api/moderation/invitations").json().path("requests").path(0);
        call("PUT /api/moderation/access-requests/{memberId}/{groupId}", lead(), "/api/moderation/access-requests/" + id(wren) + "/" + CLOSED_GROUP,
                HearthClient.object("answer", "grant", "reason", "You are welcome.").put("revision", asked.path("revision").asInt()));
        call("DELETE /api/moderation/invitations/{invitationId}", lead(), "/api/moderation/invitations/" + made.path("id").asText(), null);
    }

    private static String unusedName() {
        String letters = Long.toString(Instant.now().toEpochMilli(), 26).chars().map(digit -> digit >= 'a' ? digit + 10 : digit - '0' + 'a')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return "quiet " + letters;
    }

    private void reporting(HearthClient visitor, HearthClient wren, String thread, JsonNode reply, HearthClient robin) {
        ObjectNode report = HearthClient.object("reason", "rules", "note", "Please look at this.");
        JsonNode reported = call("POST /api/public/reports", visitor, "/api/public/reports",
                report.deepCopy().put("threadId", thread).put("postId", reply.path("id").asText())).json();
        get(visitor, "/api/public/reports/{reference}", "/api/public/reports/" + reported.path("reference").asText());
        call("POST /api/threads/{threadId}/posts/{postId}/reports", wren,
                "/api/threads/" + thread + "/posts/" + reply.path("id").asText() + "/reports", report);
        call("POST /api/members/{memberId}/reports", wren, "/api/members/" + id(robin) + "/reports", report);
    }

    private void moderating(JsonNode reply, HearthClient robin) {
        HearthClient maren = moderator();
        String theCase = "/api/moderation/cases/" + reply.path("id").asText();
        get(maren, "/api/moderation/cases", "/api/moderation/cases");
        get(maren, "/api/moderation/cases/{caseId}", theCase);
        call("PUT /api/moderation/cases/{caseId}/claim", maren, theCase + "/claim", null);
        call("DELETE /api/moderation/cases/{caseId}/claim", maren, theCase + "/claim", null);
        good(maren.put(theCase + "/claim"));
        JsonNode decided = call("POST /api/moderation/cases/{caseId}/decisions", maren, theCase + "/decisions",
                HearthClient.object("action", "hide", "rule", "be-kind", "reason", "For the bench.")).json();
        call("POST /api/appeals", robin, "/api/appeals",
                HearthClient.object("decisionId", decided.path("decision").path("id").asText(), "note", "I meant it kindly."));
        get(maren, "/api/moderation/rules", "/api/moderation/rules");
        get(maren, "/api/moderation/templates", "/api/moderation/templates");
        get(maren, "/api/moderation/members/{memberId}", "/api/moderation/members/" + id(robin));
        call("POST /api/moderation/members/{memberId}/sanctions", maren, "/api/moderation/members/" + id(robin) + "/sanctions",
                HearthClient.object("action", "warn", "rule", "be-kind", "reason", "For the bench."));
    }

    private void keepingWatch(String thread) {
        HearthClient maren = moderator();
        HearthClient wren = person("Wren");
        JsonNode hidden = good(wren.post("/api/threads/" + thread + "/posts", HearthClient.object("text", text()).put("anonymous", true)));
        screen(hidden);
        good(person("Robin").post("/api/threads/" + thread + "/posts/" + hidden.path("id").asText() + "/reports",
                HearthClient.object("reason", "rules", "note", "Please look at this.")));
        call("POST /api/moderation/cases/{caseId}/unmasking", maren, "/api/moderation/cases/" + hidden.path("id").asText() + "/unmasking",
                HearthClient.object("reason", "For the bench."));
        JsonNode urgent = good(wren.post("/api/threads/" + thread + "/posts", HearthClient.object("text", IN_DANGER)));
        measured("a post by somebody in danger is checked", () -> screen(urgent));
        String theCase = "/api/moderation/cases/" + urgent.path("id").asText();
        measured("its alert is sent", () -> invoke("NotificationFunction", changed("ModerationTable", "CASE#" + urgent.path("id").asText(), "CASE")));
        good(maren.put(theCase + "/claim"));
        good(maren.post(theCase + "/decisions", HearthClient.object("action", "approve", "rule", "safeguarding", "reason", "For the bench.",
                "reply", "I have read what you wrote tonight, and I am glad that you told us. Will you ring one of the numbers with me?")));
        call("POST /api/moderation/cases/{caseId}/follow-up", maren, theCase + "/follow-up", HearthClient.object("note", "We spoke."));
        measured("the sweep, each minute", () -> invoke("SweepFunction", JSON.createObjectNode()));
        measured("the members' sweep", () -> invoke("MembersSweepFunction", JSON.createObjectNode()));
    }

    private void rota() {
        HearthClient lead = lead();
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        get(lead, "/api/moderation/rota", "/api/moderation/rota");
        call("PUT /api/moderation/rota", lead, "/api/moderation/rota", JSON.createObjectNode().put("inUse", false).put("windowMinutes", 60));
        JsonNode shifts = call("POST /api/moderation/rota/shifts", lead, "/api/moderation/rota/shifts", HearthClient.object(
                "moderatorId", id(moderator()), "start", tomorrow.toString(), "end", tomorrow.plus(Duration.ofHours(3)).toString())).json();
        call("DELETE /api/moderation/rota/shifts/{shiftId}", lead,
                "/api/moderation/rota/shifts/" + shifts.path("items").path(0).path("id").asText(), null);
        get(lead, "/api/moderation/handover", "/api/moderation/handover");
    }

    private void audit() {
        get(lead(), "/api/moderation/audit", "/api/moderation/audit");
        get(lead(), "/api/moderation/audit.csv", "/api/moderation/audit.csv");
        get(lead(), "/api/moderation/audit/verification", "/api/moderation/audit/verification");
    }

    // Others of the same habits come at the next size, so that nobody's history makes one size dearer than another.
    private void going() {
        people.clear();
        family = families.hasNext() ? families.next() : family;
    }

    private HearthClient person(String name) {
        return people.computeIfAbsent(name, any -> signedIn(name + " " + family, Role.MEMBER));
    }

    private HearthClient moderator() {
        return people.computeIfAbsent("Maren", name -> signedIn(name, Role.MODERATOR));
    }

    private HearthClient lead() {
        return people.computeIfAbsent("Ngozi", name -> signedIn(name, Role.LEAD));
    }

    private HearthClient signedIn(String name, Role role) {
        return HearthClient.signedIn(front.address(), name, role).joinedAs(name);
    }

    private static String id(HearthClient who) {
        return good(who.get("/api/me")).path("id").asText();
    }

    private Answer get(HearthClient who, String route, String path) {
        return call("GET " + route, who, path, null);
    }

    private Answer call(String operation, HearthClient who, String path, JsonNode body) {
        warm(who);
        String method = operation.substring(0, operation.indexOf(' '));
        return measured(operation, () -> {
            Answer answer = who.send(method, path, body == null ? null : body.toString(), method.equals("POST") ? Map.of("Idempotency-Key", "bench-" + family + "-" + rows.size()) : Map.of());
            if (answer.status() >= 400) {
                throw new IllegalStateException(operation + " was refused, so it was not measured: " + answer.problem());
            }
            return answer;
        });
    }

    // The groups are kept for a minute, the authorizer's answer too, a moderator's presence for five.
    private void warm(HearthClient who) {
        who.get("/api/public/groups");
        if (!who.cookie().isEmpty()) {
            who.get("/api/groups");
            who.get("/api/moderation/cases");
        }
    }

    private <T> T measured(String operation, Supplier<T> work) {
        meter.taken();
        T result = work.get();
        Meter.Used used = meter.taken();
        String text = result instanceof Answer answer ? answer.text() : result instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "";
        rows.add(new Row(operation, used.trips(), String.join(", ", used.calls()), used.reads(), used.writes(), compressed(text)));
        return result;
    }

    private static long compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.isEmpty() ? 0 : bytes.size();
    }

    private static JsonNode good(Answer answer) {
        if (!answer.isGood()) {
            throw new IllegalStateException("The bench's own preparation was refused: " + answer.problem());
        }
        return answer.json();
    }

    /** Hands a post to the checks, as its stream would. */
    private byte[] screen(JsonNode post) {
        return invoke("ScreeningFunction", changed("ContentTable", "THREAD#" + post.path("threadId").asText(), "POST#" + post.path("id").asText()));
    }

    private ObjectNode changed(String table, String pk, String sk) {
        ObjectNode event = JSON.createObjectNode();
        ObjectNode record = event.putArray("Records").addObject().put("eventName", "INSERT").putObject("dynamodb").put("SequenceNumber", "1");
        record.set("NewImage", ItemJson.write(dynamo.client().getItem(get -> get.tableName(table).consistentRead(true)
                .key(Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk)))).item()));
        return event;
    }

    private byte[] invoke(String function, JsonNode event) {
        try {
            byte[] answer = front.invoke(function, JSON.writeValueAsBytes(event));
            if (JSON.readTree(answer).path("batchItemFailures").size() > 0 || JSON.readTree(answer).has("refused")) {
                throw new IllegalStateException(function + " failed, so it was not measured: " + new String(answer, StandardCharsets.UTF_8));
            }
            return answer;
        } catch (IOException | FunctionFailure e) {
            throw new IllegalStateException(function + " failed, so it was not measured", e);
        }
    }
}
