package org.hearth.local.pages;

import com.sun.net.httpserver.HttpExchange;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The runner's own few pages; FreeMarker escapes whatever is put into them. */
public final class Pages {
    private static final Configuration TEMPLATES = configuration();

    private Pages() {
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(Pages.class, "");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocalizedLookup(false);
        return configuration;
    }

    /** Sends a page made of {@code name.ftlh} and the values. */
    public static void send(HttpExchange exchange, String name, Map<String, ?> values) throws IOException {
        StringWriter page = new StringWriter();
        try {
            TEMPLATES.getTemplate(name + ".ftlh").process(values, page);
        } catch (TemplateException e) {
            throw new IOException(e);
        }
        send(exchange, 200, "text/html; charset=utf-8", page.toString());
    }

    public static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'");
        boolean empty = exchange.getRequestMethod().equals("HEAD") || bytes.length == 0;
        exchange.sendResponseHeaders(status, empty ? -1 : bytes.length);
        if (!empty) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
