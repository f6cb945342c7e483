package org.hearth.local.hostile;

import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.HearthClient;

/** For each route that takes words: somebody who may send them, about something that is there, in a body that would be taken. */
final class Places {
    /**
     * One of them, each time anew where a thing can be done once only.
     *
     * @param body a copy; with everything that the route wants
     * @param shown where what was sent can be read, if the answer itself does not say it
     */
    record Place(HearthClient sender, String path, ObjectNode body, HearthClient reader, List<String> shown) {
    }

    private static final String CRISIS = "I am going to kill myself tonight and nobody will miss me.";

    private static final Set<String> AS_OFTEN_AS_ONE_LIKES = Set.of("POST /api/groups/{groupId}/threads", "POST /api/threads/{threadId}/posts", "PUT /api/me",
            "PATCH /api/me/preferences", "POST /api/public/invitations", "POST /api/me/access", "POST /api/moderation/resources",
            "POST /api/moderation/members/{memberId}/notes", "POST /api/moderation/members/{memberId}/sanctions",
            "POST /api/moderation/checks/{groupId}/preview");

    private final Map<String, Place> known = new HashMap<>();
    private final RunningHearth hearth;
    private final HearthClient lead;

    Places(RunningHearth hearth) {
        this.hearth = hearth;
        this.lead = hearth.lead();
    }

    /** One that was there before where that can be used again: what is refused changes nothing. */
    Place again(String route) {
        Place place = known.computeIfAbsent(route, this::made);
        return new Place(place.sender(), place.path(), place.body().deepCopy(), place.reader(), place.shown());
    }

    Place of(String route) {
        return AS_OFTEN_AS_ONE_LIKES.contains(route) ? again(route) : made(route);
    }

    private Place made(String route) {
        String path = route.split(" ")[1];
        return switch (route) {
            case "POST /api/groups/{groupId}/threads" -> place(hearth.somebodyNew(), "/api/groups/open-room/threads", text("title", "A walk", "text", "It was a good one."));
            case "POST /api/threads/{threadId}/posts" -> place(hearth.somebodyNew(), "/api/threads/" + post().path("threadId").asText() + "/posts", text("text", "Yes."));
            case "PUT /api/threads/{threadId}/posts/{postId}" -> edited();
            case "PUT /api/me" -> place(hearth.somebodyNew(), path, text());
            case "PUT /api/me/read", "PUT /api/me/erasure", "POST /api/public/invitations", "POST /api/me/access" -> place(hearth.somebodyNew(), path, text());
            case "PATCH /api/me/preferences" -> place(hearth.somebodyNew(), path, text());
            case "POST /api/public/reports" -> aboutAPost(hearth.visitor(), path, true);
            case "POST /api/threads/{threadId}/posts/{postId}/reports" -> aboutAPost(hearth.somebodyNew(), path, false);
            case "POST /api/members/{memberId}/reports" -> aboutAMember(hearth.somebodyNew(), path, text("reason", "rules", "note", ""));
            case "POST /api/moderation/resources" -> place(lead, path, resource());
            case "PUT /api/moderation/resources/{resourceId}" -> changedResource();
            case "POST /api/me/access/{groupId}/requests" -> asking(guest());
            case "POST /api/moderation/invitations" -> place(lead, path, invitation());
            case "PUT /api/moderation/access-requests/{memberId}/{groupId}" -> answered();
            case "POST /api/appeals" -> appealed();
            case "POST /api/moderation/cases/{caseId}/unmasking" -> unmasked();
            case "POST /api/moderation/cases/{caseId}/decisions" -> decided(reported(hearth.somebodyNew(), false));
            case "POST /api/moderation/cases/{caseId}/follow-up" -> followedUp();
            case "POST /api/moderation/threads/{threadId}/changes" -> place(lead,
                    path.replace("{threadId}", post().path("threadId").asText()), text("action", "lock", "reason", "It is late."));
            case "POST /api/moderation/members/{memberId}/notes" -> aboutAMember(lead, path, text("text", "Seen."));
            case "POST /api/moderation/members/{memberId}/sanctions" -> aboutAMember(lead, path, text("action", "warn", "rule", "be-kind", "reason", "Read."));
            case "POST /api/moderation/rota/shifts" -> place(lead, path, text("moderatorId", id(lead), "start", in(1), "end", in(2)));
            case "PUT /api/moderation/checks/{groupId}" -> checks();
            case "POST /api/moderation/checks/{groupId}/preview" -> place(lead, "/api/moderation/checks/front-room/preview", text().put("concerning", 20));
            default -> throw new AssertionError("A new route takes words: say here who can send them to it, and about what: " + route);
        };
    }

    private Place place(HearthClient sender, String path, ObjectNode body, String... shown) {
        return new Place(sender, path, body, lead, List.of(shown));
    }

    private static ObjectNode text(String... namesAndValues) {
        return HearthClient.object(namesAndValues);
    }

    private static String in(int days) {
        return Instant.now().plus(Duration.ofDays(days)).toString();
    }

    private static String id(HearthClient person) {
        return good(person.get("/api/me")).path("id").asText();
    }

    private JsonNode post() {
        return post(hearth.somebodyNew());
    }

    private JsonNode post(HearthClient author) {
        return hearth.publishedThread(author, RunningHearth.OPEN, "A walk", "I saw two grey geese by the canal.").path("post");
    }

    private Place edited() {
        HearthClient author = hearth.somebodyNew();
        JsonNode post = post(author);
        return place(author, "/api/threads/" + post.path("threadId").asText() + "/posts/" + post.path("id").asText(), text("text", "Yes.").put("version", 1));
    }

    private Place aboutAPost(HearthClient sender, String path, boolean inTheBody) {
        JsonNode post = post();
        String thread = post.path("threadId").asText();
        String id = post.path("id").asText();
        ObjectNode body = text("reason", "rules", "note", "");
        if (inTheBody) {
            body.put("threadId", thread).put("postId", id);
        }
        return place(sender, path.replace("{threadId}", thread).replace("{postId}", id), body, "/api/moderation/cases/" + id);
    }

    private Place aboutAMember(HearthClient sender, String path, ObjectNode body) {
        String member = id(hearth.somebodyNew());
        return place(sender, path.replace("{memberId}", member), body, "/api/moderation/cases/" + member, "/api/moderation/members/" + member);
    }

    private static ObjectNode resource() {
        return text("title", "A place to write", "text", "It is open in the evening.", "reviewBy", in(30));
    }

    private Place changedResource() {
        JsonNode made = good(lead.post("/api/moderation/resources", resource()));
        return place(lead, "/api/moderation/resources/" + made.path("id").asText(), resource().put("version", made.path("version").asLong()));
    }

    private static ObjectNode invitation() {
        return text("groupId", RunningHearth.CLOSED, "expiresAt", in(1)).put("uses", 1);
    }

    private HearthClient guest() {
        HearthClient guest = hearth.somebodyNew();
        String link = good(lead.post("/api/moderation/invitations", invitation().put("stayDays", 10))).path("link").asText();
        good(guest.post("/api/me/access", text("link", link.substring(link.indexOf('#') + 1))));
        return guest;
    }

    private Place asking(HearthClient guest) {
        return new Place(guest, "/api/me/access/closed-room/requests", text("note", "It does me good."), guest, List.of("/api/me/access"));
    }

    private Place answered() {
        HearthClient guest = guest();
        Place asking = asking(guest);
        good(guest.post(asking.path(), asking.body()));
        return new Place(lead, "/api/moderation/access-requests/" + id(guest) + "/closed-room",
                text("answer", "grant", "reason", "You are welcome.").put("revision", 1), guest, asking.shown());
    }

    /** The id of a case about a post that somebody has reported, which the lead has claimed. */
    private String reported(HearthClient author, boolean anonymous) {
        JsonNode made = good(author.post("/api/groups/open-room/threads",
                text("title", "A walk", "text", "I saw two grey geese by the canal.").put("anonymous", anonymous))).path("post");
        hearth.verdict(author, made);
        String id = made.path("id").asText();
        good(hearth.as("somebody who reports").post("/api/threads/" + made.path("threadId").asText() + "/posts/" + id + "/reports", text("reason", "rules", "note", "")));
        good(lead.put("/api/moderation/cases/" + id + "/claim"));
        return id;
    }

    private Place decided(String caseId) {
        String path = "/api/moderation/cases/" + caseId;
        return place(lead, path + "/decisions", text("action", "redact", "rule", "be-kind", "reason", "Read.", "text", "I saw geese.").put("version", 1), path);
    }

    private Place appealed() {
        HearthClient author = hearth.somebodyNew();
        Place decided = decided(reported(author, false));
        JsonNode decision = good(lead.post(decided.path(), decided.body())).path("decision");
        return new Place(author, "/api/appeals", text("decisionId", decision.path("id").asText(), "note", "Please look."), hearth.moderator(), decided.shown());
    }

    private Place unmasked() {
        String path = "/api/moderation/cases/" + reported(hearth.somebodyNew(), true);
        return place(lead, path + "/unmasking", text("reason", "A threat."), path);
    }

    private Place followedUp() {
        HearthClient author = hearth.somebodyNew();
        JsonNode made = good(author.post("/api/groups/open-room/threads", text("title", "Tonight", "text", CRISIS))).path("post");
        hearth.verdict(author, made);
        String path = "/api/moderation/cases/" + hearth.caseOf(made).path("id").asText();
        good(lead.put(path + "/claim"));
        good(lead.post(path + "/decisions", text("action", "approve", "rule", "be-kind", "reason", "Read.", "reply", "We are here tonight, and somebody of us reads whatever you write.").put("version", 1)));
        return place(lead, path + "/follow-up", text("note", "We wrote to each other."), path);
    }

    private Place checks() {
        JsonNode known = good(lead.get("/api/moderation/checks")).path("items").valueStream()
                .filter(one -> one.path("groupId").asText(one.path("id").asText()).equals(RunningHearth.NEWCOMERS)).findFirst().orElseThrow();
        return place(lead, "/api/moderation/checks/front-room", text("reason", "We try it.").put("concerning", 20).put("revision", known.path("revision").asLong()),
                "/api/moderation/checks");
    }
}
