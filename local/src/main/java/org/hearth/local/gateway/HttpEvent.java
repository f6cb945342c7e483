package org.hearth.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hearth.local.template.Template;

/** An HTTP API's events, payload format 2.0: for a route's function and for an authorizer. */
final class HttpEvent {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter CLF =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String STAGE = "$default";

    private HttpEvent() {
    }

    static byte[] forFunction(Request request, Routes.Match match, Optional<JsonNode> authorizerContext) {
        ObjectNode event = common(request, match);
        ObjectNode context = (ObjectNode) event.get("requestContext");
        authorizerContext.ifPresent(lambda -> context.putObject("authorizer").set("lambda", lambda));
        if (request.body().length > 0) {
            putBody(event, request);
        } else {
            event.put("isBase64Encoded", false);
        }
        return bytes(event);
    }

    static byte[] forAuthorizer(Request request, Routes.Match match, List<String> identity) {
        ObjectNode event = common(request, match);
        event.put("type", "REQUEST");
        event.put("routeArn", "arn:aws:execute-api:" + Template.region() + ":000000000000:local/" + STAGE + "/"
                + request.method() + request.path());
        identity.forEach(event.putArray("identitySource")::add);
        return bytes(event);
    }

    private static ObjectNode common(Request request, Routes.Match match) {
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "2.0");
        event.put("routeKey", match.route().key());
        event.put("rawPath", request.path());
        event.put("rawQueryString", request.rawQuery());
        request.cookies().forEach(event.putArray("cookies")::add);
        request.headers().forEach(event.putObject("headers")::put);
        if (!request.rawQuery().isEmpty()) {
            request.queryParameters().forEach(event.putObject("queryStringParameters")::put);
        }
        ObjectNode context = event.putObject("requestContext");
        Instant now = Instant.now();
        context.put("accountId", "000000000000").put("apiId", "local").put("domainName", request.headers().get("host"))
                .put("domainPrefix", "local").put("requestId", UUID.randomUUID().toString())
                .put("routeKey", match.route().key()).put("stage", STAGE)
                .put("time", CLF.format(now)).put("timeEpoch", now.toEpochMilli());
        context.putObject("http").put("method", request.method()).put("path", request.path()).put("protocol", "HTTP/1.1")
                .put("sourceIp", request.sourceAddress()).put("userAgent", request.header("user-agent").orElse(""));
        if (!match.pathParameters().isEmpty()) {
            match.pathParameters().forEach(event.putObject("pathParameters")::put);
        }
        return event;
    }

    /** Text goes as it is; what is not text, or is not the UTF-8 that it should be, goes as Base64 with not a byte changed. */
    private static void putBody(ObjectNode event, Request request) {
        Optional<String> text = isText(request.header("content-type").orElse("")) ? utf8(request.body()) : Optional.empty();
        event.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(request.body())));
        event.put("isBase64Encoded", text.isEmpty());
    }

    private static boolean isText(String contentType) {
        String type = contentType.split(";")[0].strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || type.endsWith("json") || type.endsWith("xml") || type.endsWith("javascript");
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(ObjectNode event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
