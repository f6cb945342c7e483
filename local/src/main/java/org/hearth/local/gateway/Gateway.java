package org.hearth.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hearth.local.functions.FunctionFailure;
import org.hearth.local.functions.LambdaFunction;
import org.hearth.local.functions.LambdaFunctions;
import org.hearth.local.template.FunctionSpec;
import org.hearth.local.template.Template;

/** CloudFront, API Gateway and the bucket in one: pages and {@code /api} on one origin, on this machine only. */
public final class Gateway implements AutoCloseable {
    /** An HTTP API's limit for a request body. */
    static final int LARGEST_BODY = 10 * 1024 * 1024;
    /** Lambda's limit for an event, and for an answer. */
    static final int LARGEST_EVENT = 6 * 1024 * 1024;
    /** API Gateway's limit for the request line and all headers together. */
    static final int LARGEST_HEADERS = 10_240;

    static {
        // Without it every response on a kept connection waits 40 ms for the other side's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // A sender of a body that is too large hears why, instead of a broken connection, up to this size.
        System.setProperty("sun.net.httpserver.drainAmount", Integer.toString(2 * LARGEST_BODY));
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Routes routes = new Routes();
    private final Authorizers authorizers;
    private final SecurityHeaders securityHeaders;
    private final EdgeCompression compression;
    private final StaticSite site;
    private final Runnable written;

    private Gateway(HttpServer server, Template template, LambdaFunctions functions, Path pages, Runnable written) {
        this.server = server;
        this.authorizers = new Authorizers(template, functions);
        this.securityHeaders = SecurityHeaders.of(template);
        this.compression = EdgeCompression.of(template);
        this.site = new StaticSite(pages);
        this.written = written;
        for (String name : functions.names()) {
            LambdaFunction function = functions.get(name);
            for (FunctionSpec.Route route : function.spec().routes()) {
                route.authorizer().ifPresent(template::authorizer);
                routes.add(route, function);
            }
        }
    }

    /** Takes the port, without answering yet, so that a taken one is known before anything else is started. */
    public static HttpServer bind(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    }

    /**
     * Begins to answer.
     *
     * @param pages the folder of the static site
     * @param written is told after each request that may have written something
     * @param own handlers of this runner's own paths, by their prefix
     */
    public static Gateway start(HttpServer server, Template template, LambdaFunctions functions, Path pages, Runnable written,
            Map<String, HttpHandler> own) {
        Gateway gateway = new Gateway(server, template, functions, pages, written);
        server.setExecutor(gateway.threads);
        server.createContext("/", gateway::answer);
        own.forEach(server::createContext);
        server.start();
        return gateway;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Asks the authorizers anew for everybody, as API Gateway does when its time has passed. */
    public void forgetAuthorizations() {
        authorizers.forget();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response;
            try {
                response = respond(exchange);
            } catch (BodyTooLarge e) {
                exchange.getResponseHeaders().set("Connection", "close");
                response = Response.message(413, "Request Entity Too Large");
            } catch (RuntimeException e) {
                System.err.println("[gateway] " + e.getClass().getName() + " at " + e.getStackTrace()[0]);
                response = Response.functionFailed();
            }
            send(exchange, response);
        }
    }

    private Response respond(HttpExchange exchange) throws IOException {
        if (headerSize(exchange) > LARGEST_HEADERS) {
            return Response.message(431, "Request Header Fields Too Large");
        }
        String path = exchange.getRequestURI().getRawPath();
        if (path == null || !path.startsWith("/")) {
            return Response.message(400, "Bad Request");
        }
        if (!path.startsWith("/api/")) {
            return site.get(Request.of(exchange, new byte[0]));
        }
        Optional<Routes.Match> match = routes.find(exchange.getRequestMethod(), path);
        if (match.isEmpty()) {
            return Response.notFound();
        }
        Request request = Request.of(exchange, Bodies.read(exchange, LARGEST_BODY));
        return request.body().length > LARGEST_EVENT ? Response.message(413, "Request Entity Too Large")
                : compression.apply(request, authorize(request, match.get()));
    }

    private Response authorize(Request request, Routes.Match match) {
        if (match.route().authorizer().isEmpty()) {
            return call(request, match, Optional.empty());
        }
        return switch (authorizers.ask(match.route().authorizer().get(), request, match)) {
            case Authorizers.Verdict.Allowed(JsonNode context) -> call(request, match, Optional.of(context));
            case Authorizers.Verdict.Refused(Response response) -> response;
        };
    }

    private Response call(Request request, Routes.Match match, Optional<JsonNode> context) {
        try {
            byte[] answer = match.function().invoke(HttpEvent.forFunction(request, match, context));
            return answer.length > LARGEST_EVENT ? Response.functionFailed() : Response.ofFunction(answer);
        } catch (FunctionFailure e) {
            return Response.functionFailed();
        } finally {
            if (!request.method().equals("GET")) {
                written.run();
            }
        }
    }

    private void send(HttpExchange exchange, Response response) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(response.headers());
        securityHeaders.putOn(headers);
        headers.remove("content-length");
        headers.forEach(exchange.getResponseHeaders()::set);
        response.cookies().forEach(cookie -> exchange.getResponseHeaders().add("Set-Cookie", cookie));
        boolean head = exchange.getRequestMethod().equals("HEAD");
        boolean empty = head || response.body().length == 0 || response.status() == 304 || response.status() == 204;
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(response.body().length));
        }
        exchange.sendResponseHeaders(response.status(), empty ? -1 : response.body().length);
        if (!empty) {
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(response.body());
            }
        }
    }

    private static int headerSize(HttpExchange exchange) {
        int[] size = {exchange.getRequestURI().toString().length()};
        exchange.getRequestHeaders().forEach((name, values) ->
                values.forEach(value -> size[0] += name.length() + value.length() + 4));
        return size[0];
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
