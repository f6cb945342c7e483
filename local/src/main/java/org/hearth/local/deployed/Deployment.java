package org.hearth.local.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hearth.local.template.TemplateException;

/**
 * What bin/localstack deployed, as it wrote it down.
 *
 * @param endpoint where AWS is
 * @param site where the front has to be, because the functions were told so
 * @param issuer where the sign-in has to be, under a name that the functions' containers can reach too
 * @param alerts the queue that both topics send to
 * @param names what CloudFormation called each resource, by its logical id
 */
public record Deployment(URI endpoint, String region, URI site, URI issuer, String alerts, Map<String, String> names) {
    /** @throws TemplateException if there is no such file, or it is not whole */
    public static Deployment read(Path file) {
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new TemplateException("There is no deployment in " + file + ": run bin/localstack first.");
        }
        Map<String, String> names = new LinkedHashMap<>();
        json.path("resources").forEach(pair -> names.put(pair.path(0).asText(), pair.path(1).asText()));
        return new Deployment(address(file, json, "endpoint"), text(file, json, "region"), address(file, json, "site"),
                address(file, json, "issuer"), text(file, json, "alerts"), Map.copyOf(names));
    }

    private static URI address(Path file, JsonNode json, String name) {
        return URI.create(text(file, json, name));
    }

    private static String text(Path file, JsonNode json, String name) {
        String text = json.path(name).asText();
        if (text.isEmpty()) {
            throw new TemplateException(file + " does not say which " + name + " it has: run bin/localstack again.");
        }
        return text;
    }

    /** The logical id of a topic. */
    String topic(String arn) {
        return names.entrySet().stream().filter(name -> name.getValue().equals(arn)).map(Map.Entry::getKey).findFirst().orElse(arn);
    }
}
