package org.hearth.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hearth.local.LocalHearth;
import org.hearth.local.functions.FunctionFailure;

/** All of Hearth with its streams and schedules, as bin/dev runs it, with a group in which nobody's first posts are held. */
final class Whole {
    private static final String GROUPS = """
            {"groups":[{"id":"%s","name":"Living with it","description":"For all of us","visibility":"public",
            "newcomerPosts":0}],"memberships":[]}
            """.formatted(Journey.GROUP);

    private Whole() {
    }

    /** Runs until its standard input ends: {@code Whole ROOT}. The first line it prints is its address. */
    public static void main(String[] arguments) throws IOException, FunctionFailure {
        try (LocalHearth hearth = LocalHearth.start(new LocalHearth.Settings(
                Path.of(arguments[0]), 0, Optional.empty(), false, List.of(), true, line -> { }))) {
            hearth.invoke("SetupFunction", GROUPS.getBytes(StandardCharsets.UTF_8));
            Front.signInOnce(hearth.address());
            System.out.println(hearth.address());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        Runtime.getRuntime().halt(0);
    }
}
