package org.hearth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hearth.local.client.HearthClient;
import org.hearth.local.issuer.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/dev}, as the process that it is. */
class DevStartsSaysWhatIsWrongAndEndsIT {
    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void aTakenPortIsOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(failure("--port", Integer.toString(taken.getLocalPort()), "--empty"))
                    .isEqualTo("Port " + taken.getLocalPort() + " is taken by another program: choose another one with --port.");
        }
    }

    @Test
    void aFolderThatCantBeWrittenIsOneSentence() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThat(failure("--port", "0", "--data", file.toString())).startsWith("The folder " + file + " can't be written to");
    }

    @Test
    void anUnknownOptionIsOneSentence() throws Exception {
        Process process = start("--prot", "80");
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(process.errorReader().lines().toList()).hasSize(1).first().asString().contains("--prot", "--help");
    }

    @Test
    void itEndsPromptlyAndKeepsTablesAndSessionsBetweenRuns() throws Exception {
        String port = Integer.toString(twoFreePorts());
        Path data = folder.resolve("data");
        Process first = start("--port", port, "--empty", "--data", data.toString());
        URI site = ready(first);
        HearthClient robin = HearthClient.signedIn(site, "Robin", Role.MEMBER).joinedAs("Robin");
        assertThat(good(HearthClient.visitor(site).get("/api/public/groups")).path("items")).hasSize(2);
        end(first);
        Process second = start("--port", port, "--data", data.toString());
        assertThat(ready(second)).isEqualTo(site);
        assertThat(good(robin.get("/api/me")).path("name").asText()).isEqualTo("Robin");
        assertThat(good(robin.get("/api/groups/living-with-it/threads")).path("items")).isEmpty();
        end(second);
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private String failure(String... arguments) throws Exception {
        Process process = start(arguments);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        List<String> said = process.errorReader().lines().toList();
        assertThat(said).hasSize(1);
        return said.getFirst();
    }

    private static URI ready(Process process) throws IOException {
        BufferedReader said = process.inputReader();
        String start = "Hearth is ready at ";
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(start)) {
                return URI.create(line.substring(start.length()));
            }
        }
        throw new AssertionError("It ended before it was ready: " + process.errorReader().lines().toList());
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(RunningHearth.root().resolve("bin/dev").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
        started.add(process);
        return process;
    }

    /** The sign-in takes the port after the site's, and both have to be free again for the second run. */
    private static int twoFreePorts() throws IOException {
        while (true) {
            try (ServerSocket one = new ServerSocket(0); ServerSocket next = new ServerSocket(one.getLocalPort() + 1)) {
                return next.getLocalPort() - 1;
            } catch (java.net.BindException e) {
                // Taken: the next pair, then.
            }
        }
    }
}
