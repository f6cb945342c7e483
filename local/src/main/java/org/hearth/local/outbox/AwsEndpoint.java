package org.hearth.local.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hearth.local.gateway.Bodies;
import org.hearth.local.gateway.BodyTooLarge;
import org.hearth.local.pages.Pages;

/** What the AWS SDK talks to in the place of SNS (Publish), SES v2 (SendEmail), whose messages go into the outbox, Cognito (AdminGetUser) and the
 * Parameter Store. */
public final class AwsEndpoint implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_REQUEST = 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Outbox outbox;
    private final Parameters parameters;

    private AwsEndpoint(HttpServer server, Outbox outbox, Parameters parameters) {
        this.server = server;
        this.outbox = outbox;
        this.parameters = parameters;
    }

    /**
     * Starts it.
     *
     * @param folder where parameters are kept between runs; empty for memory only
     */
    public static AwsEndpoint start(Outbox outbox, Optional<Path> folder) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        AwsEndpoint endpoint = new AwsEndpoint(server, outbox, Parameters.in(folder));
        server.setExecutor(endpoint.threads);
        server.createContext("/", endpoint::other);
        server.createContext("/v2/email/outbound-emails", endpoint::ses);
        server.start();
        return endpoint;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void other(HttpExchange exchange) throws IOException {
        String target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target")).orElse("");
        if (target.equals("AWSCognitoIdentityProviderService.AdminGetUser")) {
            address(exchange);
        } else if (target.startsWith("AmazonSSM.")) {
            parameters(exchange, target.substring("AmazonSSM.".length()));
        } else {
            sns(exchange);
        }
    }

    private void parameters(HttpExchange exchange, String action) throws IOException {
        try (exchange) {
            JsonNode answer = parameters.answer(action, JSON.readTree(Bodies.read(exchange, LARGEST_REQUEST)));
            Pages.send(exchange, answer.has("__type") ? 400 : 200, "application/x-amz-json-1.1", answer.toString());
        }
    }

    /** Everybody who signs in here has an address that leads nowhere. */
    private void address(HttpExchange exchange) throws IOException {
        try (exchange) {
            String subject = JSON.readTree(Bodies.read(exchange, LARGEST_REQUEST)).path("Username").asText();
            ObjectNode user = JSON.createObjectNode().put("Username", subject).put("Enabled", true);
            ArrayNode attributes = user.putArray("UserAttributes");
            attributes.addObject().put("Name", "email").put("Value", subject + "@example.org");
            attributes.addObject().put("Name", "email_verified").put("Value", "true");
            Pages.send(exchange, 200, "application/x-amz-json-1.1", user.toString());
        }
    }

    private void sns(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form = form(new String(Bodies.read(exchange, LARGEST_REQUEST), StandardCharsets.UTF_8));
            String topic = form.getOrDefault("TopicArn", "");
            if (!"Publish".equals(form.get("Action")) || topic.isEmpty()) {
                error(exchange, "InvalidAction", "Only Publish to a TopicArn is known here.");
                return;
            }
            outbox.put("sns", topic.substring(topic.lastIndexOf(':') + 1), form.getOrDefault("Subject", "(no subject)"),
                    form.getOrDefault("Message", ""));
            Pages.send(exchange, 200, "text/xml", """
                    <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>%s</MessageId>\
                    </PublishResult><ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata></PublishResponse>
                    """.formatted(UUID.randomUUID(), UUID.randomUUID()));
        } catch (BodyTooLarge e) {
            error(exchange, "InvalidParameter", "Message too long");
        }
    }

    private void ses(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode mail = JSON.readTree(Bodies.read(exchange, LARGEST_REQUEST));
            JsonNode content = mail.path("Content").path("Simple");
            Map<String, String> headers = new LinkedHashMap<>();
            content.path("Headers").forEach(header -> headers.put(header.path("Name").asText(), header.path("Value").asText()));
            outbox.put("email", mail.path("Destination").path("ToAddresses").path(0).asText(),
                    content.path("Subject").path("Data").asText(), content.path("Body").path("Text").path("Data").asText(), headers);
            Pages.send(exchange, 200, "application/json", "{\"MessageId\":\"" + UUID.randomUUID() + "\"}");
        }
    }

    private static void error(HttpExchange exchange, String code, String message) throws IOException {
        Pages.send(exchange, 400, "text/xml", """
                <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>%s</Code>\
                <Message>%s</Message></Error><RequestId>%s</RequestId></ErrorResponse>
                """.formatted(code, message, UUID.randomUUID()));
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
