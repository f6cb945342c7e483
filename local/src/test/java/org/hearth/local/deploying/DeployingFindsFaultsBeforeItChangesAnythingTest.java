package org.hearth.local.deploying;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeployingFindsFaultsBeforeItChangesAnythingTest {
    @TempDir
    private Path folder;
    private OperatorsShell shell;

    @BeforeEach
    void open() throws IOException {
        shell = new OperatorsShell(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ROLLBACK_COMPLETE | --clear-failed",
        "UPDATE_ROLLBACK_FAILED | continue-update-rollback",
        "UPDATE_IN_PROGRESS | wait until it is done",
        "DELETE_FAILED | bin/teardown production"})
    void aStackThatCantBeDeployedToIsNamedWithWhatToDo(String status, String advice) throws Exception {
        shell.stack(status);
        refused(advice, "production");
    }

    @Test
    void noCredentials() throws Exception {
        shell = new OperatorsShell(folder.resolve("b"));
        shell.script("fake/aws", "#!/bin/sh\necho \"aws $*\" >> \"$FAKE/calls\"\nexit 253\n");
        refused("sign in first", "production");
    }

    @Test
    void noEnvironmentAndAnUnknownOne() throws Exception {
        refused("test production");
        refused("test production", "live");
    }

    @Test
    void nobodyToHearOfAlarms() throws Exception {
        shell.environment("");
        shell.stack("none");
        refused("AlertEmail", "production");
    }

    @Test
    void aParameterThatTheTemplateDoesNotHave() throws Exception {
        shell.environment("  \"AlertMail=lead@example.org\",\n");
        shell.stack("none");
        refused("AlertMail", "production");
    }

    @Test
    void aHostNameWithoutItsCertificate() throws Exception {
        shell.environment("  \"AlertEmail=lead@example.org\",\n  \"SiteUrl=https://forum.example.org\",\n");
        shell.stack("none");
        refused("no CertificateArn", "production");
    }

    @Test
    void anIssuerWithoutItsClient() throws Exception {
        shell.environment("  \"AlertEmail=lead@example.org\",\n  \"StaffIssuer=https://id.example.org\",\n");
        shell.stack("none");
        refused("StaffClientId", "production");
    }

    @Test
    void aSenderThatIsNotVerified() throws Exception {
        shell.environment("  \"AlertEmail=lead@example.org\",\n  \"SenderEmail=hello@example.org\",\n");
        shell.stack("none").answer("get-email-identity", "False");
        refused("not verified yet", "production");
    }

    @Test
    void aSenderThatSesHasNeverHeardOf() throws Exception {
        shell.environment("  \"AlertEmail=lead@example.org\",\n  \"SenderEmail=hello@example.org\",\n");
        shell.stack("none").refuse("get-email-identity", "NotFoundException");
        refused("create-email-identity --email-identity hello@example.org", "production");
    }

    @Test
    void moreCopiesThanANewAccountHas() throws Exception {
        shell.environment("  \"AlertEmail=lead@example.org\",\n  \"ReservedConcurrency=10\",\n");
        shell.stack("none").answer("get-account-settings", "10");
        refused("ask AWS for more, or set 0", "production");
    }

    @Test
    void aFileOfGroupsThatIsNotThere() throws Exception {
        shell.stack("none");
        refused("There is no file groups.json", "production", "--groups", "groups.json");
    }

    @Test
    void sayingNoChangesNothing() throws Exception {
        shell.stack("none");
        refused("Nothing was changed", "production");
    }

    @Test
    void whatWouldWorkIsSaidToWork() throws Exception {
        shell.stack("UPDATE_COMPLETE");
        OperatorsShell.Ended ended = shell.run("", "bin/deploy", "production", "--check");
        assertThat(ended.said()).contains("Nothing stands in the way.");
        assertThat(ended.status()).isZero();
        assertThat(shell.changes()).isEmpty();
    }

    private void refused(String sentence, String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = "bin/deploy";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        OperatorsShell.Ended ended = shell.run("no\n", command);
        assertThat(ended.said()).contains(sentence);
        assertThat(ended.status()).isEqualTo(1);
        assertThat(shell.changes()).isEmpty();
    }
}
