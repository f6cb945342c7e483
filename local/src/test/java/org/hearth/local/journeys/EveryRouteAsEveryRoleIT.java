package org.hearth.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.HearthClient;
import org.hearth.local.template.Template;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Who may do what, route by route, about things in a restricted group: there the right answer to most people is that nothing is
 * there. A route that is in the template and not in this table fails the test.
 */
class EveryRouteAsEveryRoleIT {
    /** What the columns are called; the last stands for each session that must not count: expired, another issuer's, forged, tampered. */
    private static final List<String> COLUMNS = List.of("visitor", "unnamed", "member", "other", "invited", "muted", "suspended", "banned",
            "moderator", "lead", "admin", "no session");

    // The status that each caller gets, in the order above. {…} are filled in with what the author left in the closed room.
    private static final String TABLE = """
            GET    /api/public/groups                                         200 200 200 200 200 200 200 200 200 200 200 200
            GET    /api/public/groups/{group}/threads                         404 404 404 404 404 404 404 404 404 404 404 404
            GET    /api/public/threads/{thread}                               404 404 404 404 404 404 404 404 404 404 404 404
            GET    /api/public/feed.xml                                       200 200 200 200 200 200 200 200 200 200 200 200
            GET    /api/public/groups/{group}/feed.xml                        404 404 404 404 404 404 404 404 404 404 404 404
            GET    /api/public/help                                           200 200 200 200 200 200 200 200 200 200 200 200
            GET    /api/public/resources                                      200 200 200 200 200 200 200 200 200 200 200 200
            POST   /api/moderation/resources                                  401 403 403 403 403 403 403 403 403 422 422 401
            PUT    /api/moderation/resources/{case}                           401 403 403 403 403 403 403 403 403 422 422 401
            DELETE /api/moderation/resources/{case}                           401 403 403 403 403 403 403 403 403 404 404 401
            POST   /api/public/reports                                        404 404 404 404 404 404 404 404 404 404 404 404
            GET    /api/public/reports/{reference}                            200 200 200 200 200 200 200 200 200 200 200 200
            POST   /api/public/invitations                                    404 404 404 404 404 404 404 404 404 404 404 404
            GET    /api/me/access                                             401 403 200 200 200 200 200 200 200 200 200 401
            POST   /api/me/access                                             401 403 404 404 404 404 403 403 404 404 404 401
            POST   /api/me/access/{group}/requests                            401 403 422 422 422 422 403 403 422 422 422 401
            GET    /api/me/conversations                                      401 403 200 200 200 200 403 403 200 200 200 401
            PUT    /api/me/conversations/{author}                             401 403 422 422 422 422 403 403 422 422 422 401
            PUT    /api/moderation/conversations                              401 403 403 403 403 403 403 403 403 422 422 401
            GET    /api/moderation/invitations                                401 403 403 403 403 403 403 403 403 200 200 401
            POST   /api/moderation/invitations                                401 403 403 403 403 403 403 403 403 422 422 401
            DELETE /api/moderation/invitations/{case}                         401 403 403 403 403 403 403 403 403 404 404 401
            PUT    /api/moderation/access-requests/{author}/{group}           401 403 403 403 403 403 403 403 403 422 422 401
            GET    /api/session                                               200 200 200 200 200 200 200 200 200 200 200 200
            GET    /api/session/start                                         303 303 303 303 303 303 303 303 303 303 303 303
            GET    /api/session/callback                                      303 303 303 303 303 303 303 303 303 303 303 303
            GET    /api/groups                                                401 403 200 200 200 200 403 403 200 200 200 401
            GET    /api/groups/{group}/threads                                401 403 404 404 200 200 403 403 200 200 404 401
            POST   /api/groups/{group}/threads                                401 403 404 404 201 403 403 403 403 403 404 401
            GET    /api/threads/{thread}                                      401 403 404 404 200 200 403 403 200 200 404 401
            POST   /api/threads/{thread}/posts                                401 403 404 404 201 403 403 403 403 403 404 401
            GET    /api/threads/{thread}/posts/{post}                         401 403 404 404 200 200 403 403 200 200 404 401
            GET    /api/threads/{thread}/posts/{post}/history                 401 403 404 404 403 403 403 403 200 200 404 401
            PUT    /api/threads/{thread}/posts/{post}                         401 403 404 404 403 403 403 403 403 403 404 401
            DELETE /api/threads/{thread}/posts/{post}                         401 403 404 404 403 403 403 403 403 403 404 401
            POST   /api/threads/{thread}/posts/{post}/reports                 401 403 404 404 201 201 403 403 201 201 404 401
            PUT    /api/threads/{thread}/posts/{post}/reactions/{kind}        401 403 404 404 200 403 403 403 403 403 404 401
            DELETE /api/threads/{thread}/posts/{post}/reactions/{kind}        401 403 404 404 200 403 403 403 403 403 404 401
            GET    /api/threads/{thread}/marks                                401 403 404 404 200 200 403 403 200 200 404 401
            PUT    /api/threads/{thread}/following                            401 403 404 404 204 204 403 403 204 204 404 401
            DELETE /api/threads/{thread}/following                            401 403 404 404 204 204 403 403 204 204 404 401
            GET    /api/me/following                                          401 403 200 200 200 200 403 403 200 200 200 401
            PUT    /api/me/read                                               401 403 204 204 204 204 403 403 204 204 204 401
            GET    /api/greeting                                              401 403 403 403 403 403 403 403 200 200 403 401
            GET    /api/moderation/greeters                                   401 403 403 403 403 403 403 403 403 200 200 401
            PUT    /api/moderation/greeters/{author}                          401 403 403 403 403 403 403 403 403 204 204 401
            DELETE /api/moderation/greeters/{author}                          401 403 403 403 403 403 403 403 403 204 204 401
            GET    /api/members/{author}                                      401 403 200 200 200 200 403 403 200 200 200 401
            POST   /api/members/{author}/reports                              401 403 201 201 201 201 403 403 201 201 201 401
            GET    /api/me/reports                                            401 403 200 200 200 200 200 200 200 200 200 401
            GET    /api/me                                                    401 403 200 200 200 200 200 200 200 200 200 401
            PUT    /api/me                                                    401 422 422 422 422 403 403 403 422 422 422 401
            GET    /api/me/posts                                              401 403 200 200 200 200 200 200 200 200 200 401
            GET    /api/me/export                                             401 403 200 200 200 200 200 200 200 200 200 401
            GET    /api/me/preferences                                        401 403 200 200 200 200 200 200 200 200 200 401
            PATCH  /api/me/preferences                                        401 403 200 200 200 200 200 200 200 200 200 401
            GET    /api/unsubscribe                                           200 200 200 200 200 200 200 200 200 200 200 200
            POST   /api/unsubscribe                                           200 200 200 200 200 200 200 200 200 200 200 200
            GET    /api/me/erasure                                            401 403 200 200 200 200 200 200 200 200 200 401
            PUT    /api/me/erasure                                            401 403 422 422 422 422 422 422 422 422 422 401
            DELETE /api/me/erasure                                            401 403 204 204 204 204 204 204 204 204 204 401
            POST   /api/appeals                                               401 403 404 404 404 404 404 404 404 404 404 401
            GET    /api/moderation/cases                                      401 403 403 403 403 403 403 403 200 200 403 401
            GET    /api/moderation/cases/{case}                               401 403 403 403 403 403 403 403 200 200 403 401
            PUT    /api/moderation/cases/{case}/claim                         401 403 403 403 403 403 403 403 200 409 403 401
            POST   /api/moderation/cases/{case}/decisions                     401 403 403 403 403 403 403 403 422 422 403 401
            DELETE /api/moderation/cases/{case}/claim                         401 403 403 403 403 403 403 403 204 204 403 401
            POST   /api/moderation/cases/{case}/follow-up                     401 403 403 403 403 403 403 403 422 422 403 401
            POST   /api/moderation/cases/{case}/unmasking                     401 403 403 403 403 403 403 403 422 422 403 401
            GET    /api/moderation/cases/{case}/pack                          401 403 403 403 403 403 403 403 403 200 200 401
            PUT    /api/moderation/cases/{case}/reading                       401 403 403 403 403 403 403 403 200 200 403 401
            GET    /api/moderation/drills                                     401 403 403 403 403 403 403 403 403 200 403 401
            POST   /api/moderation/drills                                     401 403 403 403 403 403 403 403 403 201 403 401
            GET    /api/moderation/care                                       401 403 403 403 403 403 403 403 200 200 403 401
            PUT    /api/moderation/care                                       401 403 403 403 403 403 403 403 403 422 403 401
            POST   /api/moderation/debriefs                                   401 403 403 403 403 403 403 403 204 204 403 401
            DELETE /api/moderation/debriefs/{case}                            401 403 403 403 403 403 403 403 403 404 403 401
            GET    /api/moderation/rules                                      401 403 403 403 403 403 403 403 200 200 403 401
            POST   /api/moderation/threads/{thread}/changes                   401 403 403 403 403 403 403 403 422 422 403 401
            GET    /api/moderation/templates                                  401 403 403 403 403 403 403 403 200 200 403 401
            GET    /api/moderation/members/{author}                           401 403 403 403 403 403 403 403 200 200 403 401
            POST   /api/moderation/members/{author}/notes                     401 403 403 403 403 403 403 403 422 422 403 401
            DELETE /api/moderation/members/{author}/notes/{case}              401 403 403 403 403 403 403 403 404 404 403 401
            POST   /api/moderation/members/{author}/sanctions                 401 403 403 403 403 403 403 403 422 422 403 401
            GET    /api/public/cover                                          200 200 200 200 200 200 200 200 200 200 200 200
            GET    /api/moderation/rota                                       401 403 403 403 403 403 403 403 200 200 200 401
            PUT    /api/moderation/rota                                       401 403 403 403 403 403 403 403 403 422 422 401
            POST   /api/moderation/rota/shifts                                401 403 403 403 403 403 403 403 403 422 422 401
            DELETE /api/moderation/rota/shifts/{case}                         401 403 403 403 403 403 403 403 403 404 404 401
            GET    /api/moderation/handover                                   401 403 403 403 403 403 403 403 200 200 403 401
            GET    /api/moderation/checks                                     401 403 403 403 403 403 403 403 403 200 200 401
            POST   /api/moderation/checks/{group}/preview                     401 403 403 403 403 403 403 403 403 200 200 401
            PUT    /api/moderation/checks/{group}                             401 403 403 403 403 403 403 403 403 422 422 401
            GET    /api/moderation/audit                                      401 403 403 403 403 403 403 403 403 200 200 401
            GET    /api/moderation/audit.csv                                  401 403 403 403 403 403 403 403 403 200 200 401
            GET    /api/moderation/audit/verification                         401 403 403 403 403 403 403 403 403 200 200 401
            """;
    // They end the session that calls them, so each has a test of its own.
    private static final List<String> ELSEWHERE = List.of("DELETE /api/session", "GET /api/session/exit");

    private static final Map<String, String> BODIES = Map.of(
            "POST /api/public/reports", "{\"threadId\":\"{thread}\",\"postId\":\"{post}\",\"reason\":\"spam\",\"note\":\"\"}",
            "POST /api/groups/{group}/threads", "{\"title\":\"Good morning\",\"text\":\"It is raining again.\"}",
            "POST /api/threads/{thread}/posts", "{\"text\":\"Here too.\"}",
            "PUT /api/threads/{thread}/posts/{post}", "{\"text\":\"Changed by somebody else\",\"version\":1}",
            "POST /api/threads/{thread}/posts/{post}/reports", "{\"reason\":\"rules\",\"note\":\"\"}",
            "POST /api/members/{author}/reports", "{\"reason\":\"rules\",\"note\":\"\"}",
            "PUT /api/me", "{\"name\":\"\"}",
            "POST /api/appeals", "{\"decisionId\":\"nothing\"}",
            "POST /api/moderation/cases/{case}/decisions", "{\"action\":\"approve\"}",
            "POST /api/moderation/members/{author}/sanctions", "{\"action\":\"warn\"}");

    // Of its own: what others leave in a shared one, such as a drill that is under way, would answer some routes otherwise.
    @AutoClose
    private static final RunningHearth HEARTH = RunningHearth.start(false);

    private record Row(String method, String path, List<Integer> statuses) {
        String route() {
            return method + " " + path;
        }

        int expected(String caller) {
            return statuses.get(COLUMNS.contains(caller) ? COLUMNS.indexOf(caller) : COLUMNS.size() - 1);
        }
    }

    @Test
    void answersAsTheTableSays() {
        Map<String, HearthClient> callers = Callers.of(HEARTH);
        Map<String, String> things = things();
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Row row : rows()) {
            for (String caller : Callers.ALL) {
                int status = ask(callers.get(caller), row, things);
                asked++;
                if (status != row.expected(caller)) {
                    wrong.add(row.route() + " as " + caller + ": " + status + ", not " + row.expected(caller));
                }
            }
        }
        System.out.println("The matrix of routes and callers: " + asked + " cells, " + wrong.size() + " mismatches");
        assertThat(wrong).isEmpty();
    }

    @Test
    void leavesNoRouteOut() throws IOException {
        var inTheTemplate = Template.read(RunningHearth.root().resolve("template.yaml"), Map.of()).functions().stream()
                .flatMap(function -> function.routes().stream())
                .map(route -> route.method() + " " + route.path().replaceAll("\\{[^}]*}", "{}"))
                .collect(Collectors.toCollection(TreeSet::new));
        var inTheTable = rows().stream().map(Row::route).collect(Collectors.toCollection(TreeSet::new));
        inTheTable.addAll(ELSEWHERE);
        assertThat(inTheTable.stream().map(route -> route.replaceAll("\\{[^}]*}", "{}"))).containsExactlyInAnyOrderElementsOf(inTheTemplate);
    }

    @Test
    void aStrangerCantTellARestrictedThreadFromNone() {
        HearthClient stranger = HEARTH.somebodyNew();
        for (String path : List.of("/api/threads/{thread}", "/api/threads/{thread}/posts/{post}", "/api/groups/{group}/threads")) {
            var things = things();
            var none = Map.of("thread", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "post", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "group", "no-such-room");
            var there = stranger.get(filled(path, things));
            var nothing = stranger.get(filled(path, none));
            assertThat(there.status()).isEqualTo(nothing.status());
            assertThat(there.text()).isEqualTo(nothing.text());
            var headers = new LinkedHashMap<>(there.headers().map());
            var others = new LinkedHashMap<>(nothing.headers().map());
            headers.remove("date");
            others.remove("date");
            assertThat(headers).isEqualTo(others);
        }
    }

    private static int ask(HearthClient caller, Row row, Map<String, String> things) {
        String body = row.method().equals("GET") || row.method().equals("DELETE") ? null : filled(BODIES.getOrDefault(row.route(), "{}"), things);
        return caller.send(row.method(), filled(row.path(), things), body, Map.of()).status();
    }

    private static String filled(String text, Map<String, String> things) {
        String filled = text;
        for (var thing : things.entrySet()) {
            filled = filled.replace("{" + thing.getKey() + "}", thing.getValue());
        }
        return filled;
    }

    private static List<Row> rows() {
        return TABLE.lines().map(String::strip).map(line -> line.split("\\s+"))
                .map(cells -> new Row(cells[0], cells[1], List.of(cells).subList(2, cells.length).stream().map(Integer::valueOf).toList()))
                .toList();
    }

    private static Map<String, String> things() {
        HearthClient author = HEARTH.somebodyNew();
        HEARTH.invite(author, RunningHearth.CLOSED);
        JsonNode created = HEARTH.publishedThread(author, RunningHearth.CLOSED, "Seeds for spring", "We swap seeds in March, bring your own jars.");
        String post = created.path("post").path("id").asText();
        String thread = created.path("thread").path("id").asText();
        String reference = good(HEARTH.lead().post("/api/threads/" + thread + "/posts/" + post + "/reports",
                HearthClient.object("reason", "other", "note", ""))).path("reference").asText();
        return Map.of("reference", reference, "group", RunningHearth.CLOSED, "thread", thread, "post", post, "case", post, "author", idOf(author),
                "kind", "heard");
    }

    private static String idOf(HearthClient person) {
        return good(person.get("/api/me")).path("id").asText();
    }
}
