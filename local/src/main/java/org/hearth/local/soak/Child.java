package org.hearth.local.soak;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearth.local.LocalHearth;
import org.hearth.local.functions.FunctionFailure;

/** A process that runs everything but the tables, made to be killed: gateway, functions, streams, schedules and sign-in. */
final class Child {
    static final String READY = "ready";
    private static final long BETWEEN_ROUNDS = 500;

    private Child() {
    }

    /** @param arguments the repository's folder, a port, where the tables are, the folder for how far the streams were read, and how far the clock is ahead */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        LocalHearth.Settings settings = new LocalHearth.Settings(Path.of(arguments[0]), Integer.parseInt(arguments[1]),
                Optional.of(Path.of(arguments[3])), false, List.of(), false, line -> { }).withTablesAt(URI.create(arguments[2]));
        LocalHearth hearth = LocalHearth.start(settings);
        hearth.moveClockTo(Instant.now().plus(Duration.parse(arguments[4])));
        System.out.println(READY);
        while (true) {
            Thread.sleep(BETWEEN_ROUNDS);
            try {
                hearth.runSchedules();
            } catch (FunctionFailure e) {
                // The next round comes anyway.
            }
        }
    }
}
