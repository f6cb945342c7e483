package org.hearth.local.streams;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How far each mapping has read each shard, kept in a file between runs where the tables are. */
public final class Checkpoints {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<Path> file;
    private final Map<String, String> positions = new TreeMap<>();
    private boolean changed;

    private Checkpoints(Optional<Path> file) {
        this.file = file;
    }

    /**
     * Reads what an earlier run left.
     *
     * @param folder the folder of the tables; empty to keep nothing
     */
    public static Checkpoints open(Optional<Path> folder) throws IOException {
        Checkpoints checkpoints = new Checkpoints(folder.map(path -> path.resolve("streams.json")));
        if (checkpoints.file.isPresent() && Files.exists(checkpoints.file.get())) {
            checkpoints.positions.putAll(JSON.readValue(Files.readAllBytes(checkpoints.file.get()), new TypeReference<>() { }));
        }
        return checkpoints;
    }

    synchronized Optional<String> position(String mapping, String shard) {
        return Optional.ofNullable(positions.get(mapping + " " + shard));
    }

    synchronized void reached(String mapping, String shard, String sequenceNumber) {
        changed |= !sequenceNumber.equals(positions.put(mapping + " " + shard, sequenceNumber));
    }

    /** Writes the file if something changed since it was last written. */
    public synchronized void save() throws IOException {
        if (changed && file.isPresent()) {
            Path fresh = file.get().resolveSibling("streams.json.new");
            Files.write(fresh, JSON.writeValueAsBytes(positions));
            Files.move(fresh, file.get(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        changed = false;
    }
}
