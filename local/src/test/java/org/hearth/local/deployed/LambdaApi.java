package org.hearth.local.deployed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearth.local.functions.FunctionFailure;
import org.hearth.local.tiny.TinyForum;

/** Lambda's Invoke as AWS describes it, for the tiny forum's functions under the names {@code stack-Function-1}. */
final class LambdaApi implements AutoCloseable {
    private static final Pattern INVOKE = Pattern.compile("/2015-03-31/functions/stack-(\\w+)-1/invocations\\?Qualifier=(\\w+)");

    private final HttpServer server;
    private final TinyForum forum;
    private final List<String> calls = new CopyOnWriteArrayList<>();

    LambdaApi(TinyForum forum) throws IOException {
        this.forum = forum;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The function and alias of each call so far. */
    List<String> calls() {
        return calls;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher call = INVOKE.matcher(exchange.getRequestURI().toString());
            if (!call.matches()) {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", "ResourceNotFoundException");
                send(exchange, 404, "{\"Type\":\"User\",\"Message\":\"Function not found\"}".getBytes(StandardCharsets.UTF_8));
                return;
            }
            calls.add(call.group(1) + ":" + call.group(2));
            try {
                send(exchange, 200, forum.hearth().invoke(call.group(1), exchange.getRequestBody().readAllBytes()));
            } catch (FunctionFailure e) {
                exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
                send(exchange, 200, "{\"errorMessage\":\"a person's words\"}".getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
