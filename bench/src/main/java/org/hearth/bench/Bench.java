package org.hearth.bench;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this.")
    private boolean help;

    private Bench() {
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).setParameterExceptionHandler((mistake, given) -> {
            System.err.println(mistake.getMessage() + " (bin/bench --help lists what there is.)");
            return 2;
        }).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Path root = Path.of(System.getProperty("hearth.root", "")).toAbsolutePath();
        Budgets budgets = Budgets.read(root);
        Report report = new Report(root, Machine.here());
        try {
            sameEverywhere(root, budgets, report);
        } catch (BindException e) {
            report.skipped("Everything", "No port of this machine is free.");
            return 1;
        }
        report.close();
        report.broken().forEach(sentence -> System.err.println("Over budget: " + sentence + "."));
        return report.broken().isEmpty() ? 0 : 1;
    }

    private void sameEverywhere(Path root, Budgets budgets, Report report) throws IOException {
        long size = Files.size(root.resolve(Archive.PATH));
        report.hold("The archive, in bytes", size, budgets.most("archive", "bytes"));
        report.table("The archive that is deployed", List.of("", "bytes"), List.of(List.of("functions/lambda/target/hearth.zip",
                Figures.of(size, budgets.most("archive", "bytes")))));
        Operations.tell(new Operations(root).at(quick ? Operations.QUICK : Operations.FULL, report::progress), budgets, report);
    }
}
