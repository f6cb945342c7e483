package org.hearth.local.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Stands before an endpoint of AWS's and lets calls go wrong on their way there or back. */
public final class FaultyEndpoint implements AutoCloseable {
    private static final Set<String> NOT_PASSED_ON = Set.of("host", "connection", "content-length", "cookie", "transfer-encoding", "expect", "upgrade");
    private static final Set<String> WRITES = Set.of("PutItem", "DeleteItem", "UpdateItem", "TransactWriteItems", "BatchWriteItem");
    private static final String TRANSACTION = "TransactWriteItems";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI behind;
    private final Faults faults;

    private FaultyEndpoint(HttpServer server, URI behind, Faults faults) {
        this.server = server;
        this.behind = behind;
        this.faults = faults;
    }

    public static FaultyEndpoint start(URI behind, Faults faults) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        FaultyEndpoint endpoint = new FaultyEndpoint(server, behind, faults);
        server.setExecutor(endpoint.threads);
        server.createContext("/", endpoint::answer);
        server.start();
        InvocationCookies.toldTo(server.getAddress().getPort());
        return endpoint;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        // Closing without an answer breaks the connection, as a machine does that is switched off.
        try (exchange) {
            Invocation invocation = invocation(exchange);
            byte[] body = exchange.getRequestBody().readAllBytes();
            String operation = operation(exchange, body);
            boolean writes = WRITES.contains(operation);
            boolean tells = operation.equals("Publish");
            if (invocation != null) {
                faults.reached(invocation, writes ? "writes" : tells ? "tells" : "reads");
            }
            if (refused(exchange, operation, body)) {
                return;
            }
            HttpResponse<byte[]> answer = passOn(exchange, body);
            if (invocation != null && (writes || tells)) {
                faults.reached(invocation, writes ? "wrote" : "told");
            }
            if (faults.likely(faults.rates().lostReplies())) {
                faults.happened("reply lost");
                return;
            }
            answer.headers().map().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name) && !name.startsWith(":")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            send(exchange, answer.statusCode(), answer.body());
        } catch (Killed killed) {
            // Whoever called does not run any more.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Invocation invocation(HttpExchange exchange) {
        List<String> cookies = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
        return cookies.stream().filter(cookie -> cookie.startsWith(InvocationCookies.NAME)).findFirst()
                .map(cookie -> cookie.substring(InvocationCookies.NAME.length()))
                .map(id -> {
                    Invocation known = faults.invocation(id);
                    if (known == null) {
                        throw new Killed("a function that is over");
                    }
                    return known;
                }).orElse(null);
    }

    private static String operation(HttpExchange exchange, byte[] body) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            return target.substring(target.indexOf('.') + 1);
        }
        return new String(body, StandardCharsets.UTF_8).contains("Action=Publish") ? "Publish" : "";
    }

    /** Whether the call was answered here with a fault that AWS answers with, and never got there. */
    private boolean refused(HttpExchange exchange, String operation, byte[] body) throws IOException, InterruptedException {
        Faults.Rates rates = faults.rates();
        if (faults.likely(rates.slow())) {
            faults.happened("slow call");
            Thread.sleep(rates.delay());
        }
        if (operation.equals(TRANSACTION) && faults.likely(rates.cancelled())) {
            faults.happened("transaction cancelled");
            fault(exchange, "TransactionCanceledException", "Transaction cancelled", reasons(body));
            return true;
        }
        if (!operation.isEmpty() && !operation.equals("Publish") && faults.likely(rates.throttled())) {
            faults.happened("throttled");
            fault(exchange, "ProvisionedThroughputExceededException", "The level of configured provisioned throughput is exceeded", "");
            return true;
        }
        return false;
    }

    private static String reasons(byte[] body) {
        int items = new String(body, StandardCharsets.UTF_8).split("\"TableName\"", -1).length - 1;
        return ",\"CancellationReasons\":[{\"Code\":\"TransactionConflict\"}"
                + String.join("", IntStream.range(1, Math.max(1, items)).mapToObj(i -> ",{\"Code\":\"None\"}").toList()) + "]";
    }

    private static void fault(HttpExchange exchange, String type, String message, String more) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        send(exchange, 400, ("{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"" + message + "\"" + more + "}")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private HttpResponse<byte[]> passOn(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.close();
    }
}
