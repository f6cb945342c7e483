package org.hearth.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Starts a function of the deployed archive under AWS's runtime interface client, in a process of its own, and takes its time
 * until it has answered one event.
 */
final class ColdStart implements AutoCloseable {
    private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final long PATIENCE = 90;

    private final Path folder;
    private final List<Path> classPath = new ArrayList<>();
    private final URI tables;

    /**
     * How it is started.
     *
     * @param options of the Java machine
     * @param snapshot whether it is stopped when it is ready and primed, and goes on as from a snapshot
     */
    record Way(List<String> options, boolean snapshot) {
        static final Way PLAIN = new Way(List.of(), false);
        static final Way SNAPSHOT = new Way(List.of(), true);
    }

    /** @param cpuMillis all of the process's; @param megabytes what it held at the most, -1 where the system does not say */
    record Start(long cpuMillis, long wallMillis, long megabytes, String answer) {
    }

    private ColdStart(Path folder, URI tables) {
        this.folder = folder;
        this.tables = tables;
    }

    /** Unpacks the archive. Our own classes become a jar too, because an AOT cache takes nothing from folders. */
    static ColdStart of(Path archive, URI tables) throws IOException {
        ColdStart start = new ColdStart(Files.createTempDirectory("hearth-bench"), tables);
        Path ours = start.folder.resolve("hearth.jar");
        Path libraries = Files.createDirectory(start.folder.resolve("lib"));
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive));
                OutputStream file = Files.newOutputStream(ours);
                JarOutputStream jar = new JarOutputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("lib/") && !entry.isDirectory()) {
                    Files.copy(zip, libraries.resolve(entry.getName().substring("lib/".length())));
                } else if (!entry.isDirectory()) {
                    jar.putNextEntry(new JarEntry(entry.getName()));
                    zip.transferTo(jar);
                }
            }
        }
        start.runtime().forEach(start.classPath::add);
        start.classPath.add(ours);
        try (Stream<Path> jars = Files.list(libraries)) {
            jars.sorted().forEach(start.classPath::add);
        }
        return start;
    }

    // What Lambda itself brings.
    private Stream<Path> runtime() {
        return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator)).map(Path::of)
                .filter(jar -> jar.getFileName().toString()
                        .matches("aws-lambda-java-(runtime-interface-client|serialization).*"));
    }

    /** Starts it once. */
    Start once(String handler, byte[] event, Way way) throws IOException, InterruptedException {
        try (RuntimeApi lambda = RuntimeApi.start(event)) {
            long begin = System.nanoTime();
            Process process = process(handler, lambda, way);
            try {
                long cpuBefore = 0;
                if (way.snapshot()) {
                    lambda.awaitSnapshot(PATIENCE);
                    cpuBefore = cpu(process);
                    begin = System.nanoTime();
                    lambda.restore();
                }
                String answer = lambda.awaitAnswer(PATIENCE);
                return new Start(cpu(process) - cpuBefore, (System.nanoTime() - begin) / 1_000_000, megabytes(process), answer);
            } finally {
                process.destroy();
                process.waitFor();
            }
        }
    }

    /** How many classes are loaded until it has answered. */
    long classes(String handler, byte[] event) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        Start start = once(handler, event, new Way(List.of("-Xlog:class+load:file=" + log + ":none"), false));
        requireGood(start);
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source:")).count();
        } finally {
            Files.delete(log);
        }
    }

    /** Makes an AOT cache of what one start loads, for starts after it. */
    Way ahead(String handler, byte[] event) throws IOException, InterruptedException {
        Path cache = folder.resolve("hearth.aot");
        once(handler, event, new Way(List.of("-XX:AOTCacheOutput=" + cache), false));
        if (!Files.exists(cache)) {
            throw new IllegalStateException("This JDK made no AOT cache");
        }
        return new Way(List.of("-XX:AOTCache=" + cache), false);
    }

    static void requireGood(Start start) {
        if (!start.answer().contains("\"statusCode\":200")) {
            throw new IllegalStateException("The function did not answer well, so its start was not measured: " + start.answer());
        }
    }

    private Process process(String handler, RuntimeApi lambda, Way way) throws IOException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx800m",
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(way.options());
        command.addAll(List.of("-cp", String.join(java.io.File.pathSeparator, classPath.stream().map(Path::toString).toList()),
                RUNTIME, handler));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        Map<String, String> environment = builder.environment();
        Map<String, String> kept = new HashMap<>(environment);
        environment.clear();
        environment.put("PATH", kept.getOrDefault("PATH", ""));
        environment.putAll(Map.of("AWS_LAMBDA_RUNTIME_API", lambda.address(), "_HANDLER", handler, "AWS_REGION", "eu-west-2",
                "AWS_ACCESS_KEY_ID", "local", "AWS_SECRET_ACCESS_KEY", "local", "AWS_ENDPOINT_URL_DYNAMODB", tables.toString(),
                "AWS_LAMBDA_FUNCTION_NAME", "bench", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024", "LAMBDA_TASK_ROOT",
                folder.toString()));
        environment.putAll(Map.of("CONTENT_TABLE", "ContentTable", "MEMBERS_TABLE", "MembersTable", "MODERATION_TABLE",
                "ModerationTable",
                "AUDIT_TABLE", "AuditTable", "SITE_URL", "http://localhost", "HELP_REGION", "GB", "LIMITS", "on"));
        if (way.snapshot()) {
            environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        }
        return builder.start();
    }

    private static long cpu(Process process) {
        return process.info().totalCpuDuration().orElseThrow(() ->
                new IllegalStateException("This system does not say what a process used")).toMillis();
    }

    private static long megabytes(Process process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(-1);
        } catch (IOException | UncheckedIOException e) {
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failed) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Whether AWS's runtime interface client runs here: it brings native code for Linux only. */
    static boolean possible() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }
}
