package org.hearth.local.deploying;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployingDoesEverythingInOrderTest {
    @TempDir
    private Path folder;
    private OperatorsShell shell;

    @BeforeEach
    void open() throws IOException {
        shell = new OperatorsShell(folder);
        Files.writeString(folder.resolve("groups.json"), "{\"groups\": []}");
    }

    private void deployed() {
        shell.answer("OutputKey=='SiteAddress'", "https://d1.cloudfront.example").answer("OutputKey=='SiteBucketName'", "pages")
                .answer("OutputKey=='DistributionId'", "E1").answer("OutputKey=='SetupFunctionName'", "setup")
                .answer("OutputKey=='StaffPoolId'", "pool").answer("lambda invoke", "None")
                .answer("AWS::Lambda::Function", "one").answer("get-alias", "9").answer("list-versions-by-function", "$LATEST 5 6 7 8 9".replace(' ', '\t'));
    }

    @Test
    void aFirstDeploymentEndsWithPagesGroupsAnAdminAndTheAddress() throws Exception {
        shell.stack("none").refuse("admin-get-user", "UserNotFoundException");
        deployed();
        // The first two questions come before there is a stack, later ones after it.
        shell.script("bin/invite", "#!/bin/sh\necho \"invite $*\" >> \"$FAKE/calls\"\n");
        OperatorsShell.Ended ended = shell.run("yes\n", "bin/deploy", "production", "--groups", "groups.json");
        assertThat(ended.said()).contains("Hearth is at https://d1.cloudfront.example");
        assertThat(ended.status()).isZero();
        assertThat(inOrder("sam build", "sam deploy --config-env production", "sam deploy", "s3 sync", "s3 sync", "--delete", "create-invalidation",
                "lambda invoke --function-name setup:live", "invite production lead@example.org admins", "delete-function")).isEmpty();
        assertThat(shell.calls()).filteredOn(call -> call.startsWith("sam deploy")).last().asString().contains("SiteUrl=https://d1.cloudfront.example");
    }

    @Test
    void aFirstDeploymentThatEndedEarlyIsBroughtToItsEnd() throws Exception {
        shell.stack("CREATE_COMPLETE").answer("ParameterKey=='SiteUrl'", "https://example.org");
        deployed();
        shell.script("bin/invite", "#!/bin/sh\necho \"invite $*\" >> \"$FAKE/calls\"\n");
        OperatorsShell.Ended ended = shell.run("", "bin/deploy", "production", "--yes");
        assertThat(ended.status()).as(ended.said()).isZero();
        assertThat(inOrder("sam deploy", "SiteUrl=https://d1.cloudfront.example", "s3 sync", "create-invalidation",
                "invite production lead@example.org admins")).isEmpty();
    }

    @Test
    void runningItAgainDeploysOnceAndInvitesNobody() throws Exception {
        shell.answer("list-users-in-group", "somebody");
        shell.stack("UPDATE_COMPLETE").answer("ParameterKey=='SiteUrl'", "https://d1.cloudfront.example");
        deployed();
        OperatorsShell.Ended ended = shell.run("", "bin/deploy", "production", "--yes");
        assertThat(ended.status()).as(ended.said()).isZero();
        assertThat(shell.calls()).filteredOn(call -> call.startsWith("sam deploy")).hasSize(1);
        assertThat(shell.calls()).noneMatch(call -> call.contains("admin-create-user"));
    }

    @Test
    void scriptsGoBeforePagesAndWhatIsGoneGoesLast() throws Exception {
        shell.stack("UPDATE_COMPLETE").answer("ParameterKey=='SiteUrl'", "https://d1.cloudfront.example");
        deployed();
        shell.run("", "bin/deploy", "production", "--yes");
        assertThat(inOrder("--include *.js", "--include *.html", "--delete", "create-invalidation")).isEmpty();
        assertThat(shell.calls()).filteredOn(call -> call.contains("--include *.html")).allMatch(call -> call.contains("max-age=0, must-revalidate, s-maxage"));
        assertThat(shell.calls()).filteredOn(call -> call.contains("--include *.js")).allMatch(call -> call.contains("public, max-age=300, s-maxage=86400"));
    }

    @Test
    void onlyTheLastThreeVersionsStay() throws Exception {
        shell.stack("UPDATE_COMPLETE").answer("ParameterKey=='SiteUrl'", "https://d1.cloudfront.example");
        deployed();
        shell.run("", "bin/deploy", "production", "--yes");
        assertThat(shell.calls()).filteredOn(call -> call.contains("delete-function"))
                .containsExactly("aws lambda delete-function --function-name one --qualifier 5", "aws lambda delete-function --function-name one --qualifier 6");
    }

    @Test
    void aFailedDeploymentUploadsNothingAndSaysWhy() throws Exception {
        shell.stack("UPDATE_COMPLETE").answer("describe-stack-events", "Site\tCREATE_FAILED\tThe certificate is in another region");
        shell.refuse("deploy --config-env", "");
        deployed();
        OperatorsShell.Ended ended = shell.run("", "bin/deploy", "production", "--yes");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).contains("The certificate is in another region").contains("run this again");
        assertThat(shell.calls()).noneMatch(call -> call.contains("s3 sync"));
    }

    @Test
    void groupsThatAreRefusedAreSaid() throws Exception {
        shell.stack("UPDATE_COMPLETE").answer("ParameterKey=='SiteUrl'", "https://d1.cloudfront.example");
        shell.answer("lambda invoke", "Unhandled");
        deployed();
        OperatorsShell.Ended ended = shell.run("", "bin/deploy", "production", "--yes", "--groups", "groups.json");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).contains("the groups were not all laid out");
    }

    @Test
    void aFailedFirstDeploymentIsClearedOnlyWhenAsked() throws Exception {
        shell.stack("ROLLBACK_COMPLETE");
        deployed();
        OperatorsShell.Ended ended = shell.run("", "bin/deploy", "test", "--yes", "--clear-failed");
        assertThat(ended.status()).as(ended.said()).isZero();
        assertThat(inOrder("delete-stack --stack-name hearth-test", "wait stack-delete-complete", "sam deploy")).isEmpty();
    }

    /** The first of these parts that no call holds after the call that held the one before; nothing if all come in this order. */
    private String inOrder(String... parts) {
        List<String> calls = shell.calls();
        int from = 0;
        for (String part : parts) {
            int at = from;
            while (at < calls.size() && !calls.get(at).contains(part)) {
                at++;
            }
            if (at == calls.size()) {
                return part + " is not after the others in " + String.join("\n", calls);
            }
            from = at + 1;
        }
        return "";
    }
}
