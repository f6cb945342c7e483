package org.hearth.lambda.members;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hearth.forum.members.Role;
import org.hearth.lambda.http.Faults;

/** Verifies what the issuers sign: RS256 and nothing else, with the keys that the issuer publishes. */
final class Tokens {
  private static final int SKEW_SECONDS = 5;

  /**
   * A session's token that holds.
   *
   * @param subject what the members' issuer calls the person; empty for those who come from the staff's
   */
  record Access(String memberId, String subject, Role role, String tokenId, long expiresAtSeconds) {}

  private final List<Issuer> issuers;
  private final Oidc oidc;
  private final Map<Issuer, JWKSource<SecurityContext>> keys = new ConcurrentHashMap<>();

  Tokens(List<Issuer> issuers, Oidc oidc) {
    this.issuers = issuers;
    this.oidc = oidc;
  }

  /** The session that an access token stands for; empty when it does not hold: expired, changed, or somebody else's. */
  Optional<Access> access(String token) {
    return claims(token, (issuer, expected) ->
            verifier(expected.issuer(issuer.url()).claim("token_use", "access").claim("client_id", issuer.clientId()).build(), null))
        .map(Tokens::access);
  }

  /** The id here of whom an ID token vouches for; empty when it is not that issuer's answer to the sign-in with that nonce. */
  Optional<String> vouchedFor(Issuer from, String idToken, String nonce) {
    return claims(idToken, (issuer, expected) -> verifier(expected.issuer(issuer.url()).claim("nonce", nonce).build(), issuer.clientId()))
        .filter(verified -> verified.issuer().equals(from))
        .map(verified -> MemberId.of(from.url(), verified.claims().getSubject()));
  }

  private record Verified(Issuer issuer, JWTClaimsSet claims) {}

  private interface Expectation {
    DefaultJWTClaimsVerifier<SecurityContext> of(Issuer issuer, JWTClaimsSet.Builder expected);
  }

  private static DefaultJWTClaimsVerifier<SecurityContext> verifier(JWTClaimsSet exactly, String audience) {
    var verifier = new DefaultJWTClaimsVerifier<SecurityContext>(audience, exactly, Set.of("sub", "exp"));
    verifier.setMaxClockSkew(SKEW_SECONDS);
    return verifier;
  }

  private Optional<Verified> claims(String token, Expectation expectation) {
    try {
      var jwt = SignedJWT.parse(token);
      var named = jwt.getJWTClaimsSet().getIssuer();
      var issuer = issuers.stream().filter(known -> known.url().equals(named)).findFirst();
      if (issuer.isEmpty()) {
        return Optional.empty();
      }
      var processor = new DefaultJWTProcessor<SecurityContext>();
      processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keysOf(issuer.get())));
      processor.setJWTClaimsSetVerifier(expectation.of(issuer.get(), new JWTClaimsSet.Builder()));
      return Optional.of(new Verified(issuer.get(), processor.process(jwt, null)));
    } catch (ParseException | BadJOSEException | IllegalArgumentException doesNotHold) {
      return Optional.empty();
    } catch (RateLimitReachedException unknownKey) {
      // Somebody sends made-up key ids: the issuer's keys are not asked for again for each of them.
      return Optional.empty();
    } catch (JOSEException keysUnreachable) {
      Faults.log(Tokens.class, "issuer's keys", keysUnreachable);
      throw Oidc.unavailable();
    }
  }

  private JWKSource<SecurityContext> keysOf(Issuer issuer) {
    return keys.computeIfAbsent(issuer, from -> {
      try {
        return JWKSourceBuilder.<SecurityContext>create(URI.create(oidc.endpoint(from, "jwks_uri")).toURL()).retrying(true).build();
      } catch (IOException badAddress) {
        throw new UncheckedIOException(badAddress);
      }
    });
  }

  private static Access access(Verified verified) {
    var claims = verified.claims();
    var tokenId = claims.getJWTID() == null ? claims.getSubject() + claims.getExpirationTime().getTime() : claims.getJWTID();
    return new Access(MemberId.of(verified.issuer().url(), claims.getSubject()), verified.issuer().staff() ? "" : claims.getSubject(), role(verified), tokenId,
        claims.getExpirationTime().getTime() / 1000);
  }

  // A member's token with a group in it gives no role: only staff are anything but members.
  private static Role role(Verified verified) {
    if (!verified.issuer().staff()) {
      return Role.MEMBER;
    }
    var groups = groups(verified.claims());
    if (groups.contains("leads")) {
      return Role.LEAD;
    }
    if (groups.contains("moderators")) {
      return Role.MODERATOR;
    }
    return groups.contains("admins") ? Role.ADMIN : Role.MEMBER;
  }

  private static List<String> groups(JWTClaimsSet claims) {
    try {
      var groups = claims.getStringListClaim("cognito:groups");
      return groups == null ? List.of() : groups;
    } catch (ParseException notAList) {
      return List.of();
    }
  }
}
