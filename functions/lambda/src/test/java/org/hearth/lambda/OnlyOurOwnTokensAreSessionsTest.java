package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A session is an access token that one of the two issuers signed for this forum, that has not run out and was not changed. */
class OnlyOurOwnTokensAreSessionsTest {
  private static final Deployed FORUM = Deployed.forum();

  static Stream<Arguments> tokens() throws Exception {
    var good = FORUM.members.access("somebody");
    var stranger = new TestIssuer();
    return Stream.of(
        Arguments.of("an ID token", FORUM.members.idToken("somebody", "nonce")),
        Arguments.of("an ID token that says it is an access token for its audience", FORUM.members.accessWith(claims -> claims.claim("client_id", null).audience("hearth"))),
        Arguments.of("a refresh token", FORUM.members.accessWith(claims -> claims.claim("token_use", "refresh"))),
        Arguments.of("another client's", FORUM.members.accessWith(claims -> claims.claim("client_id", "another"))),
        Arguments.of("another issuer's", stranger.access("somebody")),
        Arguments.of("another issuer's in our issuer's name", stranger.accessWith(claims -> claims.issuer(FORUM.members.url()))),
        Arguments.of("one that has run out", FORUM.members.accessWith(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(60))))),
        Arguments.of("one without an end", FORUM.members.accessWith(claims -> claims.expirationTime(null))),
        Arguments.of("one without a subject", FORUM.members.accessWith(claims -> claims.subject(null))),
        Arguments.of("one that nobody signed", new PlainJWT(SignedJWT.parse(good).getJWTClaimsSet()).serialize()),
        Arguments.of("one signed with the public key as a secret", withPublicKeyAsSecret(good)),
        Arguments.of("one with another subject in it", withSubject(good, "somebody-else")),
        Arguments.of("one without its signature", good.substring(0, good.lastIndexOf('.') + 1)),
        Arguments.of("half of one", good.substring(0, good.length() / 2)),
        Arguments.of("no token", "hello"),
        Arguments.of("dots", "..."),
        Arguments.of("a very long one", "a".repeat(9_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tokens")
  void thisIsNone(String what, String token) {
    assertThat(session(token)).isEqualTo("expired");
  }

  @Test
  void thisIsOne() {
    assertThat(session(FORUM.members.access("somebody"))).isIn("unnamed", "member");
  }

  @Test
  void rolesComeFromTheStaffIssuerAlone() {
    assertThat(role(FORUM.members.access("a-member", "leads", "admins", "moderators"))).isEqualTo("MEMBER");
    assertThat(role(FORUM.staff.access("a-lead", "leads"))).isEqualTo("LEAD");
    assertThat(role(FORUM.staff.access("nobody"))).isEqualTo("MEMBER");
    assertThat(role(FORUM.staff.accessWith(claims -> claims.claim("cognito:groups", "[leads admins]")))).isEqualTo("MEMBER");
    assertThat(role(FORUM.staff.accessWith(claims -> claims.claim("cognito:groups", List.of("Leads", "leads ", "superleads"))))).isEqualTo("MEMBER");
  }

  @Test
  void ofTwoCookiesOfThatNameOnlyOneCounts() {
    var context = FORUM.invoke("AuthorizerFunction", HttpRequest.to("GET /api/groups")
        .cookie("__Host-hearth=rubbish").cookie("__Host-hearth=" + FORUM.members.access("somebody")).event()).path("context");
    assertThat(context.path("session").asText()).isEqualTo("expired");
  }

  @Test
  void aCookieOfAnotherNameIsNoSession() {
    for (var name : List.of("hearth", "__host-hearth", "x__Host-hearth", "__Host-hearth2")) {
      var context = FORUM.invoke("AuthorizerFunction",
          HttpRequest.to("GET /api/groups").cookie(name + "=" + FORUM.members.access("somebody")).event()).path("context");
      assertThat(context.path("session").asText()).as(name).isEqualTo("none");
    }
  }

  private static String session(String token) {
    return FORUM.invoke("AuthorizerFunction", HttpRequest.to("GET /api/groups").cookie("__Host-hearth=" + token).event())
        .path("context").path("session").asText();
  }

  private static String role(String token) {
    return FORUM.invoke("AuthorizerFunction", HttpRequest.to("GET /api/groups").cookie("__Host-hearth=" + token).event())
        .path("context").path("role").asText();
  }

  private static String withPublicKeyAsSecret(String good) throws Exception {
    var secret = FORUM.members.key().toPublicJWK().toRSAPublicKey().getEncoded();
    var token = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("test").build(), new Payload(SignedJWT.parse(good).getPayload().toBytes()));
    token.sign(new MACSigner(secret));
    return token.serialize();
  }

  private static String withSubject(String good, String subject) throws Exception {
    var parts = good.split("\\.");
    var claims = (ObjectNode) Yaml.JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
    claims.put("sub", subject);
    var changed = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.toString().getBytes(StandardCharsets.UTF_8));
    return parts[0] + "." + changed + "." + parts[2];
  }
}
