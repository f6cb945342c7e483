package org.hearth.local.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.hearth.local.tables.ItemJson;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** One table's items in a file, one a line in DynamoDB's JSON, compressed. */
final class TableFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    TableFile(Path folder, String table) {
        this.file = folder.resolve(table + ".jsonl.gz");
    }

    Manifest.Contents write(DynamoDbClient client, String table) throws IOException {
        Digest digest = new Digest();
        try (BufferedWriter out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            for (Map<String, AttributeValue> item : items(client, table)) {
                String line = line(item);
                digest.add(line);
                out.write(line);
                out.write('\n');
            }
        }
        return new Manifest.Contents(digest.count(), digest.sum());
    }

    /** Hands over every item. */
    void read(Consumer<Map<String, AttributeValue>> reader) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                reader.accept(ItemJson.read(JSON.readTree(line)));
            }
        } catch (IllegalArgumentException | JsonProcessingException e) {
            throw new BackupException(file + " can't be read: it is not as it was written.", e);
        }
    }

    /** Every item of a table as it is now, a page at a time. */
    static Iterable<Map<String, AttributeValue>> items(DynamoDbClient client, String table) {
        return client.scanPaginator(ScanRequest.builder().tableName(table).consistentRead(true).build()).items();
    }

    /** An item's line in the file: the same text for the same item. */
    static String line(Map<String, AttributeValue> item) {
        return ItemJson.write(item).toString();
    }
}
