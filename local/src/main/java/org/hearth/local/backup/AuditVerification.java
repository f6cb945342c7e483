package org.hearth.local.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearth.local.functions.FunctionArchive;
import org.hearth.local.functions.FunctionFailure;
import org.hearth.local.functions.FunctionLog;
import org.hearth.local.functions.LocalFunctions;
import org.hearth.local.template.FunctionSpec;
import org.hearth.local.template.Template;

/** Has the forum's own function, from the archive that is deployed, follow the audit log of some tables from its first entry to its head. */
final class AuditVerification {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> VARIABLES = Map.of("CONTENT_TABLE", "ContentTable", "MEMBERS_TABLE", "MembersTable",
            "MODERATION_TABLE", "ModerationTable", "AUDIT_TABLE", "AuditTable");

    private final Path root;

    AuditVerification(Path root) {
        this.root = root;
    }

    /**
     * Counts the entries.
     *
     * @throws BackupException if one is missing or is not as it was written
     */
    long entriesOf(BackupTables tables) throws IOException {
        FunctionSpec spec = moderation(tables);
        try (FunctionArchive archive = FunctionArchive.open(root.resolve(spec.code()));
                LocalFunctions functions = LocalFunctions.load(archive, List.of(spec), connection(tables), new FunctionLog(line -> { }))) {
            byte[] event = Files.readAllBytes(root.resolve("events/moderation-verification.json"));
            JsonNode answer = JSON.readTree(functions.get(spec.id()).invoke(event));
            JsonNode found = JSON.readTree(answer.path("body").asText("{}"));
            if (answer.path("statusCode").asInt() != 200 || !found.path("intact").asBoolean()) {
                throw new BackupException("The audit log is not intact: " + found.path("brokenAt")
                        + ". See docs/operating.md, \"The audit log does not verify\".");
            }
            return found.path("entries").asLong();
        } catch (FunctionFailure e) {
            throw new BackupException("The audit log could not be verified: " + e.getMessage(), e);
        }
    }

    private FunctionSpec moderation(BackupTables tables) {
        FunctionSpec spec = Template.read(root.resolve("template.yaml"), Map.of()).functions().stream()
                .filter(function -> function.id().equals("ModerationFunction")).findFirst().orElseThrow();
        Map<String, String> environment = new LinkedHashMap<>(spec.environment());
        VARIABLES.forEach((variable, table) -> environment.put(variable, tables.name(table)));
        environment.put("PARAMETERS", ""); // What is witnessed of a running forum is nothing to a copy of it.
        return new FunctionSpec(spec.id(), spec.code(), spec.handler(), spec.timeout().multipliedBy(30), spec.memoryMegabytes(),
                environment, List.of(), List.of(), List.of());
    }

    private static Map<String, String> connection(BackupTables tables) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("aws.region", tables.region());
        tables.endpoint().ifPresent(local -> {
            properties.put("aws.endpointUrlDynamoDb", local.toString());
            properties.put("aws.accessKeyId", "local");
            properties.put("aws.secretAccessKey", "local");
        });
        return properties;
    }
}
