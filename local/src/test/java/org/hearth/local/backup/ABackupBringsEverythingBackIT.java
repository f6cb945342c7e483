package org.hearth.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hearth.local.RunningHearth;
import org.hearth.local.tables.LocalDynamo;
import org.hearth.local.template.Template;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ABackupBringsEverythingBackIT {
    private static final AuditVerification AUDIT = new AuditVerification(RunningHearth.root());

    @TempDir
    private static Path made;
    private static Manifest manifest;

    @TempDir
    private Path folder;
    private LocalDynamo empty;

    @BeforeAll
    static void backUpTheDemo() throws IOException {
        manifest = new Backup(at(RunningHearth.sharedDemo().tables()), AUDIT).into(made);
    }

    @BeforeEach
    void startEmptyTables() throws IOException {
        empty = LocalDynamo.start(Template.region(), Optional.empty());
        empty.create(Template.read(RunningHearth.root().resolve("template.yaml"), Map.of()).tables());
    }

    @AfterEach
    void stop() {
        empty.close();
    }

    @Test
    void everyItemComesBackAndTheAuditLogVerifies() throws IOException {
        Restore.Result result = new Restore(at(empty), AUDIT).from(made);
        assertThat(result.changed()).isZero();
        assertThat(result.auditEntries()).isPositive().isEqualTo(manifest.auditEntries());
        for (String table : BackupTables.ALL) {
            assertThat(lines(empty, table)).as(table).isNotEmpty().isEqualTo(unexpired(RunningHearth.sharedDemo().tables(), table));
        }
    }

    @Test
    void anInterruptedRestoreIsFinishedByRunningItAgain() throws IOException {
        new Restore(at(empty), AUDIT).from(made);
        Map<String, AttributeValue> lost = TableFile.items(empty.client(), "ContentTable").iterator().next();
        empty.client().deleteItem(request -> request.tableName("ContentTable").key(Map.of("pk", lost.get("pk"), "sk", lost.get("sk"))));
        assertThat(new Restore(at(empty), AUDIT).from(made).changed()).isZero();
        assertThat(lines(empty, "ContentTable")).contains(TableFile.line(lost));
    }

    @Test
    void nothingIsMixedWithWhatIsThere() throws IOException {
        empty.client().putItem(put -> put.tableName("MembersTable")
                .item(Map.of("pk", AttributeValue.fromS("MEMBER#somebody"), "sk", AttributeValue.fromS("PROFILE"))));
        assertThatThrownBy(() -> new Restore(at(empty), AUDIT).from(made)).isInstanceOf(BackupException.class)
                .hasMessageContaining("Nothing was restored");
        assertThat(lines(empty, "ContentTable")).isEmpty();
    }

    @Test
    void aDamagedBackupIsRefusedBeforeAnythingIsWritten() throws IOException {
        for (String table : BackupTables.ALL) {
            String damaged = table.equals("AuditTable") ? "MembersTable" : table;
            Files.copy(made.resolve(damaged + ".jsonl.gz"), folder.resolve(table + ".jsonl.gz"));
        }
        Files.copy(made.resolve("manifest.json"), folder.resolve("manifest.json"));
        assertThatThrownBy(() -> new Restore(at(empty), AUDIT).from(folder)).isInstanceOf(BackupException.class)
                .hasMessageContaining("AuditTable").hasMessageContaining("Nothing was restored");
        assertThat(lines(empty, "ModerationTable")).isEmpty();
    }

    @Test
    void aFolderThatIsInUseIsNotOverwritten() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> new Backup(at(empty), AUDIT).into(folder)).isInstanceOf(BackupException.class).hasMessageContaining("not empty");
    }

    @Test
    void aLogThatSomebodyShortenedIsNotBackedUpAsIfItWereWhole() throws IOException {
        new Restore(at(empty), AUDIT).from(made);
        Map<String, AttributeValue> entry = TableFile.items(empty.client(), "AuditTable").iterator().next();
        empty.client().deleteItem(request -> request.tableName("AuditTable").key(Map.of("pk", entry.get("pk"), "sk", entry.get("sk"))));
        assertThatThrownBy(() -> new Backup(at(empty), AUDIT).into(folder))
                .isInstanceOf(BackupException.class).hasMessageContaining("not intact");
        assertThat(Manifest.isIn(folder)).isFalse();
    }

    private static BackupTables at(LocalDynamo tables) {
        return BackupTables.of(Map.of(), Template.region(), Optional.of(tables.endpoint()));
    }

    private static Set<String> lines(LocalDynamo tables, String table) {
        return items(tables, table).map(TableFile::line).collect(Collectors.toSet());
    }

    // What DynamoDB forgets by itself does not come back.
    private static Set<String> unexpired(LocalDynamo tables, String table) {
        long now = Instant.now().getEpochSecond();
        return items(tables, table).filter(item -> !Restore.expired(item, now)).map(TableFile::line).collect(Collectors.toSet());
    }

    private static Stream<Map<String, AttributeValue>> items(LocalDynamo tables, String table) {
        return StreamSupport.stream(TableFile.items(tables.client(), table).spliterator(), false);
    }
}
