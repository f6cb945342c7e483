package org.hearth.local.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearth.local.client.SignInException;
import org.hearth.local.client.Site;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bin/replay}: plays files of posts into a running Hearth and tells what became of each. */
@Command(name = "bin/replay", sortOptions = false, usageHelpAutoWidth = true,
        description = {"Plays each line's \"text\" of JSON Lines files as a post by one of 50 members into a running bin/dev",
            "(at $HEARTH, else http://localhost:8080), waits for every verdict, and prints what became of them.",
            "Ends with status 1 if a post was lost or duplicated. It waits as the limits tell it; bin/dev --no-limits lifts them."})
final class Replay implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "JSON Lines: one object a line, with the post in \"text\".")
    private List<Path> files;

    @Option(names = "--group", paramLabel = "ID", description = "The group to post into; the first public one if not given.")
    private String group;

    @Option(names = "--at-once", paramLabel = "N", defaultValue = "8",
            description = "How many members write at the same time, ${DEFAULT-VALUE} if not given.")
    private int atOnce;

    @Option(names = "--patience", paramLabel = "SECONDS", defaultValue = "120",
            description = "How long to wait for late verdicts at the end, ${DEFAULT-VALUE} if not given.")
    private int patience;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this.")
    private boolean help;

    private Replay() {
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Replay()).setParameterExceptionHandler((mistake, given) -> {
            System.err.println(mistake.getMessage() + " (bin/replay --help tells more.)");
            return 2;
        }).execute(arguments));
    }

    @Override
    public Integer call() {
        if (atOnce < 1 || atOnce > Players.MOST || patience < 1) {
            System.err.println("--at-once must be 1 to " + Players.MOST + ", and --patience at least 1.");
            return 2;
        }
        try {
            List<String> texts = texts();
            Performance performance = new Performance(
                    Site.address(), texts.size(), group, atOnce, Duration.ofSeconds(patience), System.err::println);
            Outcome outcome = performance.of(texts);
            System.out.print(outcome.table());
            return outcome.nothingLostOrDoubled() ? 0 : 1;
        } catch (SignInException | UncheckedIOException | UnplayableException e) {
            System.err.println(e.getMessage());
            return e instanceof UnplayableException ? 2 : 1;
        }
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            List<String> lines;
            try {
                lines = Files.readAllLines(file);
            } catch (IOException e) {
                throw new UnplayableException(file + " can't be read; is it there, and is it UTF-8?");
            }
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    texts.add(text(file, i + 1, lines.get(i)));
                }
            }
        }
        if (texts.isEmpty()) {
            throw new UnplayableException("There is no post in " + files + ".");
        }
        return texts;
    }

    private static String text(Path file, int number, String line) {
        try {
            JsonNode text = JSON.readTree(line).path("text");
            if (text.isTextual()) {
                return text.asText();
            }
        } catch (JsonProcessingException e) {
            // The sentence below says it.
        }
        throw new UnplayableException(file + ", line " + number + ": each line must be a JSON object with the post in \"text\".");
    }

    /** A file that holds no posts to play. */
    static final class UnplayableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnplayableException(String message) {
            super(message);
        }
    }
}
