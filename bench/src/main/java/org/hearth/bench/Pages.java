package org.hearth.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.hearth.local.client.HearthClient;
import org.hearth.local.issuer.Role;

/** What each page asks for, and how long a phone on a slow line waits for its content: the first time and again. */
final class Pages {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int THREADS = 25;
    private static final int POSTS = 20;

    private final Path root;
    private final Budgets budgets;
    private final Report report;

    /** What there is to look at. */
    private record Filled(String thread, String post, String member, String caseId) {
    }

    private record Place(String path, Role role) {
        String name() {
            return path.replaceFirst("\\?.*", "").substring(1);
        }
    }

    Pages(Path root, Budgets budgets, Report report) {
        this.root = root;
        this.budgets = budgets;
        this.report = report;
    }

    /** @param all every page on a slow line; else only what a visit to the two that are read most asks for */
    void measure(boolean all) throws IOException {
        Optional<Path> chromium = Phone.chromium();
        if (chromium.isEmpty()) {
            report.skipped("Pages", "There is no Chromium on this machine; install one, or set HEARTH_CHROMIUM to its path.");
            return;
        }
        try (Child hearth = Child.start(Whole.class, root.toString())) {
            URI site = URI.create(hearth.line());
            Filled filled = fill(site);
            try (Phone phone = Phone.with(chromium.get(), site)) {
                readMost(phone, site, filled);
                if (all) {
                    everyPage(phone, site, filled);
                }
            }
        }
    }

    private static Filled fill(URI site) {
        HearthClient robin = HearthClient.signedIn(site, "Robin", Role.MEMBER).joinedAs("Robin");
        JsonNode opening = null;
        for (int i = 0; i < THREADS; i++) {
            JsonNode started = Stage.good(robin.post("/api/groups/" + Journey.GROUP + "/threads",
                    HearthClient.object("title", "Good morning, all of you", "text", Words.text(i))));
            opening = started.path("post");
        }
        awaitCheck(robin, opening);
        String thread = opening.path("threadId").asText();
        HearthClient wren = HearthClient.signedIn(site, "Wren", Role.MEMBER).joinedAs("Wren");
        JsonNode post = null;
        for (int i = 0; i < POSTS; i++) {
            post = Stage.good(wren.post("/api/threads/" + thread + "/posts", HearthClient.object("text", Words.text(i))));
        }
        awaitCheck(wren, post);
        Stage.good(HearthClient.visitor(site).post("/api/public/reports",
                HearthClient.object("reason", "other", "note", "The door of the meeting room sticks.")));
        JsonNode queue = Stage.good(person(site, Role.MODERATOR).get("/api/moderation/cases"));
        return new Filled(thread, post.path("id").asText(), Stage.id(wren), queue.at("/items/0/id").asText());
    }

    // Nobody else sees a post before.
    private static void awaitCheck(HearthClient author, JsonNode post) {
        long begin = System.nanoTime();
        while (author.get(Writing.path(post)).json().path("status").asText().equals("pending")) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("A post was not checked within " + PATIENCE + ", so no page was measured");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private void readMost(Phone phone, URI site, Filled filled) {
        List<List<String>> first = new ArrayList<>();
        List<List<String>> next = new ArrayList<>();
        Optional<HearthClient> member = Optional.of(person(site, Role.MEMBER));
        for (Place place : List.of(new Place("/group.html?id=" + Journey.GROUP, null),
                new Place("/thread.html?id=" + filled.thread(), null))) {
            report.progress("visits to " + place.name());
            first.add(held(place.name(), phone.firstAndAgain(place.path(), Optional.empty(), false).getFirst()));
            Phone.Visit again = phone.firstAndAgain(place.path(), member, false).getLast();
            next.add(List.of(place.name(), Integer.toString(again.requests()), Integer.toString(again.calls()),
                    Figures.plain(again.bytes())));
        }
        report.table("A first visit, on the wire", List.of("", "requests", "bytes", "bytes of script"), first);
        report.table("A member’s next visit, on the wire", List.of("", "requests", "of them to the API", "bytes"), next);
    }

    private List<String> held(String name, Phone.Visit visit) {
        double requests = budgets.most("first visit", "requests");
        double bytes = budgets.most("first visit", "bytes");
        double script = budgets.most("first visit", "script bytes");
        report.hold(name + ": requests", visit.requests(), requests);
        report.hold(name + ": bytes", visit.bytes(), bytes);
        report.hold(name + ": bytes of script", visit.scriptBytes(), script);
        return List.of(name, Figures.of(visit.requests(), requests), Figures.of(visit.bytes(), bytes),
                Figures.of(visit.scriptBytes(), script));
    }

    private void everyPage(Phone phone, URI site, Filled filled) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        List<Chart.Bar> bars = new ArrayList<>();
        for (Place place : places(filled)) {
            report.progress(place.name() + " on slow 4G");
            try {
                List<Phone.Visit> visits = phone.firstAndAgain(place.path(),
                        Optional.ofNullable(place.role()).map(role -> person(site, role)), true);
                lines.add(Stream.of(Stream.of(place.name(), place.role() == null ? "visitor" : place.role().word()),
                        visits.stream().flatMap(Pages::cells)).flatMap(cells -> cells).toList());
                bars.add(new Chart.Bar(place.name(), Math.max(0, visits.getFirst().contentMillis()), 0));
            } catch (PlaywrightException e) {
                report.skipped(place.name(), "The browser said: " + e.getMessage().lines().findFirst().orElse(""));
            }
        }
        report.table("Every page on slow 4G (150 ms, 1.6 Mbit/s) with a CPU a quarter as quick",
                List.of("page", "as", "requests", "bytes",
                "script ms", "content ms", "again: requests", "again: bytes", "again: script ms", "again: content ms"), lines);
        report.plot("pages", Chart.bars("Until a page's content is there, first visit, slow 4G, a quarter of the CPU", "ms",
                bars));
    }

    private static Stream<String> cells(Phone.Visit visit) {
        return Stream.of(Integer.toString(visit.requests()), Figures.plain(visit.bytes()),
                Figures.plain(Math.rint(visit.scriptMillis())),
                visit.contentMillis() < 0 ? "not told" : Figures.plain(Math.rint(visit.contentMillis())));
    }

    private static HearthClient person(URI site, Role role) {
        String name = role == Role.MEMBER ? "Linnet" : role == Role.MODERATOR ? "Maren" : "Ngozi";
        return HearthClient.signedIn(site, name, role).joinedAs(name);
    }

    private List<Place> places(Filled filled) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("static-site/public"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".html")).sorted()
                    .map(name -> place(name, filled)).toList();
        }
    }

    private static Place place(String name, Filled filled) {
        String path = "/" + name;
        return switch (name) {
            case "group.html" -> new Place(path + "?id=" + Journey.GROUP, null);
            case "thread.html" -> new Place(path + "?id=" + filled.thread(), null);
            case "report.html" -> new Place(path + "?thread=" + filled.thread() + "&post=" + filled.post(), null);
            case "compose.html" -> new Place(path + "?group=" + Journey.GROUP, Role.MEMBER);
            case "member.html" -> new Place(path + "?id=" + filled.member(), Role.MEMBER);
            case "account.html" -> new Place(path, Role.MEMBER);
            case "case.html" -> new Place(path + "?id=" + filled.caseId(), Role.MODERATOR);
            case "moderate.html", "handover.html", "care.html", "greet.html" -> new Place(path, Role.MODERATOR);
            case "audit.html", "rota.html", "drill.html", "checks.html", "resources.html", "invitations.html" -> new Place(path, Role.LEAD);
            default -> new Place(path, null);
        };
    }
}
