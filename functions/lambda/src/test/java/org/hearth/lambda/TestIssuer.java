package org.hearth.lambda;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An OIDC issuer that signs whatever a test says, and gives the next answer of the sign-in as it was told to. */
final class TestIssuer {
  static final String CLIENT = "hearth";
  private final RSAKey key;
  private final String url;
  private volatile Map<String, Object> nextTokens = Map.of();
  private volatile String lastExchange = "";
  private volatile boolean away;

  TestIssuer() {
    try {
      key = new RSAKeyGenerator(2048).keyID("test").generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
    url = LocalAws.serve(this::serve).toString();
  }

  private void serve(HttpServer server) {
    server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, Map.of("issuer", url,
        "authorization_endpoint", url + "/authorize", "token_endpoint", url + "/token", "jwks_uri", url + "/jwks")));
    server.createContext("/jwks", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toJSONObject()));
    server.createContext("/token", exchange -> {
      if (away) {
        exchange.close();
        return;
      }
      lastExchange = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      answer(exchange, nextTokens);
    });
  }

  private static void answer(HttpExchange exchange, Map<String, Object> json) throws IOException {
    exchange.getRequestBody().readAllBytes();
    var bytes = Yaml.JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  String url() {
    return url;
  }

  /** An access token of an hour. */
  String access(String subject, String... groups) {
    return sign(claims(subject).claim("token_use", "access").claim("client_id", CLIENT).jwtID("session-of-" + subject)
        .claim("cognito:groups", List.of(groups)).build());
  }

  /** An access token with anything else about it. */
  String accessWith(UnaryOperator<JWTClaimsSet.Builder> change) {
    return sign(change.apply(claims("somebody").claim("token_use", "access").claim("client_id", CLIENT).jwtID("any")).build());
  }

  /** An ID token, as it comes beside an access token. */
  String idToken(String subject, String nonce) {
    return sign(claims(subject).audience(CLIENT).claim("token_use", "id").claim("nonce", nonce).build());
  }

  RSAKey key() {
    return key;
  }

  /** What the token endpoint answers next, whatever it is. */
  void willAnswer(Map<String, Object> tokens) {
    nextTokens = tokens;
  }

  /** Whether the token endpoint breaks off instead of answering. */
  void isAway(boolean now) {
    away = now;
  }

  /** What was last sent to the token endpoint. */
  String lastExchange() {
    return lastExchange;
  }

  /** What the token endpoint answers next. */
  void willSignIn(String subject, String nonce, String... groups) {
    nextTokens = Map.of("access_token", access(subject, groups), "id_token", sign(claims(subject).audience(CLIENT).claim("nonce", nonce).build()));
  }

  private JWTClaimsSet.Builder claims(String subject) {
    return new JWTClaimsSet.Builder().issuer(url).subject(subject).issueTime(new Date()).expirationTime(Date.from(Instant.now().plusSeconds(3600)));
  }

  private String sign(JWTClaimsSet claims) {
    try {
      var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException unsigned) {
      throw new IllegalStateException(unsigned);
    }
  }
}
