package org.hearth.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearth.local.LocalHearth;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;

/**
 * Fills an empty Hearth with the made-up community, through the same doors as everybody: the API, as the people themselves,
 * each at their own time by the clock that can be moved. What has been done before is not done twice.
 */
public final class Seed {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEEPER_OF_RESOURCES = "Elif";
    private static final Duration A_MODERATORS_PAUSE = Duration.ofMinutes(12);
    /** Until then the story's moderators read nobody's first posts, which would be most of the work of filling it. */
    private static final Duration NEWCOMERS_ARE_READ_SINCE = Duration.ofDays(9);

    private final LocalHearth hearth;
    private final Community community;
    private final People people;
    private final Moderators moderators;
    private final Map<String, String> threads = new HashMap<>();
    private final Map<Community.On, Post> posts = new HashMap<>();
    private final Set<Community.On> leftWaiting = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private Instant clock = Instant.EPOCH;
    private boolean newcomersAreRead;

    private record Post(String threadId, String id) {
        String path() {
            return "/api/threads/" + threadId + "/posts/" + id;
        }
    }

    public Seed(LocalHearth hearth, Community community) {
        this.hearth = hearth;
        this.community = community;
        this.people = new People(hearth.address(), community.personas());
        this.moderators = new Moderators(people);
        community.held().forEach(held -> leftWaiting.add(held.on()));
        community.decisions().forEach(decision -> leftWaiting.add(decision.on()));
    }

    /** Makes the groups only. */
    public void groups() {
        newcomersAreRead = true;
        setUpGroups();
    }

    private void setUpGroups() {
        ObjectNode setup = JSON.createObjectNode();
        for (Community.Group group : community.groups()) {
            ObjectNode one = setup.withArray("groups").addObject();
            one.put("id", group.id()).put("name", group.name()).put("description", group.description())
                    .put("visibility", group.visibility()).put("newcomerPosts", newcomersAreRead ? group.newcomerPosts() : 0);
            group.labels().forEach(one.putArray("labels")::add);
        }
        setup.putArray("memberships");
        setUp(setup);
    }

    /** Makes everything. The clock is right again when this returns. */
    public void everything() {
        try {
            Instant now = Instant.now();
            List<Timeline.Event> events = Timeline.of(community, now);
            moveTo(events.getFirst().at().minus(Duration.ofDays(1)));
            setUpGroups();
            people.signIn();
            boolean invited = false;
            for (Timeline.Event event : events) {
                if (!invited && !(event instanceof Timeline.Joined) && everybodyInvitedHasJoined()) {
                    invite();
                    invited = true;
                }
                moveTo(event.at());
                if (!newcomersAreRead && clock.isAfter(now.minus(NEWCOMERS_ARE_READ_SINCE))) {
                    groups();
                }
                happen(event);
                if (event instanceof Timeline.Joined(var at, var person) && person.name().equals(KEEPER_OF_RESOURCES)) {
                    keepResources(now);
                }
            }
            hearth.resetClock();
            finish();
        } finally {
            hearth.resetClock();
        }
    }

    private void keepResources(Instant now) {
        for (Community.Resource resource : community.resources()) {
            ObjectNode body = HearthClient.object("title", resource.title(), "text", resource.text())
                    .put("url", resource.url()).put("region", resource.region())
                    .put("reviewBy", now.plus(Duration.ofDays(resource.reviewInDays())).toString());
            expect(people.get(KEEPER_OF_RESOURCES).post("/api/moderation/resources", body), "the resource " + resource.title());
        }
    }

    private void happen(Timeline.Event event) {
        switch (event) {
            case Timeline.Joined joined -> people.join(joined.person().name());
            case Timeline.Posted posted -> post(posted);
            case Timeline.Reported(var at, var report) -> report(report);
            case Timeline.Decided(var at, var decision) -> decide(decision);
            case Timeline.Appealed(var at, var appeal) -> appeal(appeal);
        }
    }

    private void moveTo(Instant time) {
        clock = time.isAfter(clock) ? time : clock;
        hearth.moveClockTo(clock);
    }

    private boolean everybodyInvitedHasJoined() {
        return community.groups().stream().flatMap(group -> group.members().stream()).allMatch(people::hasJoined);
    }

    private void invite() {
        ObjectNode setup = JSON.createObjectNode();
        setup.putArray("groups");
        for (Community.Group group : community.groups()) {
            group.members().forEach(name -> setup.withArray("memberships").addObject()
                    .put("groupId", group.id()).put("memberId", people.id(name)));
        }
        setUp(setup);
        hearth.forgetAuthorizations();
    }

    private void setUp(ObjectNode wanted) {
        try {
            JsonNode answer = JSON.readTree(hearth.invoke("SetupFunction", JSON.writeValueAsBytes(wanted)));
            if (answer.has("refused")) {
                throw new IllegalStateException("The demo's groups were refused: " + answer.path("refused"));
            }
        } catch (java.io.IOException | org.hearth.local.functions.FunctionFailure e) {
            throw new IllegalStateException("The demo's groups can't be made: " + e.getMessage(), e);
        }
    }

    private void post(Timeline.Posted posted) {
        HearthClient author = people.get(posted.by());
        String key = "demo-" + Integer.toHexString(posted.on().hashCode());
        String title = posted.thread().title();
        if (!posted.opens() && !posted.by().equals(posted.thread().by())) {
            openFor(posted.thread());
        }
        Answer answer = posted.opens()
                ? author.post("/api/groups/" + posted.thread().group() + "/threads",
                        HearthClient.object("title", title, "text", posted.text()), key)
                : author.post("/api/threads/" + threads.get(title) + "/posts", HearthClient.object("text", posted.text()), key);
        JsonNode created = expect(answer, posted.by() + " in \"" + title + "\"");
        JsonNode post = posted.opens() ? created.path("post") : created;
        threads.putIfAbsent(title, post.path("threadId").asText());
        posts.put(posted.on(), new Post(post.path("threadId").asText(), post.path("id").asText()));
        boolean mayBeHeldAsNew = newcomersAreRead && people.isNew(posted.by());
        if (mayBeHeldAsNew || leftWaiting.contains(posted.on())) {
            settle(posted);
        } else {
            people.published(posted.by());
        }
    }

    /** Waits for the verdict, and has a moderator approve what only waits because its author is new. */
    private void settle(Timeline.Posted posted) {
        Post post = posts.get(posted.on());
        String status = verdict(people.get(posted.by()), post);
        if (status.equals("published")) {
            people.published(posted.by());
        } else if (!leftWaiting.contains(posted.on())) {
            moveTo(clock.plus(A_MODERATORS_PAUSE));
            moderators.approve(post.id());
            people.published(posted.by());
        }
    }

    /** Not sooner than somebody answers, so that the checks of one thread run while the next ones are written. */
    private void openFor(Community.Thread thread) {
        if (open.add(thread.title())) {
            letThrough(new Community.On(thread.title(), thread.by(), 0));
        }
    }

    /** Others are about to see this post: a moderator publishes it if a check was more careful than the story expects. */
    private void letThrough(Community.On on) {
        Post post = find(on);
        String status = verdict(people.get(on.by()), post);
        if (status.equals("held") || status.equals("escalated")) {
            moderators.approve(post.id());
        }
    }

    private String verdict(HearthClient author, Post post) {
        long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < patience) {
            long seen = hearth.changes().count();
            String status = expect(author.get(post.path()), "reading " + post.path()).path("status").asText();
            if (!status.equals("pending")) {
                return status;
            }
            awaitMoreThan(seen);
        }
        throw new IllegalStateException("A post of the demo was not checked within a minute.");
    }

    private void awaitMoreThan(long seen) {
        try {
            hearth.changes().awaitMoreThan(seen, Duration.ofMillis(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What no check stopped and nobody reported, a moderator who comes across it reports first. */
    private void decide(Community.Decision decision) {
        Post post = find(decision.on());
        if (!moderators.haveCaseOf(post.id())) {
            ObjectNode report = HearthClient.object("reason", "rules", "note", "Seen while reading along.");
            expect(people.get(decision.by()).post(post.path() + "/reports", report, key("seen", decision)), decision.by() + "'s report");
        }
        moderators.decide(decision.by(), post.id(), decision);
    }

    private void report(Community.Report report) {
        Post post = find(report.on());
        letThrough(report.on());
        ObjectNode body = HearthClient.object("reason", report.reason(), "note", report.note());
        if (report.by().equals("visitor")) {
            body.put("threadId", post.threadId()).put("postId", post.id());
            expect(HearthClient.visitor(hearth.address()).post("/api/public/reports", body, key("report", report)), "a visitor's report");
        } else {
            expect(people.get(report.by()).post(post.path() + "/reports", body, key("report", report)), report.by() + "'s report");
        }
    }

    private void appeal(Community.Appeal appeal) {
        HearthClient author = people.get(appeal.by());
        String postId = find(appeal.on()).id();
        for (JsonNode post : expect(author.get("/api/me/posts"), "reading " + appeal.by() + "'s posts").path("items")) {
            if (post.path("id").asText().equals(postId)) {
                String decision = post.path("decision").path("id").asText();
                expect(author.post("/api/appeals", HearthClient.object("decisionId", decision, "note", appeal.note()),
                        key("appeal", appeal)), appeal.by() + "'s appeal");
                return;
            }
        }
        throw new IllegalStateException("The demo's appeal of " + appeal.by() + " names a post that is not among the newest.");
    }

    /** Whatever was held against expectation is let through, so that the demo reads as it was written. */
    private void finish() {
        moderators.approveTheRest(post -> posts.entrySet().stream()
                .anyMatch(known -> known.getValue().id().equals(post) && !leftWaiting.contains(known.getKey())
                        && community.reports().stream().noneMatch(report -> report.on().equals(known.getKey()))));
        community.claims().forEach(claim -> moderators.claim(claim.by(), find(claim.on()).id()));
    }

    private Post find(Community.On on) {
        Post post = posts.get(on);
        if (post == null) {
            throw new IllegalStateException("The demo names a post that it does not have: " + on);
        }
        return post;
    }

    private static String key(String kind, Object what) {
        return "demo-" + kind + "-" + Integer.toHexString(what.hashCode());
    }

    static JsonNode expect(Answer answer, String what) {
        if (!answer.isGood()) {
            throw new IllegalStateException("The demo can't go on at " + what + ": " + answer.problem());
        }
        return answer.json();
    }
}
