package org.hearth.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TheIssuerChecksWhatCognitoChecksTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALLBACK = "http://localhost:8080/api/session/callback";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-one-0123456789";

    private final HttpClient client = HttpClient.newHttpClient();
    private Issuer issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = Issuer.start(0, CALLBACK, List.of(new Persona("Robin", Role.MEMBER, "answers <everybody>"),
                new Persona("Maren", Role.MODERATOR, "works the queue")));
    }

    @AfterEach
    void end() {
        issuer.close();
    }

    @Test
    void anAccessTokenHasAClientAndNoAudienceAndAnIdTokenTheOtherWayRound() throws Exception {
        JsonNode tokens = JSON.readTree(token(code(issuer.members(), "name=Robin"), VERIFIER, issuer.members()).body());
        JWTClaimsSet access = verified(tokens.path("access_token").asText(), issuer.members());
        assertThat(access.getStringClaim("token_use")).isEqualTo("access");
        assertThat(access.getStringClaim("client_id")).isEqualTo(Issuer.CLIENT);
        assertThat(access.getAudience()).isEmpty();
        assertThat(access.getIssuer()).isEqualTo(issuer.members().toString());
        assertThat(access.getJWTID()).isNotEmpty();
        assertThat(access.getExpirationTime()).isInTheFuture();
        assertThat(access.getClaim("cognito:groups")).isNull();
        JWTClaimsSet id = verified(tokens.path("id_token").asText(), issuer.members());
        assertThat(id.getStringClaim("token_use")).isEqualTo("id");
        assertThat(id.getAudience()).containsExactly(Issuer.CLIENT);
        assertThat(id.getStringClaim("nonce")).isEqualTo("n1");
        assertThat(id.getSubject()).isEqualTo(access.getSubject());
    }

    @Test
    void rolesComeFromTheStaffIssuerOnly() throws Exception {
        JsonNode staff = JSON.readTree(token(code(issuer.staff(), "name=Ngozi&role=lead"), VERIFIER, issuer.staff()).body());
        assertThat(verified(staff.path("access_token").asText(), issuer.staff()).getStringListClaim("cognito:groups"))
                .containsExactly("leads");
        JsonNode member = JSON.readTree(token(code(issuer.members(), "name=Eve&role=admin"), VERIFIER, issuer.members()).body());
        assertThat(verified(member.path("access_token").asText(), issuer.members()).getClaim("cognito:groups")).isNull();
        assertThat(choose(issuer.staff(), "name=Eve&role=member").statusCode()).isEqualTo(400);
        assertThat(choose(issuer.staff(), "name=Eve&role=king").statusCode()).isEqualTo(400);
        assertThat(choose(issuer.staff(), "role=admin").statusCode()).isEqualTo(400);
    }

    @Test
    void theSameNameIsTheSamePersonAndNoNameIsSomebodyNew() throws Exception {
        assertThat(subject("name=Robin")).isEqualTo(subject("name=robin")).isNotEqualTo(subject("name=Wren"));
        assertThat(subject("")).isNotEqualTo(subject(""));
    }

    @Test
    void aCodeIsWorthNothingWithoutItsVerifierAndOnlyOnce() throws Exception {
        String code = code(issuer.members(), "name=Robin");
        assertThat(token(code, "another-verifier-that-is-long-enough-0123456789", issuer.members()).statusCode()).isEqualTo(400);
        String second = code(issuer.members(), "name=Robin");
        assertThat(token(second, VERIFIER, issuer.members()).statusCode()).isEqualTo(200);
        assertThat(token(second, VERIFIER, issuer.members()).statusCode()).isEqualTo(400);
    }

    @Test
    void peopleAreSentBackToTheForumOnly() throws Exception {
        assertThat(page(query().replace(encoded(CALLBACK), encoded("https://evil.example/"))).statusCode()).isEqualTo(400);
        assertThat(page(query().replace(Issuer.CLIENT, "somebody-else")).statusCode()).isEqualTo(400);
        assertThat(page(query().replace("S256", "plain")).statusCode()).isEqualTo(400);
        assertThat(page(query().replace("state=s1", "state=")).statusCode()).isEqualTo(400);
    }

    @Test
    void thePageOffersThePeopleOfItsIssuerWithTheirWordsEscaped() throws Exception {
        assertThat(page(query()).body()).contains("Robin", "answers &lt;everybody&gt;").doesNotContain("Maren");
    }

    private String subject(String choice) throws Exception {
        JsonNode tokens = JSON.readTree(token(code(issuer.members(), choice), VERIFIER, issuer.members()).body());
        return SignedJWT.parse(tokens.path("access_token").asText()).getJWTClaimsSet().getSubject();
    }

    private JWTClaimsSet verified(String token, URI by) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        JWKSet keys = JWKSet.parse(get(by + "/jwks").body());
        assertThat(jwt.verify(new RSASSAVerifier(keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey()))).isTrue();
        return jwt.getJWTClaimsSet();
    }

    private String code(URI at, String choice) throws Exception {
        HttpResponse<String> response = choose(at, choice);
        String location = response.headers().firstValue("location").orElseThrow(() -> new AssertionError(response.body()));
        assertThat(location).startsWith(CALLBACK).contains("state=s1");
        return location.replaceAll(".*[?&]code=([^&]*).*", "$1");
    }

    private HttpResponse<String> choose(URI at, String choice) throws Exception {
        return post(at + "/authorize?" + query(), choice);
    }

    private HttpResponse<String> page(String query) throws Exception {
        return get(issuer.members() + "/authorize?" + query);
    }

    private static String query() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return "response_type=code&client_id=" + Issuer.CLIENT + "&redirect_uri=" + encoded(CALLBACK) + "&scope=openid&state=s1"
                + "&nonce=n1&code_challenge_method=S256&code_challenge=" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private HttpResponse<String> token(String code, String verifier, URI at) throws Exception {
        return post(at + "/token", "grant_type=authorization_code&client_id=" + Issuer.CLIENT + "&code=" + code
                + "&redirect_uri=" + encoded(CALLBACK) + "&code_verifier=" + verifier);
    }

    private HttpResponse<String> get(String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String address, String form) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
