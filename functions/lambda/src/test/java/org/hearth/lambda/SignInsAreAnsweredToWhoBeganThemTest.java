package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in: state, nonce and PKCE are checked, cookies are held to this site, and nobody is sent anywhere else. */
class SignInsAreAnsweredToWhoBeganThemTest {
  private static final Deployed FORUM = Deployed.forum();
  private static final String FLAGS = "; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=";

  @Test
  void withStateNonceAndPkce() throws Exception {
    var begun = start("/thread.html?id=1");
    var asked = query(location(begun));
    FORUM.members.willSignIn("wanda", asked.get("nonce"));

    var answer = callback(signInCookie(begun), "code-1", asked.get("state"));

    assertThat(location(answer)).startsWith("/join.html?return=%2Fthread.html%3Fid%3D1");
    assertThat(asked).containsEntry("code_challenge_method", "S256").containsEntry("response_type", "code").containsEntry("scope", "openid")
        .containsEntry("redirect_uri", "https://forum.example.org/api/session/callback");
    var sent = query("?" + FORUM.members.lastExchange());
    assertThat(sent).containsEntry("code", "code-1").containsEntry("grant_type", "authorization_code");
    var digest = MessageDigest.getInstance("SHA-256").digest(sent.get("code_verifier").getBytes(StandardCharsets.US_ASCII));
    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(digest)).isEqualTo(asked.get("code_challenge"));
  }

  @Test
  void eachSecretIsNewAndLong() {
    var one = query(location(start("/")));
    var other = query(location(start("/")));
    for (var secret : new String[] {"state", "nonce", "code_challenge"}) {
      assertThat(one.get(secret)).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(other.get(secret));
    }
  }

  @Test
  void cookiesAreHeldToThisSite() {
    var begun = start("/");
    assertThat(cookie(begun, "__Host-hearth-sign-in=")).contains(FLAGS + "900");
    FORUM.members.willSignIn("wanda", query(location(begun)).get("nonce"));
    var answer = callback(signInCookie(begun), "any", query(location(begun)).get("state"));
    assertThat(cookie(answer, "__Host-hearth=")).contains(FLAGS).doesNotContain("Domain");
    int seconds = Integer.parseInt(cookie(answer, "__Host-hearth=").replaceAll(".*Max-Age=", ""));
    assertThat(seconds).isBetween(1, 3600);
    assertThat(cookie(answer, "__Host-hearth-sign-in=")).startsWith("__Host-hearth-sign-in=;").endsWith("Max-Age=0");
    assertThat(answer.path("headers").path("cache-control").asText()).isEqualTo("no-store");
  }

  @Test
  void aWrongStateIsNoSignIn() {
    var begun = start("/");
    FORUM.members.willSignIn("wanda", query(location(begun)).get("nonce"));
    assertRefused(callback(signInCookie(begun), "any", query(location(start("/"))).get("state")));
    assertRefused(callback(signInCookie(begun), "any", ""));
    assertRefused(callback(null, "any", query(location(begun)).get("state")));
  }

  @Test
  void aWrongNonceIsNoSignIn() {
    var begun = start("/");
    FORUM.members.willSignIn("wanda", "another-nonce");
    assertRefused(callback(signInCookie(begun), "any", query(location(begun)).get("state")));
  }

  @Test
  void tokensOfTwoPeopleAreNoSignIn() {
    var begun = start("/");
    FORUM.members.willAnswer(Map.of("access_token", FORUM.members.access("somebody-else"),
        "id_token", FORUM.members.idToken("wanda", query(location(begun)).get("nonce"))));
    assertRefused(callback(signInCookie(begun), "any", query(location(begun)).get("state")));
  }

  @Test
  void tokensOfTheOtherIssuerAreNoSignIn() {
    var begun = start("/");
    var nonce = query(location(begun)).get("nonce");
    FORUM.members.willAnswer(Map.of("access_token", FORUM.staff.access("wanda", "leads"), "id_token", FORUM.staff.idToken("wanda", nonce)));
    assertRefused(callback(signInCookie(begun), "any", query(location(begun)).get("state")));
  }

  @Test
  void anAccessTokenInTheIdTokensPlaceIsNoSignIn() {
    var begun = start("/");
    var access = FORUM.members.access("wanda");
    FORUM.members.willAnswer(Map.of("access_token", access, "id_token", access));
    assertRefused(callback(signInCookie(begun), "any", query(location(begun)).get("state")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "/\t/evil.example",
      "/%0d%0aset-cookie:a=b\r\nx", "https:evil.example", "evil.example", "/a\nb", "///evil.example", "/@evil.example:80#", " /thread.html"})
  void nobodyIsSentElsewhere(String wanted) {
    var begun = start(wanted);
    FORUM.members.willSignIn("wanda", query(location(begun)).get("nonce"));
    var answer = callback(signInCookie(begun), "any", query(location(begun)).get("state"));
    assertThat(location(answer)).matches("/join\\.html\\?return=%2F[A-Za-z0-9%]*").doesNotContain("evil.example");
  }

  @Test
  void noOtherPageIsReachedByATamperedCookie() {
    var begun = start("/");
    var parts = signInCookie(begun).split("\\.");
    parts[3] = Base64.getUrlEncoder().withoutPadding().encodeToString("https://evil.example".getBytes(StandardCharsets.UTF_8));
    FORUM.members.willSignIn("wanda", query(location(begun)).get("nonce"));
    assertThat(location(callback(String.join(".", parts), "any", query(location(begun)).get("state")))).isEqualTo("/join.html?return=%2F");
  }

  @Test
  void signingInAgainEndsTheSessionBefore() {
    var older = FORUM.members.accessWith(claims -> claims.subject("willa").jwtID("the-older-one"));
    var begun = start("/");
    FORUM.members.willSignIn("willa", query(location(begun)).get("nonce"));
    assertThat(session(older)).isEqualTo("unnamed");

    var answer = FORUM.invoke("SessionFunction", HttpRequest.to("GET /api/session/callback").query("code", "any").query("state", query(location(begun)).get("state"))
        .cookie(signInCookie(begun)).cookie("__Host-hearth=" + older).event());

    assertThat(session(older)).isEqualTo("expired");
    assertThat(session(cookie(answer, "__Host-hearth=").split("[=;]")[1])).isEqualTo("unnamed");
  }

  @Test
  void anIssuerThatIsAwayIsSaidToBe() {
    var begun = start("/");
    var request = HttpRequest.to("GET /api/session/callback").query("code", "any").query("state", query(location(begun)).get("state")).cookie(signInCookie(begun));
    FORUM.members.isAway(true);
    try {
      var answer = FORUM.invoke("SessionFunction", request.event());
      assertThat(answer.path("statusCode").asInt()).isEqualTo(503);
      assertThat(answer.path("headers").path("retry-after").asText()).isNotEmpty();
      assertThat(answer.path("body").asText()).contains("/problems/unavailable");
      var page = FORUM.invoke("SessionFunction", request.header("accept", "text/html,application/xhtml+xml;q=0.9").event());
      assertThat(page.path("statusCode").asInt()).isEqualTo(503);
      assertThat(page.path("headers").path("retry-after").asText()).isNotEmpty();
      assertThat(page.path("headers").path("content-type").asText()).startsWith("text/html");
      assertThat(page.path("body").asText()).contains("try again in a minute", "/help-now.html").doesNotContain("<script");
    } finally {
      FORUM.members.isAway(false);
    }
  }

  private static String session(String token) {
    return FORUM.invoke("AuthorizerFunction", HttpRequest.to("GET /api/groups").cookie("__Host-hearth=" + token).event())
        .path("context").path("session").asText();
  }

  private static JsonNode start(String returnTo) {
    return FORUM.invoke("SessionFunction", HttpRequest.to("GET /api/session/start").query("as", "member").query("return", returnTo).event());
  }

  private static JsonNode callback(String cookie, String code, String state) {
    var request = HttpRequest.to("GET /api/session/callback").query("code", code).query("state", state);
    return FORUM.invoke("SessionFunction", (cookie == null ? request : request.cookie(cookie)).event());
  }

  private static void assertRefused(JsonNode answer) {
    assertThat(location(answer)).isEqualTo("/join.html?sign-in=again");
    assertThat(answer.path("cookies").valueStream().map(JsonNode::asText)).noneMatch(cookie -> cookie.startsWith("__Host-hearth="));
  }

  private static String location(JsonNode answer) {
    assertThat(answer.path("statusCode").asInt()).isEqualTo(303);
    return answer.path("headers").path("location").asText();
  }

  private static String cookie(JsonNode answer, String beginning) {
    return answer.path("cookies").valueStream().map(JsonNode::asText).filter(cookie -> cookie.startsWith(beginning)).findFirst().orElseThrow();
  }

  private static String signInCookie(JsonNode begun) {
    return cookie(begun, "__Host-hearth-sign-in=").split(";")[0];
  }

  private static Map<String, String> query(String address) {
    return Arrays.stream(address.substring(address.indexOf('?') + 1).split("&")).map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
