package org.hearth.local.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.local.pages.Pages;

/** Shows the outbox to the person at this machine: as a page, or as JSON to who asks for that. */
public final class OutboxPage implements HttpHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Outbox outbox;

    public OutboxPage(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("");
            String accept = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept")).orElse("");
            if (!host.matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?")) {
                Pages.send(exchange, 403, "text/plain", "The outbox answers to localhost only.\n");
            } else if (accept.contains("application/json")) {
                Pages.send(exchange, 200, "application/json", json());
            } else {
                Pages.send(exchange, "outbox", Map.of("limit", Outbox.LIMIT, "messages", texts()));
            }
        }
    }

    private String json() {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode items = document.putArray("items");
        for (Outbox.Message message : outbox.messages()) {
            items.addObject().put("number", message.number()).put("at", message.at().toString()).put("kind", message.kind())
                    .put("to", message.to()).put("subject", message.subject()).put("body", message.body());
        }
        return document.toString();
    }

    private List<Map<String, String>> texts() {
        return outbox.messages().stream().map(message -> Map.of("at", message.at().toString(), "kind", message.kind(),
                "to", message.to(), "subject", message.subject(), "body", message.body())).toList();
    }
}
