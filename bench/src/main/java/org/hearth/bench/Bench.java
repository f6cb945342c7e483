package org.hearth.bench;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/bench}: measures what Hearth uses and how quick it is, beside the budgets. */
@Command(name = "bin/bench", sortOptions = false, usageHelpAutoWidth = true,
        description = {"Measures what Hearth uses and how quick it is, each figure beside its budget in docs/budgets.yaml.",
            "Prints tables, and keeps them with plots in target/bench. Ends with status 1 if a budget is broken that is",
            "the same on every machine: units, round trips, bytes, requests, classes, the archive's size."})
final class Bench implements Callable<Integer> {
    @Option(names = "--quick", description = "Measures only what is the same on every machine, in under a minute.")
    private boolean quick;

    @Option(names = "--only", paramLabel = "PART", description = "Measures only this part: ${COMPLETION-CANDIDATES}. Several may be given.")
    private Set<Part> only = EnumSet.noneOf(Part.class);

    @Option(names = "--starts", paramLabel = "N", defaultValue = "7", description = "How often each cold start is timed, ${DEFAULT-VALUE} if not given.")
    private int starts;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this.")
    private boolean help;

    /** What can be measured by itself. */
    enum Part { archive, operations, starts, requests, visible, pages, bill }

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
        if (starts < 1) {
            System.err.println("--starts must be at least 1.");
            return 2;
        }
        Path root = Path.of(System.getProperty("hearth.root", "")).toAbsolutePath();
        Budgets budgets = Budgets.read(root);
        Machine machine = Machine.here();
        Report report = new Report(root, machine);
        if (!quick) {
            machine.disturbance().ifPresent(why -> report.note(why + "."));
        }
        try {
            measure(root, budgets, report);
        } catch (BindException e) {
            System.err.println("No port of this machine is free, so nothing more was measured.");
            report.close();
            return 1;
        }
        report.close();
        report.broken().forEach(sentence -> System.err.println("Over budget: " + sentence + "."));
        return report.broken().isEmpty() ? 0 : 1;
    }

    private void measure(Path root, Budgets budgets, Report report) throws IOException, InterruptedException {
        if (wanted(Part.archive)) {
            archive(root, budgets, report);
        }
        if (wanted(Part.operations)) {
            Map<Operations.Size, List<Row>> measured = new Operations(root).at(quick ? Operations.QUICK : Operations.FULL, report::progress);
            Operations.tell(measured, budgets, report);
            Operations.notCalled(root, measured.values().iterator().next())
                    .forEach(route -> report.skipped(route, "The bench's journey does not call it."));
        }
        if (wanted(Part.starts)) {
            new Starts(root, budgets, report).measure(quick ? 0 : starts);
        }
        if (wanted(Part.pages)) {
            new Pages(root, budgets, report).measure(!quick);
        }
        if (wanted(Part.bill)) {
            report.bill(root);
        }
        if (!quick && wanted(Part.requests)) {
            new Requests(root, budgets, report).measure();
        }
        if (!quick && wanted(Part.visible)) {
            new Visible(root, budgets, report).measure();
        }
    }

    private boolean wanted(Part part) {
        return only.isEmpty() || only.contains(part);
    }

    private static void archive(Path root, Budgets budgets, Report report) throws IOException {
        double most = budgets.most("archive", "bytes");
        long size = Files.size(root.resolve(Archive.PATH));
        report.hold("The archive, in bytes", size, most);
        report.table("The archive that is deployed", List.of("", "bytes"), List.of(List.of(Archive.PATH, Figures.of(size, most))));
    }
}
