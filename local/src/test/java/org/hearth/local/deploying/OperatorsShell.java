package org.hearth.local.deploying;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of the scripts in a folder of its own, where {@code aws} and {@code sam} are made of a list of answers and write down what they are asked. */
final class OperatorsShell {
    private static final Path ROOT = Files.exists(Path.of("template.yaml")) ? Path.of("").toAbsolutePath() : Path.of("..").toAbsolutePath();
    private static final String ENVIRONMENTS = """
            [test.deploy.parameters]
            stack_name = "hearth-test"
            region = "eu-west-2"

            [production.deploy.parameters]
            stack_name = "hearth"
            region = "eu-west-2"
            parameter_overrides = [
            %s]
            """;
    private static final String FAKE = """
            #!/bin/sh
            echo "$(basename "$0") $*" >> "$FAKE/calls"
            while IFS='|' read -r part status answer; do
              case "$*" in
                *"$part"*) [ "$status" = 0 ] && echo "$answer" || echo "$answer" >&2; exit "$status" ;;
              esac
            done < "$FAKE/answers"
            """;

    private final Path folder;
    private final StringBuilder answers = new StringBuilder();

    /** @param said what was printed, to both outputs */
    record Ended(int status, String said) {
    }

    OperatorsShell(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("static-site/public"));
        Files.writeString(folder.resolve("static-site/public/index.html"), "<!doctype html>");
        for (String script : List.of("deploy", "deployment", "invite", "teardown", "backup", "restore")) {
            Files.copy(ROOT.resolve("bin").resolve(script), folder.resolve("bin").resolve(script));
        }
        Files.copy(ROOT.resolve("template.yaml"), folder.resolve("template.yaml"));
        script("bin/build", "#!/bin/sh\n");
        script("fake/aws", FAKE);
        script("fake/sam", FAKE);
        environment("  \"AlertEmail=lead@example.org\",\n");
        answer("get-caller-identity", "123456789012");
    }

    /** Says what {@code samconfig.toml} gives production. */
    void environment(String parameters) throws IOException {
        Files.writeString(folder.resolve("samconfig.toml"), ENVIRONMENTS.formatted(parameters));
    }

    /** Lets calls that hold this part be answered so; the first that fits counts. */
    OperatorsShell answer(String part, String answer) {
        answers.append(part).append("|0|").append(answer).append('\n');
        return this;
    }

    OperatorsShell refuse(String part, String why) {
        answers.append(part).append("|254|").append(why).append('\n');
        return this;
    }

    /** Lets CloudFormation say that the stack is in this state, or is not there. */
    OperatorsShell stack(String status) {
        return status.equals("none") ? refuse("Stacks[0].StackStatus", "Stack with id hearth does not exist") : answer("Stacks[0].StackStatus", status);
    }

    void script(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " can't be made executable");
        }
    }

    Ended run(String input, String... command) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("fake"));
        Files.writeString(folder.resolve("fake/answers"), answers);
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of("bash"), Stream.of(command)).toList())
                .directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("FAKE", folder.resolve("fake").toString());
        builder.environment().put("PATH", folder.resolve("fake") + ":/usr/bin:/bin");
        Process process = builder.start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("It did not end");
        }
        return new Ended(process.exitValue(), said);
    }

    /** What the tools were asked, in order. */
    List<String> calls() {
        try {
            Path calls = folder.resolve("fake/calls");
            return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the tools were asked that could have changed something. */
    List<String> changes() {
        return calls().stream().filter(call -> !call.matches("aws (sts get|\\S+ (describe|list|get|head|admin-get))\\S* ?.*")).toList();
    }
}
