package org.hearth.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hearth.local.costs.Costs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/bench}: measures what Hearth uses and how quick it is, beside the budgets. */
@Command(name = "bin/bench", sortOptions = false, usageHelpAutoWidth = true,
        description = {"Measures what Hearth uses and how quick it is, each figure beside its budget in docs/budgets.yaml.",
            "Prints tables, and keeps them with plots in target/bench, each part by itself. Ends with status 1 if a budget",
            "is broken that is the same on every machine: units, round trips, bytes, requests, classes, the archive's size."})
final class Bench implements Callable<Integer> {
    @Option(names = "--quick", description = "Measures only what is the same on every machine, in under a minute.")
    private boolean quick;

    @Option(names = "--timed",
            description = "Measures only the parts that take times, to be run again on a quiet machine, in about five minutes.")
    private boolean timed;

    @Option(names = "--only", paramLabel = "PART",
            description = "Measures only this part: ${COMPLETION-CANDIDATES}. Several may be given; others stay as kept.")
    private Set<Part> only = EnumSet.noneOf(Part.class);

    @Option(names = "--starts", paramLabel = "N", defaultValue = "7",
            description = "How often each cold start is timed, ${DEFAULT-VALUE} if not given.")
    private int starts;

    @Option(names = "--write",
            description = "Puts the tables into docs/performance.md, and what was counted into docs/counted.json.")
    private boolean write;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this.")
    private boolean help;

    /** What can be measured by itself. */
    enum Part {
        archive, operations, starts, pages, requests, visible, bill;

        private static final Set<Part> TIMED = EnumSet.of(starts, pages, requests, visible);
        private static final Set<Part> TIMES_ONLY = EnumSet.of(requests, visible);
    }

    private Bench() {
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).setParameterExceptionHandler((mistake, given) -> {
            System.err.println(mistake.getMessage() + " (bin/bench --help lists what there is.)");
            return 2;
        }).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        if (starts < 1 || quick && timed) {
            System.err.println(starts < 1 ? "--starts must be at least 1."
                    : "--quick and --timed have nothing in common: give one of them.");
            return 2;
        }
        Path root = Path.of(System.getProperty("hearth.root", "")).toAbsolutePath();
        Report report = new Report(root);
        boolean free = true;
        for (Part part : Arrays.stream(Part.values()).filter(this::wanted).toList()) {
            free = free && measured(part, root, report);
        }
        ObjectNode all = report.close();
        if (write) {
            PerformancePage.write(root, all);
        }
        report.broken().forEach(sentence -> System.err.println("Over budget: " + sentence + "."));
        return free && report.broken().isEmpty() ? 0 : 1;
    }

    private boolean wanted(Part part) {
        return (only.isEmpty() || only.contains(part)) && (!quick || !Part.TIMES_ONLY.contains(part))
                && (!timed || Part.TIMED.contains(part));
    }

    private boolean measured(Part part, Path root, Report report) throws IOException, InterruptedException {
        Machine machine = Machine.here();
        report.begin(part, machine);
        if (!quick && Part.TIMED.contains(part)) {
            machine.disturbance().ifPresent(why -> report.note(why + "."));
        }
        try {
            measure(part, root, Budgets.read(root), report);
        } catch (IOException | RuntimeException e) {
            report.skipped(part.toString(), why(e));
            return false;
        }
        report.end(part);
        return true;
    }

    // The other parts may still be measured, and what is known of this one is a sentence, not where in the code it ended.
    private static String why(Exception fault) {
        List<Throwable> causes = Stream.<Throwable>iterate(fault, Objects::nonNull, Throwable::getCause).toList();
        if (causes.stream().anyMatch(BindException.class::isInstance)) {
            return "No port of this machine is free.";
        }
        if (causes.stream().anyMatch(SocketException.class::isInstance)) {
            return "A program can't reach another on this machine: its own network, 127.0.0.1, is away.";
        }
        return "It ended early: " + fault.getMessage();
    }

    private void measure(Part part, Path root, Budgets budgets, Report report) throws IOException, InterruptedException {
        switch (part) {
            case archive -> archive(root, budgets, report);
            case operations -> operations(root, budgets, report);
            case starts -> new Starts(root, budgets, report).measure(quick ? 0 : starts);
            case pages -> new Pages(root, budgets, report).measure(!quick);
            case requests -> new Requests(root, budgets, report).measure();
            case visible -> new Visible(root, budgets, report).measure();
            case bill -> report.text("The bill", Costs.tables(root));
        }
    }

    private void operations(Path root, Budgets budgets, Report report) throws IOException {
        Map<Operations.Size, List<Row>> measured = new Operations(root)
                .at(quick ? Operations.QUICK : Operations.FULL, report::progress);
        Operations.tell(measured, budgets, report);
        Operations.notCalled(root, measured.values().iterator().next())
                .forEach(route -> report.skipped(route, "The bench's journey does not call it."));
        if (write) {
            Counted.write(root, measured.get(Operations.COUNTED));
        }
    }

    private static void archive(Path root, Budgets budgets, Report report) throws IOException {
        double most = budgets.most("archive", "bytes");
        long size = Files.size(root.resolve(Archive.PATH));
        report.hold("The archive, in bytes", size, most);
        report.table("The archive that is deployed", List.of("", "bytes"),
                List.of(List.of(Archive.PATH, Figures.of(size, most))));
    }
}
