package org.hearth.lambda.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong with the issuer, it is not a fault of ours, and what it answered wrongly is asked for again. */
class AnIssuerThatIsAwayIsARefusalForNowTest {
  private final Oidc oidc = new Oidc(Duration.ofMillis(200));
  private HttpServer server;
  private Issuer issuer;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    issuer = new Issuer("http://127.0.0.1:" + server.getAddress().getPort(), "hearth", false);
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  @Test
  void whenNobodyListens() {
    server.stop(0);
    assertAway(() -> oidc.endpoint(issuer, "authorization_endpoint"));
  }

  @Test
  void whenItTakesTooLong() {
    var over = new CountDownLatch(1);
    says(exchange -> await(over));
    assertAway(() -> oidc.endpoint(issuer, "authorization_endpoint"));
    over.countDown();
  }

  @Test
  void whenItHasAFaultOrTalksNonsense() {
    for (var answer : new String[] {"", "<html>", "[1]", "{}", "{\"authorization_endpoint\":1}", "{\"authorization_endpoint\":\"a\"}}"}) {
      says(exchange -> send(exchange, 200, answer));
      assertAway(() -> oidc.endpoint(issuer, "authorization_endpoint"));
    }
    says(exchange -> send(exchange, 500, "{}"));
    assertAway(() -> oidc.endpoint(issuer, "authorization_endpoint"));
  }

  @Test
  void andIsBackWhenItIsBack() {
    says(exchange -> send(exchange, 200, "{}"));
    assertAway(() -> oidc.endpoint(issuer, "authorization_endpoint"));
    says(exchange -> send(exchange, 200, "{\"authorization_endpoint\":\"https://login.example.org/\"}"));
    assertThat(oidc.endpoint(issuer, "authorization_endpoint")).isEqualTo("https://login.example.org/");
  }

  @Test
  void whileACodeThatItRefusesIsNoSignIn() {
    says(exchange -> send(exchange, exchange.getRequestURI().getPath().equals("/token") ? 400 : 200, "{\"token_endpoint\":\"" + issuer.url() + "/token\"}"));
    assertThat(oidc.exchange(issuer, "code", "verifier", "https://forum.example.org/")).isEmpty();
    says(exchange -> send(exchange, exchange.getRequestURI().getPath().equals("/token") ? 502 : 200, "{}"));
    assertAway(() -> oidc.exchange(issuer, "code", "verifier", "https://forum.example.org/"));
  }

  private void says(HttpHandler handler) {
    try {
      server.removeContext("/");
    } catch (IllegalArgumentException noneYet) {
      // This is the first.
    }
    server.createContext("/", handler);
  }

  private static void assertAway(ThrowingCallable asking) {
    assertThatThrownBy(asking).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Unavailable.class));
  }

  private static void await(CountDownLatch over) {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
      exchange.getResponseBody().write(body.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
