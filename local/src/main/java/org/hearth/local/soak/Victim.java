package org.hearth.local.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A {@link Child}, and the hand on its switch. */
final class Victim implements AutoCloseable {
    private final Path root;
    private final URI tables;
    private final Path folder;
    private final int port;
    private Duration ahead = Duration.ZERO;
    private Process process;

    Victim(Path root, URI tables, Path folder) throws IOException {
        this.root = root;
        this.tables = tables;
        this.folder = folder;
        this.port = freePairOfPorts();
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    int port() {
        return port;
    }

    /** Lets the clock of the next process be so much ahead. */
    void ahead(Duration time) {
        ahead = time;
    }

    /** Starts the process and waits until it answers. */
    void start() throws IOException {
        process = new ProcessBuilder(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx400m", "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp", System.getProperty("java.class.path"), Child.class.getName(),
                root.toString(), Integer.toString(port), tables.toString(), folder.toString(), ahead.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader said = process.inputReader();
        for (String line = said.readLine(); !Child.READY.equals(line); line = said.readLine()) {
            if (line == null) {
                throw new IOException("The process to be killed ended by itself, with status " + process.onExit().join().exitValue());
            }
        }
    }

    /** Ends it as the kernel does: without any of its code being run. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    // The sign-in is one port above the forum's. Members are known by its address, so it must stay the same.
    private static int freePairOfPorts() throws IOException {
        while (true) {
            try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                try (ServerSocket second = new ServerSocket(first.getLocalPort() + 1, 1, InetAddress.getByName("127.0.0.1"))) {
                    return first.getLocalPort();
                }
            } catch (IOException taken) {
                // The next pair, then.
            }
        }
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}
