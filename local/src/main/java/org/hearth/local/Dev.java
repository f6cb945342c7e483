package org.hearth.local;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.hearth.local.demo.Community;
import org.hearth.local.demo.Seed;
import org.hearth.local.issuer.Role;
import org.hearth.local.tables.LocalDynamo;
import org.hearth.local.template.TemplateException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/dev}: all of Hearth in one process, on this machine only. */
@Command(name = "bin/dev", sortOptions = false, usageHelpAutoWidth = true,
        description = "Runs all of Hearth on this machine: pages, API, tables, checks and sign-in.")
final class Dev implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "N", defaultValue = "8080",
            description = "The port of pages and API, ${DEFAULT-VALUE} if not given; 0 for any free one.")
    private int port;

    @Option(names = "--data", paramLabel = "DIR", description = "Keeps the tables in this folder between runs.")
    private Path data;

    @Option(names = "--empty", description = "Starts with the groups only, without the demo community's people and threads.")
    private boolean empty;

    @Option(names = "--no-limits", description = "Lifts the limits of how often somebody may write.")
    private boolean noLimits;

    @Option(names = "--quiet", description = "Does not show what the functions log.")
    private boolean quiet;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this.")
    private boolean help;

    private Dev() {
    }

    public static void main(String[] arguments) {
        int status = new CommandLine(new Dev()).setParameterExceptionHandler((mistake, given) -> {
            System.err.println(mistake.getMessage() + " (bin/dev --help lists what there is.)");
            return 2;
        }).execute(arguments);
        if (status != 0 || List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
            System.exit(status);
        }
    }

    @Override
    public Integer call() {
        try {
            return run();
        } catch (BindException e) {
            return failed("Port " + port + " is taken by another program: choose another one with --port.");
        } catch (TemplateException e) {
            return failed(e.getMessage());
        } catch (IOException | RuntimeException e) {
            return failed("Hearth can't start: " + Optional.ofNullable(e.getMessage()).orElse(e.toString()));
        }
    }

    private int run() throws IOException {
        if (port < 0 || port > 65_535) {
            return failed("--port must be a number from 0 to 65535.");
        }
        if (data != null && !LocalDynamo.usable(data)) {
            return failed("The folder " + data + " can't be written to: choose another one with --data.");
        }
        // One line a record, as in CloudWatch.
        System.setProperty("java.util.logging.SimpleFormatter.format", "[%3$s] %4$s %5$s%n");
        Path root = Path.of(System.getProperty("hearth.root", "")).toAbsolutePath();
        if (!Files.exists(root.resolve("template.yaml"))) {
            return failed("There is no template.yaml in " + root + ".");
        }
        long start = System.nanoTime();
        Community community = Community.read();
        LocalHearth hearth = LocalHearth.start(new LocalHearth.Settings(root, port, Optional.ofNullable(data), !noLimits,
                community.personas(), true, quiet ? line -> { } : System.out::println));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(hearth), "end"));
        fill(hearth, community);
        tell(hearth, community, start);
        return 0;
    }

    private void fill(LocalHearth hearth, Community community) throws IOException {
        Optional<Path> filled = Optional.ofNullable(data).map(folder -> folder.resolve("filled"));
        if (filled.isPresent() && Files.exists(filled.get())) {
            return;
        }
        Seed seed = new Seed(hearth, community);
        if (empty) {
            seed.groups();
        } else {
            System.out.println("Filling it with a made-up community ...");
            seed.everything();
        }
        if (filled.isPresent()) {
            Files.writeString(filled.get(), empty ? "groups" : "demo");
        }
    }

    private static void end(LocalHearth hearth) {
        System.out.println("\nHearth is ending.");
        hearth.close();
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private void tell(LocalHearth hearth, Community community, long start) {
        Consumer<String> say = System.out::println;
        say.accept("Hearth is ready at " + hearth.address());
        say.accept("  outbox   " + hearth.address() + "/local/outbox (what SNS and SES would have sent)");
        say.accept("  sign in  " + hearth.address() + "/api/session/start?as=member or ?as=staff; for curl, bin/sign-in NAME");
        if (!empty) {
            say.accept("  members  " + names(community, false));
            say.accept("  staff    " + names(community, true));
        }
        say.accept("  tables   " + (data == null ? "in memory, gone at the end" : "kept in " + data) + ", at "
                + hearth.tables().endpoint());
        say.accept("  started in %.1f s; Ctrl-C ends it".formatted((System.nanoTime() - start) / 1e9));
    }

    private static String names(Community community, boolean staff) {
        return String.join(", ", community.personas().stream().filter(persona -> persona.role().isStaff() == staff)
                .map(persona -> persona.name() + (persona.role() == Role.MEMBER ? "" : " (" + persona.role().word() + ")"))
                .toList());
    }

    private static int failed(String sentence) {
        System.err.println(sentence);
        return 1;
    }
}
