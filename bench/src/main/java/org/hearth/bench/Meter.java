package org.hearth.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hearth.local.tables.LocalDynamo;

/**
 * Stands between the functions and DynamoDB, passes everything on, and counts. What reading used is what DynamoDB Local says,
 * which is right; what a transaction writes it counts wrongly, so {@link WriteUnits} works that out from the items.
 */
final class Meter implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SET_BY_THE_CLIENT = Set.of("host", "content-length", "connection", "expect", "upgrade");
    private static final Set<String> SET_BY_THE_SERVER = Set.of("content-length", "transfer-encoding", "connection", "date");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final URI tables;
    private final WriteUnits writes;
    private Used used = Used.NOTHING;

    /**
     * What was used since the last look.
     *
     * @param trips calls to DynamoDB, one after the other
     * @param calls their names, in order
     * @param reads read units
     * @param writes write units
     * @param bytes what DynamoDB answered, in bytes
     */
    record Used(int trips, List<String> calls, double reads, double writes, long bytes) {
        static final Used NOTHING = new Used(0, List.of(), 0, 0, 0);

        Used and(String call, double reads, double writes, long bytes) {
            List<String> all = new ArrayList<>(calls);
            all.add(call);
            return new Used(trips + 1, List.copyOf(all), this.reads + reads, this.writes + writes, this.bytes + bytes);
        }
    }

    private Meter(LocalDynamo dynamo, WriteUnits writes) throws IOException {
        this.tables = dynamo.endpoint();
        this.writes = writes;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    static Meter before(LocalDynamo dynamo, WriteUnits writes) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        return new Meter(dynamo, writes);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was used since this was last called. */
    synchronized Used taken() {
        Used all = used;
        used = Used.NOTHING;
        return all;
    }

    private synchronized void count(String call, double reads, double writes, long bytes) {
        used = used.and(call, reads, writes, bytes);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            String call = exchange.getRequestHeaders().getFirst("X-Amz-Target").replaceFirst(".*\\.", "");
            ObjectNode request = (ObjectNode) JSON.readTree(exchange.getRequestBody());
            double transaction = call.equals("TransactWriteItems") ? writes.of(request) : 0;
            HttpResponse<byte[]> answer = send(exchange, JSON.writeValueAsBytes(request.put("ReturnConsumedCapacity",
                    "INDEXES")));
            count(call, answer, transaction);
            answer.headers().map().forEach((name, values) -> {
                if (!SET_BY_THE_SERVER.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private void count(String call, HttpResponse<byte[]> answer, double transaction) throws IOException {
        JsonNode consumed = JSON.readTree(answer.body()).path("ConsumedCapacity");
        double units = consumed.isArray() ? sum(consumed) : consumed.path("CapacityUnits").asDouble();
        boolean reads = Set.of("Query", "GetItem", "BatchGetItem", "Scan").contains(call);
        boolean transacts = call.equals("TransactWriteItems");
        count(call, reads ? units : 0, transacts ? transaction : reads ? 0 : units, answer.body().length);
    }

    private static double sum(JsonNode consumed) {
        double sum = 0;
        for (JsonNode table : consumed) {
            sum += table.path("CapacityUnits").asDouble();
        }
        return sum;
    }

    private HttpResponse<byte[]> send(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(tables).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!SET_BY_THE_CLIENT.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.close();
    }
}
