package org.hearth.local.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Writes a backup into tables that are empty, or that an earlier try has filled in part. */
final class Restore {
    private static final int BATCH = 25;
    private static final int TRIES = 10;

    /**
     * What came of it.
     *
     * @param changed items that are there, but no longer as they were in the backup: the forum was at work already
     */
    record Result(long items, long changed, long auditEntries) {
    }

    private final BackupTables tables;
    private final AuditVerification audit;

    Restore(BackupTables tables, AuditVerification audit) {
        this.tables = tables;
        this.audit = audit;
    }

    /**
     * Restores a backup and verifies it: every item by its hash, and the audit log from its first entry to its head.
     *
     * @throws BackupException before anything is written, if the backup is not as it was made, or a table holds what the backup does not
     */
    Result from(Path folder) throws IOException {
        Manifest manifest = Manifest.read(folder);
        Map<String, Map<String, ByteBuffer>> wanted = new HashMap<>();
        try (DynamoDbClient client = tables.client()) {
            for (String table : BackupTables.ALL) {
                wanted.put(table, hashes(folder, table, manifest.tables().get(table)));
            }
            for (String table : BackupTables.ALL) {
                refuseStrangers(client, table, wanted.get(table));
            }
            for (String table : BackupTables.ALL) {
                write(client, folder, table, wanted.get(table));
            }
            long changed = 0;
            for (String table : BackupTables.ALL) {
                changed += verify(client, table, wanted.get(table));
            }
            long items = wanted.values().stream().mapToLong(Map::size).sum();
            return new Result(items, changed, audit.entriesOf(tables));
        }
    }

    private static Map<String, ByteBuffer> hashes(Path folder, String table, Manifest.Contents contents) throws IOException {
        Digest digest = new Digest();
        Map<String, ByteBuffer> hashes = new HashMap<>();
        long now = Instant.now().getEpochSecond();
        new TableFile(folder, table).read(item -> {
            String line = TableFile.line(item);
            digest.add(line);
            if (!expired(item, now)) {
                hashes.put(key(item), ByteBuffer.wrap(Digest.hash(line)));
            }
        });
        if (!digest.sum().equals(contents.digest()) || digest.count() != contents.items()) {
            throw new BackupException(table + " in " + folder + " is not as it was backed up (" + digest.count() + " items, "
                    + contents.items() + " were written). Nothing was restored.");
        }
        return hashes;
    }

    /** What DynamoDB would forget at once is not written. */
    static boolean expired(Map<String, AttributeValue> item, long now) {
        AttributeValue end = item.get("expiresAt");
        return end != null && end.n() != null && Long.parseLong(end.n()) < now;
    }

    private static String key(Map<String, AttributeValue> item) {
        return item.get("pk").s() + '\n' + item.get("sk").s();
    }

    private void refuseStrangers(DynamoDbClient client, String table, Map<String, ByteBuffer> wanted) {
        for (Map<String, AttributeValue> item : TableFile.items(client, tables.name(table))) {
            if (!wanted.containsKey(key(item))) {
                throw new BackupException("The table " + tables.name(table) + " holds something that is not in this backup. Restore into new,"
                        + " empty tables, so that nothing is mixed or lost. Nothing was restored.");
            }
        }
    }

    private void write(DynamoDbClient client, Path folder, String table, Map<String, ByteBuffer> wanted) throws IOException {
        List<WriteRequest> batch = new ArrayList<>();
        new TableFile(folder, table).read(item -> {
            if (wanted.containsKey(key(item))) {
                batch.add(WriteRequest.builder().putRequest(PutRequest.builder().item(item).build()).build());
            }
            if (batch.size() == BATCH) {
                send(client, table, batch);
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            send(client, table, batch);
        }
    }

    private void send(DynamoDbClient client, String table, List<WriteRequest> batch) {
        Map<String, List<WriteRequest>> left = Map.of(tables.name(table), List.copyOf(batch));
        for (int i = 0; !left.isEmpty(); i++) {
            if (i == TRIES) {
                throw new BackupException("DynamoDB takes no more just now: run this again, and it goes on where it was.");
            }
            Map<String, List<WriteRequest>> now = left;
            left = client.batchWriteItem(request -> request.requestItems(now)).unprocessedItems();
            if (!left.isEmpty()) {
                pause(i);
            }
        }
    }

    private static void pause(int tries) {
        try {
            Thread.sleep(50L << Math.min(tries, 7));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackupException("Stopped: run this again, and it goes on where it was.", e);
        }
    }

    private long verify(DynamoDbClient client, String table, Map<String, ByteBuffer> wanted) {
        long found = 0;
        long changed = 0;
        for (Map<String, AttributeValue> item : TableFile.items(client, tables.name(table))) {
            ByteBuffer expected = wanted.get(key(item));
            if (expected != null) {
                found++;
                changed += expected.equals(ByteBuffer.wrap(Digest.hash(TableFile.line(item)))) ? 0 : 1;
            }
        }
        if (found < wanted.size()) {
            throw new BackupException("Of " + wanted.size() + " items, " + found + " arrived in " + tables.name(table)
                    + ": run this again, and it goes on where it was.");
        }
        return changed;
    }
}
