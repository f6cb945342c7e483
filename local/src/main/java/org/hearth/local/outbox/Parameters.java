package org.hearth.local.outbox;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Parameter Store's GetParameter and PutParameter, kept in a file where the tables are. */
final class Parameters {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<Path> file;
    private final Map<String, String> values = new TreeMap<>();

    private Parameters(Optional<Path> file) {
        this.file = file;
    }

    /** Reads what an earlier run left in the folder. */
    static Parameters in(Optional<Path> folder) throws IOException {
        Parameters parameters = new Parameters(folder.map(path -> path.resolve("parameters.json")));
        if (parameters.file.isPresent() && Files.exists(parameters.file.get())) {
            parameters.values.putAll(JSON.readValue(parameters.file.get().toFile(), new TypeReference<>() { }));
        }
        return parameters;
    }

    synchronized JsonNode answer(String action, JsonNode asked) throws IOException {
        String name = asked.path("Name").asText();
        ObjectNode answer = JSON.createObjectNode();
        return switch (action) {
            case "GetParameter" -> {
                if (!values.containsKey(name)) {
                    yield answer.put("__type", "ParameterNotFound");
                }
                answer.putObject("Parameter").put("Name", name).put("Value", values.get(name));
                yield answer;
            }
            case "PutParameter" -> {
                if (values.containsKey(name) && !asked.path("Overwrite").asBoolean()) {
                    yield answer.put("__type", "ParameterAlreadyExists");
                }
                values.put(name, asked.path("Value").asText());
                save();
                yield answer.put("Version", 1);
            }
            default -> answer.put("__type", "InvalidAction");
        };
    }

    // There is a secret in it, so it is for nobody else on this machine.
    private void save() throws IOException {
        if (file.isPresent()) {
            Path fresh = file.get().resolveSibling("parameters.json.new");
            Files.deleteIfExists(fresh);
            if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(fresh, JSON.writeValueAsBytes(values));
            Files.move(fresh, file.get(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
