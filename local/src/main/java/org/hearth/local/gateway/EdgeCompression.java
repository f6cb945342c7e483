package org.hearth.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.hearth.local.template.Template;

/** Compresses what the API says where CloudFront would: in the cache behaviours of which the cache policy keeps a gzip. */
final class EdgeCompression {
    /** CloudFront compresses nothing smaller. */
    private static final int SMALLEST = 1000;
    private static final String DISTRIBUTION = "Site";

    private final List<Behaviour> behaviours = new ArrayList<>();

    static EdgeCompression of(Template template) {
        EdgeCompression compression = new EdgeCompression();
        template.resource(DISTRIBUTION).map(site -> site.path("DistributionConfig").path("CacheBehaviors"))
                .ifPresent(all -> all.forEach(behaviour -> compression.behaviours.add(new Behaviour(
                        behaviour.path("PathPattern").asText(), compresses(template, behaviour)))));
        return compression;
    }

    private static boolean compresses(Template template, JsonNode behaviour) {
        Optional<JsonNode> policy = template.resource(behaviour.path("CachePolicyId").asText());
        return behaviour.path("Compress").asBoolean() && policy.filter(found -> found.path("CachePolicyConfig")
                .path("ParametersInCacheKeyAndForwardedToOrigin").path("EnableAcceptEncodingGzip").asBoolean()).isPresent();
    }

    Response apply(Request request, Response response) {
        boolean wanted = request.method().equals("GET") && request.header("accept-encoding").orElse("").contains("gzip")
                && response.body().length >= SMALLEST && !response.headers().containsKey("content-encoding")
                && behaviours.stream().filter(behaviour -> behaviour.matches(request.rawPath())).findFirst()
                        .map(Behaviour::compresses).orElse(false);
        if (!wanted) {
            return response;
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(response.headers());
        headers.put("content-encoding", "gzip");
        headers.put("vary", "accept-encoding");
        return new Response(response.status(), headers, response.cookies(), gzip(response.body()));
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private record Behaviour(String pattern, boolean compresses) {
        boolean matches(String path) {
            return pattern.endsWith("*") ? path.startsWith(pattern.substring(0, pattern.length() - 1)) : path.equals(pattern);
        }
    }
}
