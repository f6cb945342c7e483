package org.hearth.local.deploying;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TearingDownAsksAndBacksUpFirstTest {
    @TempDir
    private Path folder;
    private OperatorsShell shell;

    @BeforeEach
    void open() throws IOException {
        shell = new OperatorsShell(folder);
        shell.stack("UPDATE_COMPLETE").answer("AWS::DynamoDB::Table", "posts").answer("AWS::Cognito::UserPool", "people").answer("AWS::S3::Bucket", "pages");
        backup("echo backed-up >> \"$FAKE/calls\"");
    }

    private void backup(String script) throws IOException {
        shell.script("bin/backup", "#!/bin/sh\n" + script + "\n");
    }

    @Test
    void anotherWordThanTheStacksNameChangesNothing() throws Exception {
        OperatorsShell.Ended ended = shell.run("yes\n", "bin/teardown", "production");
        assertThat(ended.said()).contains("Nothing was changed.");
        assertThat(shell.changes()).isEmpty();
    }

    @Test
    void theBackupComesFirstAndTablesAndPeopleStay() throws Exception {
        OperatorsShell.Ended ended = shell.run("hearth\n", "bin/teardown", "production");
        assertThat(ended.status()).as(ended.said()).isZero();
        assertThat(shell.changes()).startsWith("backed-up").anyMatch(call -> call.contains("delete-stack"))
                .noneMatch(call -> call.contains("delete-table") || call.contains("delete-user-pool"));
        assertThat(ended.said()).contains("posts").contains("people");
    }

    @Test
    void aBackupThatFailsKeepsEverything() throws Exception {
        backup("exit 1");
        OperatorsShell.Ended ended = shell.run("hearth\n", "bin/teardown", "production");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said()).contains("nothing was removed");
        assertThat(shell.changes()).isEmpty();
    }

    @Test
    void everythingNeedsASecondAnswer() throws Exception {
        assertThat(shell.run("hearth\nyes\n", "bin/teardown", "production", "--everything").said()).contains("Nothing was changed.");
        assertThat(shell.changes()).isEmpty();
        OperatorsShell.Ended ended = shell.run("hearth\ndelete everything\n", "bin/teardown", "production", "--everything");
        assertThat(ended.status()).as(ended.said()).isZero();
        assertThat(shell.changes()).anyMatch(call -> call.contains("delete-table --table-name posts"))
                .anyMatch(call -> call.contains("delete-user-pool --user-pool-id people"));
    }

    @Test
    void whatIsNotThereIsSaid() throws Exception {
        OperatorsShell other = new OperatorsShell(folder.resolve("other"));
        other.stack("none");
        assertThat(other.run("", "bin/teardown", "production").said()).contains("does not exist");
    }
}
