package org.hearth.local.soak;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import org.hearth.local.LocalHearth;
import org.hearth.local.faults.Faults;
import org.hearth.local.functions.FunctionFailure;
import org.hearth.local.tables.LocalDynamo;
import org.hearth.local.template.Template;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/soak}: the forum under load while everything goes wrong, and then the question whether anything is missing. */
@Command(name = "bin/soak", sortOptions = false, usageHelpAutoWidth = true,
        description = {"Runs the forum under load while functions and processes are killed, tables throttle and answers get lost, and then",
            "looks for everything that the forum has said yes to. Ends with 1 if anything is lost, there twice, or unseen."})
final class Soak implements Callable<Integer> {
    private static final String GROUPS = "{\"groups\":[{\"id\":\"" + Load.GROUP + "\",\"name\":\"The room\",\"description\":\"A room for this.\","
            + "\"visibility\":\"public\",\"newcomerPosts\":0,\"labels\":[]},"
            + "{\"id\":\"" + Fuzzing.CLOSED + "\",\"name\":\"The closed room\",\"description\":\"A room for few.\","
            + "\"visibility\":\"restricted\",\"newcomerPosts\":0,\"labels\":[]}],\"memberships\":[]}";

    private static final int TRIES = 5;
    private static final int MODERATORS = 4;
    /** More than somebody who asks to be erased is given to think it over. */
    private static final Duration COOLED_OFF = Duration.ofDays(8);
    private static final double WHEN_TIME_PASSES = 0.4;
    private static final int ROUNDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Option(names = "--kills", paramLabel = "N", defaultValue = "300",
            description = "How many functions to stop at a point of theirs, ${DEFAULT-VALUE} if not given.")
    private int kills;

    @Option(names = "--process-kills", paramLabel = "N", defaultValue = "60",
            description = "How many times to kill the whole process (SIGKILL), ${DEFAULT-VALUE} if not given.")
    private int processKills;

    @Option(names = "--members", paramLabel = "N", defaultValue = "6", description = "How many write at once.")
    private int members;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "7", description = "For another course of things.")
    private long seed;

    @Option(names = "--fuzz", description = "Sends hostile requests to each route instead, and looks for faults.")
    private boolean fuzz;

    @Option(names = "--requests", paramLabel = "N", defaultValue = "10000", description = "How many requests --fuzz sends to each route.")
    private int requests;

    @Option(names = "--route", paramLabel = "PART", description = "Sends to those routes only that this is a part of; may be given again.")
    private List<String> only = List.of();

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this.")
    private boolean help;

    private final Path root = Path.of(System.getProperty("hearth.root", "")).toAbsolutePath();
    private final List<String> examples = new ArrayList<>();
    private boolean wrong;

    private Soak() {
    }

    public static void main(String[] arguments) {
        int status = new CommandLine(new Soak()).setParameterExceptionHandler((mistake, given) -> {
            System.err.println(mistake.getMessage() + " (bin/soak --help lists what there is.)");
            return 2;
        }).execute(arguments);
        System.out.flush();
        Runtime.getRuntime().halt(status);
    }

    @Override
    public Integer call() throws Exception {
        LogManager.getLogManager().reset();
        if (fuzz) {
            return fuzz();
        }
        if (kills > 0) {
            stopFunctions();
        }
        if (processKills > 0) {
            killProcesses();
        }
        examples.stream().limit(40).forEach(example -> System.out.println("  " + example));
        System.out.println(wrong ? "Something went wrong." : "Nothing lost, nothing there twice, nothing unseen.");
        return wrong ? 1 : 0;
    }

    private int fuzz() throws IOException, FunctionFailure, InterruptedException {
        LocalHearth.Settings settings = new LocalHearth.Settings(root, 0, Optional.empty(), false, List.of(), false, line -> { });
        try (LocalHearth hearth = LocalHearth.start(settings)) {
            setUp(hearth);
            return new Fuzzing(hearth.address(), root, seed, requests).all(only) == 0 ? 0 : 1;
        }
    }

    private void stopFunctions() throws IOException, FunctionFailure, InterruptedException {
        Faults faults = Faults.seeded(seed);
        long start = System.nanoTime();
        LocalHearth.Settings settings =
                new LocalHearth.Settings(root, 0, Optional.empty(), false, List.of(), false, line -> { }).with(faults);
        try (LocalHearth hearth = LocalHearth.start(settings)) {
            setUp(hearth);
            Journal journal = new Journal();
            try (Load load = new Load(hearth.address(), journal)) {
                load.begin(members, MODERATORS, seed);
                faults.at(Faults.Rates.ROUGH);
                faults.killAtRandom(0.006);
                faults.poison("ScreeningFunction", event -> event.contains("five tall trees"));
                Conductor conductor = new Conductor(hearth, faults, new Random(seed));
                conductor.until(() -> total(faults.kills()) >= kills * WHEN_TIME_PASSES);
                // From now on people are erased while all this goes on.
                hearth.moveClockTo(Instant.now().plus(COOLED_OFF));
                conductor.until(() -> total(faults.kills()) >= kills);
                load.noMore();
                faults.calm();
                load.finish();
            }
            settle(hearth);
            report("Functions stopped at a point, in one process", total(faults.kills()), journal, start, hearth.address());
            print("    stopped at", faults.kills());
            print("    and besides", faults.happened());
        }
    }

    private void killProcesses() throws IOException, FunctionFailure, InterruptedException {
        Path folder = Files.createTempDirectory("hearth-soak");
        long start = System.nanoTime();
        Random random = new Random(seed);
        try (LocalDynamo tables = LocalDynamo.start(Template.region(), Optional.empty());
                Victim victim = new Victim(root, tables.endpoint(), folder)) {
            LocalHearth.Settings quiet = new LocalHearth.Settings(root, victim.port(), Optional.of(folder), false, List.of(), false, line -> { })
                    .withTablesAt(tables.endpoint());
            try (LocalHearth hearth = LocalHearth.start(quiet)) {
                setUp(hearth);
            }
            Journal journal = new Journal();
            try (Load load = new Load(victim.address(), journal)) {
                victim.start();
                load.begin(members, MODERATORS, seed);
                for (int i = 0; i < processKills; i++) {
                    inTheMidstOfThings(journal, random);
                    victim.kill();
                    if (i == (int) (processKills * WHEN_TIME_PASSES)) {
                        victim.ahead(COOLED_OFF);
                    }
                    victim.start();
                }
                load.finish();
                victim.kill();
            }
            try (LocalHearth hearth = LocalHearth.start(quiet)) {
                settle(hearth);
                report("Whole processes killed (SIGKILL)", processKills, journal, start, hearth.address());
            }
        }
    }

    /** Waits until the new process has taken some more, or can't be waited for. */
    private static void inTheMidstOfThings(Journal journal, Random random) throws InterruptedException {
        int enough = journal.acknowledged() + 3 + random.nextInt(20);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (journal.acknowledged() < enough && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        Thread.sleep(random.nextInt(30));
    }

    // On a busy machine the first call of a function may take longer than the template gives it.
    private static void setUp(LocalHearth hearth) throws FunctionFailure {
        for (int i = 1; i < TRIES; i++) {
            try {
                hearth.invoke("SetupFunction", GROUPS.getBytes(StandardCharsets.UTF_8));
                return;
            } catch (FunctionFailure slow) {
                System.err.println("The groups could not be laid out yet; trying again.");
            }
        }
        hearth.invoke("SetupFunction", GROUPS.getBytes(StandardCharsets.UTF_8));
    }

    /** Lets the streams run dry, and then lets so much time pass that the sweep takes what was forgotten. */
    private static void settle(LocalHearth hearth) throws InterruptedException {
        long seen;
        do {
            seen = hearth.changes().count();
            Thread.sleep(3_000);
        } while (hearth.changes().count() != seen);
        for (int i = 1; i <= 3; i++) {
            hearth.moveClockTo(Instant.now().plus(COOLED_OFF.multipliedBy(2)).plus(Duration.ofMinutes(5L * i)));
            for (int round = 0; round < ROUNDS; round++) {
                sweep(hearth);
            }
            Thread.sleep(1_000);
        }
    }

    private static void sweep(LocalHearth hearth) {
        try {
            hearth.runSchedules();
        } catch (FunctionFailure slow) {
            // The next round comes anyway.
        }
    }

    private void report(String what, int killed, Journal journal, long start, URI site) {
        System.out.printf("%n%s%n", what);
        row("kills", killed);
        row("taken by the forum", journal.acknowledged());
        row("  posts", journal.posts.size());
        row("  reports and complaints", journal.reports.size() + journal.complaints.size());
        row("  decisions", journal.decisions.size());
        row("  appeals", journal.appeals.size());
        row("  wishes to be erased", journal.left.size());
        Map<String, Integer> found = Recount.of(site, journal, examples::add);
        found.forEach(Soak::row);
        wrong |= total(found) > 0;
        System.out.printf("    %-28s %6.0f s%n", "took", (System.nanoTime() - start) / 1e9);
    }

    private static void row(String name, int number) {
        System.out.printf("    %-28s %6d%n", name, number);
    }

    private static void print(String title, Map<String, Integer> counts) {
        System.out.println(title);
        counts.forEach((name, number) -> System.out.printf("      %-40s %6d%n", name, number));
    }

    private static int total(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
