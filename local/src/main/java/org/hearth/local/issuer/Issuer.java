package org.hearth.local.issuer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.hearth.local.gateway.Bodies;
import org.hearth.local.gateway.BodyTooLarge;
import org.hearth.local.pages.Pages;

/**
 * Cognito's place: two OpenID Connect issuers, {@code /members} and {@code /staff}, on one port, with a page on which one
 * signs in as anybody. Codes, PKCE, keys and discovery are the OIDC mock's; the page and the tokens' claims are ours.
 */
public final class Issuer implements AutoCloseable {
    public static final String MEMBERS = "members";
    public static final String STAFF = "staff";
    public static final String CLIENT = "hearth-local";
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int LARGEST_FORM = 16 * 1024;

    private final HttpServer server;
    private final URI address;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final OAuth2HttpRequestHandler oauth;
    private final Tokens tokens;
    private final SignIn signIn;

    private Issuer(HttpServer server, URI address, String callback, List<Persona> personas) {
        this.server = server;
        this.address = address;
        KeyProvider keys = new KeyProvider();
        // Always in this order, so that each issuer has the same key in the next run and sessions outlive a restart.
        keys.signingKey(MEMBERS);
        keys.signingKey(STAFF);
        OAuth2TokenProvider provider = new OAuth2TokenProvider(keys);
        this.oauth = new OAuth2HttpRequestHandler(new OAuth2Config(true, null, null, false, provider));
        this.tokens = new Tokens(provider);
        this.signIn = new SignIn(callback, personas);
    }

    /**
     * Starts both issuers.
     *
     * @param preferredPort used if it is free, so that tokens name the same issuer in the next run; else any
     * @param callback the only address that people are sent back to
     */
    public static Issuer start(int preferredPort, String callback, List<Persona> personas) throws IOException {
        HttpServer server = bind(preferredPort);
        return new Issuer(server, URI.create("http://localhost:" + server.getAddress().getPort()), callback, personas).started();
    }

    /**
     * Starts both issuers where the functions were told that they are.
     *
     * @param address a name of this machine that the functions' containers can reach as well, and a port
     * @throws IOException if the port is taken
     */
    public static Issuer at(URI address, String callback, List<Persona> personas) throws IOException {
        InetAddress named = InetAddress.getByName(address.getHost());
        // Docker's desktop has a name for this machine that is no address of it, and leads to the loopback one.
        boolean ours = NetworkInterface.getByInetAddress(named) != null;
        HttpServer server = HttpServer.create(new InetSocketAddress(ours ? named : LOOPBACK, address.getPort()), 0);
        return new Issuer(server, address, callback, personas).started();
    }

    private Issuer started() {
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        return this;
    }

    private static HttpServer bind(int preferredPort) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(LOOPBACK, preferredPort), 0);
        } catch (BindException e) {
            return HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        }
    }

    public URI members() {
        return URI.create(address + "/" + MEMBERS);
    }

    public URI staff() {
        return URI.create(address + "/" + STAFF);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(Bodies.read(exchange, LARGEST_FORM), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            if (path.matches("/(members|staff)/authorize")) {
                authorize(exchange, path.startsWith("/" + STAFF), body);
            } else if (path.matches("/(members|staff)/token")) {
                OAuth2HttpResponse response = pass(exchange, body);
                send(exchange, response.getStatus() == 200 ? tokens.rewrite(response, path.split("/")[1]) : response);
            } else {
                send(exchange, pass(exchange, body));
            }
        } catch (BodyTooLarge e) {
            Pages.send(exchange, 413, "text/plain", "That form is too long.\n");
        } catch (RuntimeException e) {
            System.err.println("[issuer] " + e);
            Pages.send(exchange, 500, "text/plain", "The sign-in failed on this machine: " + e.getClass().getSimpleName() + "\n");
        }
    }

    private void authorize(HttpExchange exchange, boolean staff, String body) throws IOException {
        SignIn.Step step = exchange.getRequestMethod().equals("POST")
                ? signIn.submitted(exchange.getRequestURI(), staff, body) : signIn.asked(exchange.getRequestURI(), staff);
        switch (step) {
            case SignIn.Step.Page(var values) -> Pages.send(exchange, "sign-in", values);
            case SignIn.Step.Login(String form) -> send(exchange, pass(exchange, form));
            case SignIn.Step.Refused(String reason) -> Pages.send(exchange, 400, "text/plain; charset=utf-8", reason + "\n");
        }
    }

    private OAuth2HttpResponse pass(HttpExchange exchange, String body) {
        Headers.Builder headers = new Headers.Builder();
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("content-length")) {
                values.forEach(value -> headers.add(name, value));
            }
        });
        HttpUrl url = HttpUrl.get("http://" + exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
        OAuth2HttpRequest request = new OAuth2HttpRequest(headers.build(), exchange.getRequestMethod(), url, body);
        return oauth.getAuthorizationServer().invoke(request);
    }

    private static void send(HttpExchange exchange, OAuth2HttpResponse response) throws IOException {
        response.getHeaders().forEach(header -> exchange.getResponseHeaders().add(header.getFirst(), header.getSecond()));
        byte[] body = response.getBody() == null ? new byte[0] : response.getBody().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(response.getStatus(), body.length == 0 ? -1 : body.length);
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
