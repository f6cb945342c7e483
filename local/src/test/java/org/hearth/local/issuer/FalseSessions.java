package org.hearth.local.issuer;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.hearth.local.client.HearthClient;

/** Sessions that must not count, each made of one that does. The mock's keys are the same in each run, so the issuer's own are at hand. */
public final class FalseSessions {
    private FalseSessions() {
    }

    /** The same, signed by its issuer, an hour after its end. */
    public static HearthClient expired(HearthClient person) {
        return with(person, signed(claims(token(person)), Duration.ofHours(-1), Issuer.MEMBERS));
    }

    /** The same words, from an issuer that the forum does not know. */
    public static HearthClient ofAnotherIssuer(HearthClient person) {
        Map<String, Object> claims = claims(token(person));
        claims.put("iss", "https://login.example.org/members");
        return with(person, signed(claims, Duration.ofHours(1), "elsewhere"));
    }

    /** The same words in the issuer's name, signed by somebody else. */
    public static HearthClient signedBySomebodyElse(HearthClient person) {
        return with(person, signed(claims(token(person)), Duration.ofHours(1), "elsewhere"));
    }

    /** With the words of a lead, and the signature of what it was before. */
    public static HearthClient tampered(HearthClient person) {
        String[] parts = token(person).split("\\.");
        String payload = new String(java.util.Base64.getUrlDecoder().decode(parts[1]), java.nio.charset.StandardCharsets.UTF_8);
        String changed = payload.substring(0, payload.length() - 1) + ",\"cognito:groups\":[\"leads\"]}";
        return with(person, parts[0] + "." + java.util.Base64.getUrlEncoder().withoutPadding()
                .encodeToString(changed.getBytes(java.nio.charset.StandardCharsets.UTF_8)) + "." + parts[2]);
    }

    private static HearthClient with(HearthClient person, String token) {
        return HearthClient.visitor(person.site()).withCookie("hearth", token);
    }

    private static String token(HearthClient person) {
        return person.cookie().replaceAll("(^|.*; )hearth=([^;]*).*", "$2");
    }

    private static String signed(Map<String, Object> claims, Duration valid, String key) {
        KeyProvider keys = new KeyProvider();
        // In the order of Issuer, or these would be other keys than its own.
        keys.signingKey(Issuer.MEMBERS);
        keys.signingKey(Issuer.STAFF);
        return new OAuth2TokenProvider(keys).jwt(claims, valid, key).serialize();
    }

    private static Map<String, Object> claims(String token) {
        try {
            Map<String, Object> claims = new HashMap<>(SignedJWT.parse(token).getJWTClaimsSet().getClaims());
            claims.keySet().removeAll(java.util.Set.of("exp", "nbf", "iat"));
            return claims;
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
