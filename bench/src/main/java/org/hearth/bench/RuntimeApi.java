package org.hearth.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lambda's side of the runtime API, for one function and one event: what AWS's runtime interface client asks it for. */
final class RuntimeApi implements AutoCloseable {
    private static final String API = "/2018-06-01/runtime/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final byte[] event;
    private final CompletableFuture<Void> restored = new CompletableFuture<>();
    private final CompletableFuture<Void> mayRestore = new CompletableFuture<>();
    private final CompletableFuture<String> answered = new CompletableFuture<>();
    private boolean sent;

    private RuntimeApi(byte[] event) throws IOException {
        this.event = event;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext(API, this::answer);
        server.start();
    }

    static RuntimeApi start(byte[] event) throws IOException {
        return new RuntimeApi(event);
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Waits until the function is ready to be kept as a snapshot. */
    void awaitSnapshot(long seconds) throws InterruptedException {
        await(restored, seconds);
    }

    /** Lets it go on, as from a snapshot. */
    void restore() {
        mayRestore.complete(null);
    }

    /**
     * Waits for what the function answers.
     *
     * @throws IllegalStateException if it fails or takes longer
     */
    String awaitAnswer(long seconds) throws InterruptedException {
        return await(answered, seconds);
    }

    private static <T> T await(CompletableFuture<T> future, long seconds) throws InterruptedException {
        try {
            return future.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("The function did not answer within " + seconds + " s", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String what = exchange.getRequestURI().getPath().substring(API.length());
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (what.equals("restore/next")) {
                restored.complete(null);
                mayRestore.join();
                send(exchange, 200, new byte[0]);
            } else if (what.equals("invocation/next")) {
                next(exchange);
            } else {
                send(exchange, 202, new byte[0]);
                if (what.endsWith("/response")) {
                    answered.complete(new String(body, StandardCharsets.UTF_8));
                } else {
                    answered.completeExceptionally(new IllegalStateException("The function failed: "
                            + new String(body, StandardCharsets.UTF_8)));
                }
            }
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        if (sent) {
            // There is one event only; the client waits here until it is ended.
            new CompletableFuture<Void>().join();
        }
        sent = true;
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "bench");
        exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 60_000));
        exchange.getResponseHeaders().set("Lambda-Runtime-Invoked-Function-Arn",
                "arn:aws:lambda:eu-west-2:000000000000:function:bench");
        send(exchange, 200, event);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
