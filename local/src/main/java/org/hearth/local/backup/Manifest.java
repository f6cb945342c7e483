package org.hearth.local.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a backup holds.
 *
 * @param at when the last table had been read, ISO 8601 in UTC
 * @param tables by the template's name: how many items, and the sum of their hashes
 * @param auditEntries how many entries of the audit log were followed and found intact
 */
record Manifest(int format, String at, Map<String, Contents> tables, long auditEntries) {
    static final int FORMAT = 1;
    private static final String NAME = "manifest.json";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** One table's contents. */
    record Contents(long items, String digest) {
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    static Manifest read(Path folder) throws IOException {
        if (!isIn(folder)) {
            throw new BackupException(folder + " holds no whole backup: there is no " + NAME + ", which is written last.");
        }
        try {
            Manifest manifest = JSON.readValue(folder.resolve(NAME).toFile(), Manifest.class);
            if (manifest.format() != FORMAT || !manifest.tables().keySet().containsAll(BackupTables.ALL)) {
                throw new BackupException("This backup was made by another version of Hearth: restore it with that one.");
            }
            return manifest;
        } catch (JsonProcessingException e) {
            throw new BackupException(folder.resolve(NAME) + " can't be read: it is not as it was written.", e);
        }
    }

    void write(Path folder) throws IOException {
        JSON.writeValue(folder.resolve(NAME).toFile(), this);
    }
}
