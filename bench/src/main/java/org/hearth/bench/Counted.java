package org.hearth.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code docs/counted.json}: what each operation used when it was last counted; the bill is computed from it. */
final class Counted {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Path FILE = Path.of("docs/counted.json");

    private Counted() {
    }

    static void write(Path root, List<Row> rows) throws IOException {
        Files.writeString(root.resolve(FILE), JSON.writeValueAsString(of(rows)) + "\n");
    }

    static ObjectNode read(Path root) throws IOException {
        return (ObjectNode) JSON.readTree(root.resolve(FILE).toFile());
    }

    private static ObjectNode of(List<Row> rows) {
        ObjectNode all = JSON.createObjectNode();
        rows.forEach(row -> all.putObject(row.operation()).put("trips", row.trips()).put("reads", row.reads())
                .put("writes", row.writes())
                .put("bytes", row.bytes()));
        return all;
    }
}
