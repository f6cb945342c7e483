package org.hearth.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.local.tables.LocalDynamo;
import org.hearth.local.template.Template;

/** How long a function needs to begin, from nothing to its first answer. */
final class Starts {
    private static final String LIST = "org.hearth.lambda.listing.ListingFunction::handleRequest";
    // A member asks for a list of threads, as the HTTP API hands it on.
    static final byte[] EVENT = """
            {"version":"2.0","routeKey":"GET /api/groups/{groupId}/threads","rawPath":"/api/groups/%1$s/threads",
            "rawQueryString":"","headers":{"accept":"application/json","host":"forum.example.org"},
            "pathParameters":{"groupId":"%1$s"},
            "requestContext":{"requestId":"bench",
            "authorizer":{"lambda":{"session":"member","memberId":"2H7M4Q9ZC1TX6R8WB3NKV5YJDA",
            "name":"blue teapot","role":"MEMBER","standing":"ACTIVE","until":"","groups":""}}},"isBase64Encoded":false}
            """.formatted(Journey.GROUP).getBytes(StandardCharsets.UTF_8);

    private final Path root;
    private final Budgets budgets;
    private final Report report;

    Starts(Path root, Budgets budgets, Report report) {
        this.root = root;
        this.budgets = budgets;
        this.report = report;
    }

    /** @param times how often each way is timed; 0 to count classes only */
    void measure(int times) throws IOException, InterruptedException {
        if (!ColdStart.possible()) {
            report.skipped("Cold start", "AWS's runtime interface client has native code for Linux only.");
            return;
        }
        Template template = Front.template(root, Map.of());
        try (LocalDynamo dynamo = LocalDynamo.start(Template.region(), Optional.empty())) {
            dynamo.create(template.tables());
            fill(dynamo);
            try (ColdStart start = ColdStart.of(root.resolve(Archive.PATH), dynamo.endpoint())) {
                report.progress("the classes of a start");
                long classes = start.classes(LIST, EVENT);
                report.hold("Classes loaded for a list of threads", classes, budgets.most("cold start", "classes"));
                report.table("What a start loads, from nothing to the answer", List.of("", "classes"), List.of(
                        List.of("a signed-in list of threads", Figures.of(classes, budgets.most("cold start", "classes")))));
                if (times > 0) {
                    time(start, times);
                }
            }
        }
    }

    private void fill(LocalDynamo dynamo) throws IOException {
        try (Meter meter = Meter.before(dynamo, new WriteUnits(dynamo, Front.template(root, Map.of()).tables()));
                Front front = Front.start(root, meter.address())) {
            Journey journey = new Journey(front, dynamo, meter);
            journey.begin();
            new Copies(dynamo).ofThread(journey.publishedThread("Finch"), 1, 25);
        }
    }

    private void time(ColdStart start, int times) throws IOException, InterruptedException {
        List<List<String>> lines = new ArrayList<>();
        List<Chart.Bar> bars = new ArrayList<>();
        line(lines, bars, "from nothing", runs(start, ColdStart.Way.PLAIN, times),
                budgets.most("cold start", "cpu milliseconds"));
        try {
            ColdStart.Way ahead = start.ahead(LIST, EVENT);
            line(lines, bars, "with an AOT cache", runs(start, ahead, times),
                    budgets.most("cold start", "cpu milliseconds with an AOT cache"));
        } catch (IllegalStateException e) {
            report.skipped("A start with an AOT cache", e.getMessage() + "; JDK 25 can.");
        }
        line(lines, bars, "after a snapshot, primed", runs(start, ColdStart.Way.SNAPSHOT, times), 0);
        report.table("A start of a signed-in list of threads, the least and the median of " + times,
                List.of("", "CPU-ms, least", "CPU-ms, median", "budget", "wall ms, median", "MB"), lines);
        report.plot("cold-start", Chart.bars("A start, from nothing to the answer", "CPU-ms, least of " + times, bars));
    }

    private List<ColdStart.Start> runs(ColdStart start, ColdStart.Way way, int times) throws IOException, InterruptedException {
        List<ColdStart.Start> runs = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            report.progress("start " + (i + 1) + " of " + times);
            ColdStart.Start run = start.once(LIST, EVENT, way);
            ColdStart.requireGood(run);
            runs.add(run);
        }
        return runs;
    }

    private static void line(List<List<String>> lines, List<Chart.Bar> bars, String name, List<ColdStart.Start> runs,
            double budget) {
        long[] cpu = runs.stream().mapToLong(ColdStart.Start::cpuMillis).toArray();
        double least = Figures.quantile(cpu, 0);
        lines.add(List.of(name, Figures.plain(least), Figures.plain(Figures.quantile(cpu, 0.5)), budget == 0 ? ""
                : Figures.plain(budget),
                Figures.plain(Figures.quantile(runs.stream().mapToLong(ColdStart.Start::wallMillis).toArray(), 0.5)),
                runs.getFirst().megabytes() < 0 ? "not known here"
                : Figures.plain(runs.stream().mapToLong(ColdStart.Start::megabytes).max().orElseThrow())));
        bars.add(new Chart.Bar(name, least, budget));
    }
}
