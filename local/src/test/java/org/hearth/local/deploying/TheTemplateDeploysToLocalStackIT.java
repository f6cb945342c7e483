package org.hearth.local.deploying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hearth.local.RunningHearth;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** Needs Docker and the AWS CLI, and is skipped, and says so, where they are not. */
class TheTemplateDeploysToLocalStackIT {
    // The last release that needs no token.
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    @Test
    void tablesFunctionsAndMappingsAreMadeAndAFunctionAnswers() throws Exception {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "There is no Docker here: nothing was deployed to LocalStack.");
        assumeTrue(isOnThePath("aws"), "There is no AWS CLI here: nothing was deployed to LocalStack.");
        Path root = RunningHearth.root();
        try (LocalStackContainer localstack = new LocalStackContainer(IMAGE)) {
            localstack.start();
            Process script = new ProcessBuilder("bash", "bin/localstack", "--endpoint", localstack.getEndpoint().toString(),
                    "--no-front", "--groups", "docs/examples/groups.json")
                    .directory(root.toFile()).redirectErrorStream(true).start();
            script.getOutputStream().close();
            String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(script.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(script.exitValue()).as(said).isZero();
            assertThat(said).contains("\"groups\":3").containsPattern("4 AWS::DynamoDB::Table\\s+CREATE_COMPLETE")
                    .containsPattern("2 AWS::Lambda::EventSourceMapping\\s+CREATE_COMPLETE");
        }
    }

    private static boolean isOnThePath(String program) throws Exception {
        return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
    }
}
