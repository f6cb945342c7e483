package org.hearth.local.issuer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** Gives the mock's tokens the claims that Cognito's have: an access token without an audience, an ID token with one. */
final class Tokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration VALID = Duration.ofHours(12);
    private static final String GROUPS = "cognito:groups";

    private final OAuth2TokenProvider provider;

    Tokens(OAuth2TokenProvider provider) {
        this.provider = provider;
    }

    OAuth2HttpResponse rewrite(OAuth2HttpResponse response, String issuer) {
        try {
            ObjectNode answer = (ObjectNode) JSON.readTree(response.getBody());
            JWTClaimsSet login = SignedJWT.parse(answer.path("id_token").asText()).getJWTClaimsSet();
            answer.put("access_token", sign(access(login), issuer));
            answer.put("id_token", sign(id(login), issuer));
            answer.put("expires_in", VALID.toSeconds());
            answer.remove("refresh_token");
            return new OAuth2HttpResponse(response.getHeaders(), 200, answer.toString(), null);
        } catch (JsonProcessingException | ParseException e) {
            throw new IllegalStateException("The OIDC mock's answer can't be read", e);
        }
    }

    private static Map<String, Object> access(JWTClaimsSet login) throws ParseException {
        Map<String, Object> claims = claims(login, "access");
        claims.put("client_id", login.getAudience().getFirst());
        claims.put("scope", "openid");
        claims.put("username", login.getSubject());
        return claims;
    }

    private static Map<String, Object> id(JWTClaimsSet login) throws ParseException {
        Map<String, Object> claims = claims(login, "id");
        claims.put("aud", login.getAudience().getFirst());
        claims.put("cognito:username", login.getSubject());
        if (login.getClaim("nonce") != null) {
            claims.put("nonce", login.getStringClaim("nonce"));
        }
        return claims;
    }

    private static Map<String, Object> claims(JWTClaimsSet login, String use) throws ParseException {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", login.getIssuer());
        claims.put("sub", login.getSubject());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("auth_time", Instant.now().getEpochSecond());
        claims.put("token_use", use);
        List<String> groups = login.getStringListClaim(GROUPS);
        if (groups != null && !groups.isEmpty()) {
            claims.put(GROUPS, groups);
        }
        return claims;
    }

    private String sign(Map<String, Object> claims, String issuer) {
        return provider.jwt(claims, VALID, issuer).serialize();
    }
}
