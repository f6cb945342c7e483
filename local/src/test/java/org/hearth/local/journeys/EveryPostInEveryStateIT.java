package org.hearth.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.HearthClient;
import org.hearth.local.faults.Faults;
import org.junit.jupiter.api.Test;

/**
 * Who may do what with a post, by its state and the group that it is in, as everybody who may call a route. The rules stand here once
 * more, apart from the code: what is not out is not there but for its author and moderators, whatever somebody wants to do with it.
 */
class EveryPostInEveryStateIT {
    private static final Set<String> SHOWN = Set.of("published", "redacted");
    private static final List<String> STATES = List.of("published", "redacted", "held", "escalated", "hidden", "removed", "deleted", "pending");
    private static final List<String> GROUPS = List.of(RunningHearth.OPEN, RunningHearth.MEMBERS, RunningHearth.CLOSED);
    private static final Set<String> NO_SESSION = Set.of("visitor", "expired", "issuer", "forged", "tampered");
    private static final Set<String> KEPT_OUT = Set.of("unnamed", "suspended", "banned");
    private static final Set<String> STAFF = Set.of("moderator", "lead");
    private static final Set<String> BELONG = Set.of("invited", "muted", "moderator", "lead");
    private static final Set<Integer> NOT_THERE = Set.of(404);
    private static final Set<Integer> NOT_YOURS = Set.of(403);

    private static final Map<String, String> ROUTES = new LinkedHashMap<>();

    static {
        ROUTES.put("GET /api/public/threads/{t}", "");
        ROUTES.put("GET /api/threads/{t}", "");
        ROUTES.put("GET /api/threads/{t}/marks", "");
        ROUTES.put("PUT /api/threads/{t}/following", "");
        ROUTES.put("DELETE /api/threads/{t}/following", "");
        ROUTES.put("GET /api/threads/{t}/posts/{p}", "");
        ROUTES.put("GET /api/threads/{t}/posts/{p}/history", "");
        ROUTES.put("PUT /api/threads/{t}/posts/{p}", "{\"text\":\"Something else\",\"version\":1}");
        ROUTES.put("DELETE /api/threads/{t}/posts/{p}", "");
        ROUTES.put("PUT /api/threads/{t}/posts/{p}/reactions/heard", "");
        ROUTES.put("DELETE /api/threads/{t}/posts/{p}/reactions/heard", "");
        ROUTES.put("POST /api/threads/{t}/posts/{p}/reports", "{\"reason\":\"rules\",\"note\":\"\"}");
        ROUTES.put("POST /api/public/reports", "{\"threadId\":\"{t}\",\"postId\":\"{p}\",\"reason\":\"spam\",\"note\":\"\"}");
    }

    private record Place(String group, String state, boolean opening) {
        boolean shown() {
            return SHOWN.contains(state);
        }

        /** Whether others know the thread at all. */
        boolean listed() {
            return !opening || shown();
        }
    }

    private final Faults faults = Faults.seeded(3);
    private int written;

    @Test
    void isThereForWhomItShouldBe() {
        try (RunningHearth hearth = RunningHearth.startWith(faults)) {
            Map<String, HearthClient> callers = Callers.of(hearth);
            Map<Place, JsonNode> posts = posts(hearth);
            List<String> wrong = new ArrayList<>();
            int asked = 0;
            for (var route : ROUTES.entrySet()) {
                for (var post : posts.entrySet()) {
                    for (var caller : callers.entrySet()) {
                        int status = ask(caller.getValue(), route.getKey(), route.getValue(), post.getValue());
                        asked++;
                        if (!expected(route.getKey(), post.getKey(), caller.getKey()).contains(status)) {
                            wrong.add(route.getKey() + " of " + post.getKey() + " as " + caller.getKey() + ": " + status);
                        }
                    }
                }
            }
            System.out.println("The matrix of posts' states: " + asked + " cells, " + wrong.size() + " mismatches");
            assertThat(wrong).isEmpty();
        }
    }

    private static Set<Integer> expected(String route, Place place, String caller) {
        boolean open = place.group().equals(RunningHearth.OPEN);
        if (route.startsWith("GET /api/public/")) {
            return place.listed() && open ? Set.of(200) : NOT_THERE;
        }
        if (route.equals("POST /api/public/reports")) {
            return open && place.shown() ? Set.of(201) : NOT_THERE;
        }
        if (NO_SESSION.contains(caller)) {
            return Set.of(401);
        }
        if (KEPT_OUT.contains(caller)) {
            return NOT_YOURS;
        }
        boolean writes = route.contains("reactions") || route.matches("(PUT|DELETE) .*/posts/\\{p}");
        // They may take their own posts back, so they come as far as anybody with those of others.
        if (writes && caller.equals("muted") && !route.equals("DELETE /api/threads/{t}/posts/{p}")) {
            return NOT_YOURS;
        }
        if (place.group().equals(RunningHearth.CLOSED) && !BELONG.contains(caller)) {
            return NOT_THERE;
        }
        return STAFF.contains(caller) ? asStaff(route, place, writes) : asReader(route, place);
    }

    private static Set<Integer> asReader(String route, Place place) {
        boolean there = route.contains("{p}") ? place.shown() : place.listed();
        if (!there) {
            return NOT_THERE;
        }
        return switch (route) {
            case "GET /api/threads/{t}/posts/{p}/history", "PUT /api/threads/{t}/posts/{p}", "DELETE /api/threads/{t}/posts/{p}" -> NOT_YOURS;
            case "POST /api/threads/{t}/posts/{p}/reports" -> Set.of(201);
            default -> route.endsWith("following") ? Set.of(204) : Set.of(200);
        };
    }

    // They read what waits for them, and change or answer nothing that they came upon that way.
    private static Set<Integer> asStaff(String route, Place place, boolean writes) {
        boolean there = route.contains("{p}") ? place.shown() : place.listed();
        if (there) {
            boolean answers = route.contains("reactions") && !place.group().equals(RunningHearth.CLOSED);
            return writes && !answers ? NOT_YOURS : route.endsWith("history") ? Set.of(200) : asReader(route, place);
        }
        return route.endsWith("following") ? Set.of(204) : route.startsWith("GET ") ? Set.of(200, 404) : Set.of(403, 404);
    }

    private static int ask(HearthClient caller, String route, String body, JsonNode post) {
        String[] parts = filled(route, post).split(" ");
        return caller.send(parts[0], parts[1], body.isEmpty() ? null : filled(body, post), Map.of()).status();
    }

    private static String filled(String text, JsonNode post) {
        return text.replace("{t}", post.path("threadId").asText()).replace("{p}", post.path("id").asText());
    }

    private Map<Place, JsonNode> posts(RunningHearth hearth) {
        Map<Place, JsonNode> posts = new LinkedHashMap<>();
        HearthClient author = hearth.as("author of all");
        hearth.invite(author, RunningHearth.CLOSED);
        for (String state : STATES) {
            if (state.equals("pending")) {
                faults.pause("ScreeningFunction");
            }
            for (String group : GROUPS) {
                for (boolean opening : List.of(true, false)) {
                    Place place = new Place(group, state, opening);
                    posts.put(place, made(hearth, author, place, posts.get(new Place(group, "published", true))));
                }
            }
        }
        return posts;
    }

    private JsonNode made(RunningHearth hearth, HearthClient author, Place place, JsonNode thread) {
        String text = words() + switch (place.state()) {
            case "held" -> " You can call me on 0161 496 0123 or write to wanda.walker@example.org.";
            case "escalated" -> " I have the pills in front of me and I am going to take them all tonight.";
            default -> "";
        };
        JsonNode post = place.opening()
                ? good(author.post("/api/groups/" + place.group() + "/threads", HearthClient.object("title", "A walk on a day in spring", "text", text))).path("post")
                : good(author.post("/api/threads/" + thread.path("threadId").asText() + "/posts", HearthClient.object("text", text)));
        if (!place.state().equals("pending")) {
            String verdict = hearth.verdict(author, post);
            assertThat(verdict).as(place.toString()).isEqualTo(Set.of("held", "escalated").contains(place.state()) ? "held" : "published");
        }
        switch (place.state()) {
            case "redacted", "hidden", "removed" -> decided(hearth, post, place.state());
            case "deleted" -> good(author.delete(filled("/api/threads/{t}/posts/{p}", post)));
            default -> { }
        }
        return post;
    }

    private void decided(RunningHearth hearth, JsonNode post, String state) {
        good(hearth.lead().post(filled("/api/threads/{t}/posts/{p}/reports", post), HearthClient.object("reason", "other", "note", "")));
        var decision = HearthClient.object("action", Map.of("redacted", "redact", "hidden", "hide", "removed", "remove").get(state), "rule", "be-kind", "reason", "Read.");
        if (state.equals("redacted")) {
            decision.put("text", words());
        }
        String path = "/api/moderation/cases/" + post.path("id").asText();
        good(hearth.moderator().put(path + "/claim"));
        good(hearth.moderator().post(path + "/decisions", decision));
    }

    private String words() {
        int n = written++;
        return "I saw " + List.of("two", "three", "four", "five", "six").get(n % 5) + " " + List.of("grey geese", "small boats", "slow trams", "old bicycles",
                "tall trees", "wet dogs", "red kites", "warm loaves", "blue cups", "loud gulls", "white horses").get(n % 11) + " " + List.of("by the canal",
                "behind the market", "near the library", "on the hill", "at the lake", "in the park", "along the coast", "under the bridge").get(n % 8) + " "
                + List.of("before breakfast", "after the rain", "on the way home", "in the morning sun", "as it got dark", "between two showers", "with my neighbour")
                        .get(n % 7) + ", and " + List.of("seven", "eight", "nine", "ten", "eleven", "twelve").get(n % 6) + " more later.";
    }
}
