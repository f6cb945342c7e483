package org.hearth.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hearth.local.tables.LocalDynamo;
import org.hearth.local.template.Template;

/** What every operation uses, at several sizes of the forum. */
final class Operations {
    /** @param posts in the thread with the most */
    record Size(int threads, int posts) {
        @Override
        public String toString() {
            return Figures.plain(threads) + " threads, " + Figures.plain(posts) + " posts";
        }
    }

    /** What is kept in docs/counted.json. */
    static final Size COUNTED = new Size(1_000, 100);
    static final List<Size> QUICK = List.of(new Size(10, 100), COUNTED);
    static final List<Size> FULL = List.of(new Size(10, 100), COUNTED, new Size(10_000, 10_000), new Size(100_000, 10_000));
    private static final String CROWD = "Finch";

    private final Path root;

    Operations(Path root) {
        this.root = root;
    }

    /** Measures at each size, the smallest first; the rows of every size are in the same order. */
    Map<Size, List<Row>> at(List<Size> sizes, Consumer<String> progress) throws IOException {
        Map<Size, List<Row>> measured = new LinkedHashMap<>();
        for (Size size : sizes) {
            measured.put(size, at(size, progress));
        }
        return measured;
    }

    // In tables of its own, so that what is done at one size (entries in the log, cases, drills) is not read at another.
    private List<Row> at(Size size, Consumer<String> progress) throws IOException {
        Template template = Front.template(root, Map.of());
        try (LocalDynamo dynamo = LocalDynamo.start(Template.region(), Optional.empty())) {
            dynamo.create(template.tables());
            try (Meter meter = Meter.before(dynamo, new WriteUnits(dynamo, template.tables()));
                    Front front = Front.start(root, meter.address())) {
                Journey journey = new Journey(front, dynamo, meter);
                journey.begin();
                progress.accept("filling the tables up to " + size);
                String first = journey.publishedThread(CROWD);
                String largest = journey.publishedThread(CROWD);
                journey.publishedReply(CROWD, largest);
                Copies copies = new Copies(dynamo);
                copies.ofThread(first, 2, size.threads());
                copies.ofLastPost(largest, 2, size.posts());
                progress.accept("every operation at " + size);
                return journey.made(largest);
            }
        }
    }

    /** The rows beside their budgets, and what is over them. */
    record Judged(List<List<String>> lines, List<String> broken) {
    }

    /** Holds what was measured to its budgets. */
    static Judged judged(Map<Size, List<Row>> measured, Budgets budgets) {
        List<List<Row>> sizes = List.copyOf(measured.values());
        List<List<String>> lines = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < sizes.getFirst().size(); i++) {
            int row = i;
            List<Row> same = sizes.stream().map(rows -> rows.get(row)).toList();
            Optional<Budgets.Operation> budget = budgets.operation(same.getFirst().operation());
            if (budget.isEmpty()) {
                broken.add(same.getFirst().operation() + " has no budget in docs/budgets.yaml: it uses " + most(same));
            } else {
                lines.add(line(same, budget.get(), broken));
            }
        }
        return new Judged(lines, broken);
    }

    /** Prints what was measured beside its budgets. */
    static void tell(Map<Size, List<Row>> measured, Budgets budgets, Report report) {
        Judged judged = judged(measured, budgets);
        report.table("What each operation uses, at " + String.join("; ", measured.keySet().stream().map(Size::toString).toList()),
                List.of("operation", "round trips", "read units", "write units", "bytes", "as it grows"), judged.lines());
        judged.broken().forEach(report::broken);
        double marks = unitsAThread(measured);
        report.hold("Read marks, in write units a thread", marks, budgets.most("read marks", "write units a view"));
        report.table("Read marks, " + ReadMarks.AT_ONCE + " threads in one write",
                List.of("", "write units for each thread with something new"),
                List.of(List.of("PUT /api/me/read", "%.2f of %.2f".formatted(marks,
                budgets.most("read marks", "write units a view")))));
    }

    /** What it costs to remember that somebody has read a thread. */
    static double unitsAThread(Map<Size, List<Row>> measured) {
        return measured.values().stream().flatMap(List::stream).filter(row -> row.operation().equals("PUT /api/me/read"))
                .mapToDouble(ReadMarks::unitsAThread).max().orElseThrow();
    }

    /** The routes of the template that the journey does not call, so that nobody takes them for measured. */
    static List<String> notCalled(Path root, List<Row> rows) {
        return Front.template(root, Map.of()).functions().stream().flatMap(function -> function.routes().stream())
                .map(route -> route.key())
                .filter(route -> rows.stream().noneMatch(row -> row.operation().contains(route))).toList();
    }

    private static List<String> line(List<Row> same, Budgets.Operation budget, List<String> broken) {
        Row most = most(same);
        hold(most.operation() + ": round trips", most.trips(), budget.trips(), broken);
        hold(most.operation() + ": read units", most.reads(), budget.reads(), broken);
        hold(most.operation() + ": write units", most.writes(), budget.writes(), broken);
        hold(most.operation() + ": bytes", most.bytes(), budget.bytes(), broken);
        if (!flat(same) && budget.grows().isEmpty()) {
            broken.add(most.operation() + " does not use the same as the forum grows, and docs/budgets.yaml gives no reason: "
                    + same);
        }
        return List.of(most.operation(), Figures.of(most.trips(), budget.trips()), Figures.of(most.reads(), budget.reads()),
                Figures.of(most.writes(), budget.writes()), Figures.of(most.bytes(), budget.bytes()),
                flat(same) ? "flat" : grown(same) + ": " + budget.grows().orElse("no reason is given"));
    }

    private static void hold(String what, double measured, double most, List<String> broken) {
        if (measured > most) {
            broken.add(what + " are " + Figures.plain(measured) + " and may be " + Figures.plain(most));
        }
    }

    private static Row most(List<Row> same) {
        Row first = same.getFirst();
        return new Row(first.operation(), same.stream().mapToInt(Row::trips).max().orElseThrow(), first.calls(),
                same.stream().mapToDouble(Row::reads).max().orElseThrow(),
                same.stream().mapToDouble(Row::writes).max().orElseThrow(),
                same.stream().mapToLong(Row::bytes).max().orElseThrow());
    }

    private static boolean flat(List<Row> same) {
        return same.stream().map(row -> List.of(row.trips(), row.reads(), row.writes())).distinct().count() == 1;
    }

    private static String grown(List<Row> same) {
        return String.join(" → ", same.stream().map(row -> Figures.plain(row.reads() + row.writes())).toList()) + " units";
    }
}
