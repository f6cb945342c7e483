package org.hearth.lambda.members;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/** The OIDC authorization-code flow with PKCE, on our side of it: no token ever reaches a script. */
final class SignIn {
  private static final Pattern OUR_PATH = Pattern.compile("/(?!/)[A-Za-z0-9._~/?=&%-]{0,300}");
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** What is remembered, in a cookie, while the person is at the issuer. */
  record Attempt(String state, String nonce, String verifier, String returnTo, boolean staff) {

    String asCookie() {
      return String.join(".", state, nonce, verifier, BASE64.encodeToString(returnTo.getBytes(StandardCharsets.UTF_8)), staff ? "staff" : "member");
    }

    static Optional<Attempt> of(String cookie) {
      var parts = cookie.split("\\.");
      if (parts.length != 5) {
        return Optional.empty();
      }
      try {
        var returnTo = new String(Base64.getUrlDecoder().decode(parts[3]), StandardCharsets.UTF_8);
        return Optional.of(new Attempt(parts[0], parts[1], parts[2], ourPath(returnTo), parts[4].equals("staff")));
      } catch (IllegalArgumentException changed) {
        return Optional.empty();
      }
    }
  }

  /** @param location where to send the browser */
  record Started(Attempt attempt, String location) {}

  /** @param token the access token, which becomes the session */
  record SignedIn(String token, Tokens.Access access, String returnTo) {}

  private final Issuer members;
  private final Issuer staff;
  private final Oidc oidc;
  private final Tokens tokens;
  private final String redirectUri;
  private final SecureRandom random = new SecureRandom();

  SignIn(Issuer members, Issuer staff, Oidc oidc, Tokens tokens, String siteUrl) {
    this.members = members;
    this.staff = staff;
    this.oidc = oidc;
    this.tokens = tokens;
    this.redirectUri = siteUrl + "/api/session/callback";
  }

  Started start(boolean asStaff, String returnTo) {
    var issuer = asStaff ? staff : members;
    var attempt = new Attempt(secret(), secret(), secret(), ourPath(returnTo), asStaff);
    var fields = new LinkedHashMap<String, String>();
    fields.put("response_type", "code");
    fields.put("client_id", issuer.clientId());
    fields.put("redirect_uri", redirectUri);
    fields.put("scope", "openid");
    fields.put("state", attempt.state());
    fields.put("nonce", attempt.nonce());
    fields.put("code_challenge", challenge(attempt.verifier()));
    fields.put("code_challenge_method", "S256");
    return new Started(attempt, oidc.endpoint(issuer, "authorization_endpoint") + "?" + Oidc.form(fields));
  }

  /** Empty when the answer is not to this attempt, or the issuer refuses it. */
  Optional<SignedIn> finish(Attempt attempt, String code, String state) {
    if (!MessageDigest.isEqual(bytes(attempt.state()), bytes(state))) {
      return Optional.empty();
    }
    var issuer = attempt.staff() ? staff : members;
    var answer = oidc.exchange(issuer, code, attempt.verifier(), redirectUri);
    var idToken = (String) answer.get("id_token");
    var accessToken = (String) answer.get("access_token");
    if (idToken == null || accessToken == null) {
      return Optional.empty();
    }
    var who = tokens.vouchedFor(issuer, idToken, attempt.nonce());
    return tokens.access(accessToken).filter(access -> who.equals(Optional.of(access.memberId())))
        .map(access -> new SignedIn(accessToken, access, attempt.returnTo()));
  }

  /** Only a path of ours: nobody is sent to another site from here. */
  private static String ourPath(String path) {
    return OUR_PATH.matcher(path).matches() ? path : "/";
  }

  private String secret() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return BASE64.encodeToString(bytes);
  }

  private static String challenge(String verifier) {
    try {
      return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes(verifier)));
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

}
