package org.hearth.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads all tables into a folder. */
final class Backup {
    private static final int TRIES = 5;
    // Whatever holds a post or decides on it moves the audit log's head in the same transaction.
    private static final Map<String, AttributeValue> AUDIT_HEAD =
            Map.of("pk", AttributeValue.fromS("AUDIT"), "sk", AttributeValue.fromS("HEAD"));

    private final BackupTables tables;
    private final AuditVerification audit;

    Backup(BackupTables tables, AuditVerification audit) {
        this.tables = tables;
        this.audit = audit;
    }

    /**
     * Reads the tables again until nothing was held or decided meanwhile, so that posts, cases and the audit log fit each other.
     *
     * @param folder is made, and must be empty if it is there
     * @throws BackupException if it isn't, if the audit log is broken, or if the forum was never quiet for long enough
     */
    Manifest into(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new BackupException("The folder " + folder + " is not empty: choose another one.");
            }
        }
        try (DynamoDbClient client = tables.client()) {
            for (int i = 0; i < TRIES; i++) {
                Map<String, AttributeValue> before = auditHead(client);
                Map<String, Manifest.Contents> contents = read(client, folder);
                if (before.equals(auditHead(client))) {
                    Manifest manifest = new Manifest(Manifest.FORMAT, Instant.now().toString(), contents, audit.entriesOf(tables));
                    manifest.write(folder);
                    return manifest;
                }
            }
        }
        throw new BackupException("Moderators were deciding all the while, so that no reading of the tables fits together: try again at a quiet"
                + " hour, or back up copies of one moment (docs/operating.md, \"Backing up and restoring\").");
    }

    private Map<String, Manifest.Contents> read(DynamoDbClient client, Path folder) throws IOException {
        Map<String, Manifest.Contents> contents = new LinkedHashMap<>();
        for (String table : BackupTables.ALL) {
            contents.put(table, new TableFile(folder, table).write(client, tables.name(table)));
        }
        return contents;
    }

    private Map<String, AttributeValue> auditHead(DynamoDbClient client) {
        return client.getItem(get -> get.tableName(tables.name("ModerationTable")).key(AUDIT_HEAD).consistentRead(true)).item();
    }
}
