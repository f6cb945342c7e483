package org.hearth.local;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.hearth.local.client.SignInException;
import org.hearth.local.demo.Community;
import org.hearth.local.demo.Seed;
import org.hearth.local.deployed.DeployedHearth;
import org.hearth.local.deployed.Deployment;
import org.hearth.local.faults.Faults;
import org.hearth.local.functions.FunctionFailure;
import org.hearth.local.issuer.Role;
import org.hearth.local.outbox.Outbox;
import org.hearth.local.tables.LocalDynamo;

/**
 * All of Hearth, started inside a test: the deployed archive on real tables and streams, behind the gateway. Most tests share
 * one ({@link #shared()}, without limits); a test that moves the clock or needs limits starts its own, which takes two seconds.
 * With the environment variable {@code HEARTH_DEPLOYMENT} all of them meet the one that bin/localstack deployed, and a test that
 * needs what can't be had there (a clock that can be moved, limits, faults, the log, tables of its own) is skipped and says so.
 * It needs the built archive, so its tests end in {@code IT} and run after {@code package}.
 */
public final class RunningHearth implements AutoCloseable {
    /** A public group in which nobody's first posts are held. */
    public static final String OPEN = "open-room";
    /** A public group in which a newcomer's first three posts are held. */
    public static final String NEWCOMERS = "front-room";
    /** A group for members only, in which nobody's first posts are held. */
    public static final String MEMBERS = "members-room";
    /** A group by invitation, in which nobody's first posts are held; {@link #invite} opens it to somebody. */
    public static final String CLOSED = "closed-room";
    /** A public group for a test that changes what it pleases in it. */
    public static final String ANYTHING = "anything-room";

    private static final int TRIES = 4;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger STRANGERS = new AtomicInteger();

    private final RunningForum hearth;
    private final Output output;
    private final Map<String, HearthClient> people = new ConcurrentHashMap<>();

    private static final Optional<Path> DEPLOYMENT =
            Optional.ofNullable(System.getenv("HEARTH_DEPLOYMENT")).map(file -> root().resolve(file));
    /** Long, for machines that do much else at the same time. */
    private static final Duration PATIENCE = Duration.ofSeconds(DEPLOYMENT.isPresent() ? 240 : 60);

    private static final class Shared {
        private static final RunningHearth WITHOUT_LIMITS = closedAtTheEnd(start(false));
    }

    private static final class SharedDeployed {
        private static final RunningHearth ONE = closedAtTheEnd(withRooms(new RunningHearth(Deployment.read(DEPLOYMENT.orElseThrow()))));
    }

    private static final class SharedDemo {
        private static final RunningHearth DEMO = closedAtTheEnd(startWithDemo());
    }

    private RunningHearth(boolean limits, Faults faults) {
        this.output = Output.captured();
        try {
            this.hearth = LocalHearth.start(new LocalHearth.Settings(
                    root(), 0, Optional.empty(), limits, Community.read().personas(), false, output::add).with(faults));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunningHearth(Deployment deployment) {
        this.output = Output.captured();
        try {
            this.hearth = DeployedHearth.start(root(), deployment, Community.read().personas(), false, output::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that tests share: without limits, with the five groups of this class, and whatever other tests did to it. */
    public static RunningHearth shared() {
        return Shared.WITHOUT_LIMITS;
    }

    /** One that tests share which only read: with the demo community and nothing else. */
    public static RunningHearth sharedDemo() {
        onlyOnALaptop(DEPLOYMENT.isEmpty(), "the demo community, which takes a clock that can be moved");
        return SharedDemo.DEMO;
    }

    /** One of the test's own, with the five groups of this class. */
    public static RunningHearth start(boolean limits) {
        return start(limits, Faults.NONE);
    }

    /** One of the test's own, in which things go wrong on purpose; without limits. */
    public static RunningHearth startWith(Faults faults) {
        return start(false, faults);
    }

    private static RunningHearth start(boolean limits, Faults faults) {
        if (DEPLOYMENT.isPresent()) {
            onlyOnALaptop(!limits && !faults.possible(), "limits or faults of its own");
            return SharedDeployed.ONE;
        }
        return withRooms(new RunningHearth(limits, faults));
    }

    private static RunningHearth withRooms(RunningHearth running) {
        ObjectNode setup = JSON.createObjectNode();
        setup.putArray("memberships");
        group(setup, OPEN, "The open room", "public", 0);
        group(setup, NEWCOMERS, "The front room", "public", 3);
        group(setup, MEMBERS, "The members' room", "members", 0);
        group(setup, CLOSED, "The closed room", "restricted", 0);
        group(setup, ANYTHING, "The room for anything", "public", 0);
        running.setUp(setup);
        return running;
    }

    // On a busy machine the first call of a function may take longer than the template gives it.
    private void setUp(ObjectNode setup) {
        for (int i = 1; i < TRIES; i++) {
            try {
                invoke("SetupFunction", setup);
                return;
            } catch (AssertionError slow) {
                // Once more, then; what is there stays as it is.
            }
        }
        invoke("SetupFunction", setup);
    }

    private static RunningHearth startWithDemo() {
        RunningHearth running = new RunningHearth(false, Faults.NONE);
        try {
            new Seed(running.runner(), Community.read()).everything();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return running;
    }

    private static RunningHearth closedAtTheEnd(RunningHearth running) {
        Runtime.getRuntime().addShutdownHook(new Thread(running.hearth::close));
        return running;
    }

    private static void group(ObjectNode setup, String id, String name, String visibility, int newcomerPosts) {
        setup.withArray("groups").addObject().put("id", id).put("name", name).put("description", "A room for tests.")
                .put("visibility", visibility).put("newcomerPosts", newcomerPosts).putArray("labels");
    }

    /** The folder of the repository, with its template. */
    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("template.yaml")) ? here : here.getParent();
    }

    public URI address() {
        return hearth.address();
    }

    /** Where the sign-in page is: beside the forum on a laptop, and for deployed functions where they can reach it too. */
    public String signInHost() {
        return DEPLOYMENT.map(file -> Deployment.read(file).issuer().getHost()).orElse("localhost");
    }

    /** How long a page may take to show something: a deployed function's first call makes a container. */
    public Duration pagePatience() {
        return Duration.ofSeconds(DEPLOYMENT.isPresent() ? 60 : 10);
    }

    /** Somebody who is not signed in. */
    public HearthClient visitor() {
        return HearthClient.visitor(address());
    }

    /** A member of that name, signed in; joins when first asked for. */
    public HearthClient as(String name) {
        return as(name, Role.MEMBER);
    }

    /** Somebody of that name and role, signed in; joins when first asked for. */
    public HearthClient as(String name, Role role) {
        return people.computeIfAbsent(role.pool() + " " + name, key -> signedIn(name, role));
    }

    // The first sign-in on a busy machine may take the issuer longer than the forum waits for it.
    private HearthClient signedIn(String name, Role role) {
        for (int i = 1; i < TRIES; i++) {
            try {
                return HearthClient.signedIn(address(), name, role).joinedAs(name);
            } catch (SignInException slow) {
                // Once more, then.
            }
        }
        return HearthClient.signedIn(address(), name, role).joinedAs(name);
    }

    /** A member whom no other test knows. */
    public HearthClient somebodyNew() {
        return as("stranger" + STRANGERS.incrementAndGet());
    }

    public HearthClient moderator() {
        return as("Maren", Role.MODERATOR);
    }

    public HearthClient otherModerator() {
        return as("Tobias", Role.MODERATOR);
    }

    public HearthClient lead() {
        return as("Ngozi", Role.LEAD);
    }

    public HearthClient admin() {
        return as("Elif", Role.ADMIN);
    }

    /** Makes one more group, in which nobody's first posts are held. */
    public void makeGroup(String id, String visibility) {
        ObjectNode setup = JSON.createObjectNode();
        setup.putArray("memberships");
        group(setup, id, "Room " + id, visibility, 0);
        setUp(setup);
    }

    /** Lets somebody into a restricted group, at once. */
    public void invite(HearthClient person, String group) {
        ObjectNode setup = JSON.createObjectNode();
        setup.putArray("groups");
        setup.putArray("memberships").addObject().put("groupId", group).put("memberId", good(person.get("/api/me")).path("id").asText());
        invoke("SetupFunction", setup);
        hearth.forgetAuthorizations();
    }

    /**
     * Waits until a post has been checked.
     *
     * @param post as the API gave it to its author
     * @return its status then, as its author sees it
     */
    public String verdict(HearthClient author, JsonNode post) {
        String path = "/api/threads/" + post.path("threadId").asText() + "/posts/" + post.path("id").asText();
        return Awaitility.await("the verdict").atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10))
                .until(() -> good(author.get(path)).path("status").asText(), status -> !status.equals("pending"));
    }

    /** Starts a thread and waits until it is published; returns {@code {"thread","post"}}. Fails if it is held instead. */
    public JsonNode publishedThread(HearthClient author, String group, String title, String text) {
        JsonNode created = good(author.post("/api/groups/" + group + "/threads", HearthClient.object("title", title, "text", text)));
        String status = verdict(author, created.path("post"));
        if (!status.equals("published")) {
            throw new AssertionError("This thread should have been published, and is " + status + ": " + title);
        }
        return created;
    }

    /** The open case of a post, as the moderator sees it whole; waits until there is one. */
    public JsonNode caseOf(JsonNode post) {
        return Awaitility.await("the post's case").atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20))
                .until(() -> find(post.path("id").asText()), Optional::isPresent).orElseThrow();
    }

    private Optional<JsonNode> find(String postId) {
        String cursor = "";
        do {
            JsonNode page = good(moderator().get("/api/moderation/cases?state=open" + cursor));
            for (JsonNode item : page.path("items")) {
                JsonNode whole = good(moderator().get("/api/moderation/cases/" + item.path("id").asText()));
                if (whole.path("post").path("id").asText().equals(postId)) {
                    return Optional.of(whole);
                }
            }
            cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
        } while (!cursor.isEmpty());
        return Optional.empty();
    }

    /** Claims the post's case and decides it; returns what the API said to the decision. */
    public Answer decide(HearthClient moderator, JsonNode post, ObjectNode decision) {
        String path = "/api/moderation/cases/" + caseOf(post).path("id").asText();
        good(moderator.put(path + "/claim"));
        return moderator.post(path + "/decisions", decision);
    }

    /** The body of an answer that has to be a good one. */
    public static JsonNode good(Answer answer) {
        if (!answer.isGood()) {
            throw new AssertionError("The API refused: " + answer.problem());
        }
        return answer.json();
    }

    /** Calls a function as an operator does with {@code aws lambda invoke}. */
    public JsonNode invoke(String function, JsonNode event) {
        try {
            return JSON.readTree(hearth.invoke(function, JSON.writeValueAsBytes(event)));
        } catch (IOException | FunctionFailure e) {
            throw new AssertionError(function + " failed: " + e.getMessage(), e);
        }
    }

    /** Does what EventBridge does each minute: calls every scheduled function once. */
    public void runSchedules() {
        try {
            hearth.runSchedules();
        } catch (FunctionFailure e) {
            throw new AssertionError("A scheduled function failed: " + e.getMessage(), e);
        }
    }

    /** Moves the functions' clock to this time, from which it goes on; sessions keep to the real time. Not on a shared one. */
    public void moveClockTo(Instant time) {
        onlyOnALaptop(hearth instanceof LocalHearth, "a clock that can be moved");
        hearth.moveClockTo(time);
    }

    /** Lets a changed standing count for reading at once, instead of within a minute. */
    public void forgetAuthorizations() {
        hearth.forgetAuthorizations();
    }

    public LocalDynamo tables() {
        return runner().tables();
    }

    /** What would have left AWS so far, newest first. */
    public List<Outbox.Message> outbox() {
        return hearth.outbox().messages();
    }

    /** Everything that functions and runner logged or printed since this began. */
    public List<String> output() {
        onlyOnALaptop(hearth instanceof LocalHearth, "the functions' log");
        return output.lines();
    }

    /** The runner itself, for tests of its parts. */
    public LocalHearth runner() {
        onlyOnALaptop(hearth instanceof LocalHearth, "the runner's own parts");
        return (LocalHearth) hearth;
    }

    /** For a test of mail, which a deployment without SES offers nobody. */
    public void needsMail() {
        onlyOnALaptop(hearth instanceof LocalHearth, "mail");
    }

    private static void onlyOnALaptop(boolean possible, String what) {
        assumeTrue(possible, "This needs " + what + ", which there is on a laptop only.");
    }

    @Override
    public void close() {
        if (this.hearth instanceof LocalHearth) {
            hearth.close();
        }
    }
}
