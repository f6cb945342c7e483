package org.hearth.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayAnswersAsApiGatewayDoesTest extends GatewayTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theEventIsPayloadFormat2() throws Exception {
        HttpResponse<String> response = get("/api/echo/a%20b%2Fc?x=1&x=2&y=%C3%A9", "Cookie", "one=1; two=2", "X-Hearth", "1",
                "Accept", "a", "Accept", "b");
        JsonNode event = JSON.readTree(response.body());
        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("GET /api/echo/{word}");
        assertThat(event.path("pathParameters").path("word").asText()).isEqualTo("a b/c");
        assertThat(event.path("rawQueryString").asText()).isEqualTo("x=1&x=2&y=%C3%A9");
        assertThat(event.path("queryStringParameters").path("x").asText()).isEqualTo("1,2");
        assertThat(event.path("queryStringParameters").path("y").asText()).isEqualTo("é");
        assertThat(event.path("cookies")).map(JsonNode::asText).containsExactly("one=1", "two=2");
        assertThat(event.path("headers").has("cookie")).isFalse();
        assertThat(event.path("headers").path("x-hearth").asText()).isEqualTo("1");
        assertThat(event.path("headers").path("accept").asText()).isEqualTo("a,b");
        assertThat(event.path("requestContext").path("http").path("method").asText()).isEqualTo("GET");
        assertThat(event.path("requestContext").path("authorizer").path("lambda").path("role").asText()).isEqualTo("member");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(event.has("body")).isFalse();
    }

    @Test
    void aRequestWithoutACookieGetsOneThatSaysSo() throws Exception {
        JsonNode event = JSON.readTree(get("/api/echo/fixed").body());
        assertThat(event.path("cookies")).map(JsonNode::asText).containsExactly("session=none");
    }

    @Test
    void wordsBeatParametersAndOpenRoutesHaveNoAuthorizer() throws Exception {
        JsonNode event = JSON.readTree(get("/api/echo/fixed").body());
        assertThat(event.path("routeKey").asText()).isEqualTo("GET /api/echo/fixed");
        assertThat(event.path("requestContext").has("authorizer")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nowhere", "/api/echo", "/api/echo/", "/api/echo/a/b", "/api/../pom.xml", "/api/"})
    void whatHasNoRouteIsNotFound(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "HEAD", "BREW", "OPTIONS"})
    void whatHasARouteForAnotherMethodOnlyIsNotFound(String method) throws Exception {
        assertThat(send(request("/api/echo/fixed").method(method, HttpRequest.BodyPublishers.noBody())).statusCode()).isEqualTo(404);
    }

    @Test
    void textIsHandedOverAsItIsAndOtherBytesAsBase64() throws Exception {
        JsonNode text = JSON.readTree(post("/api/echo/x", "application/json", "{\"é\":1}".getBytes(StandardCharsets.UTF_8)).body());
        assertThat(text.path("body").asText()).isEqualTo("{\"é\":1}");
        assertThat(text.path("isBase64Encoded").asBoolean()).isFalse();
        byte[] notUtf8 = {'{', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '}'};
        JsonNode broken = JSON.readTree(post("/api/echo/x", "application/json", notUtf8).body());
        assertThat(broken.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(Base64.getDecoder().decode(broken.path("body").asText())).isEqualTo(notUtf8);
        JsonNode bytes = JSON.readTree(post("/api/echo/x", "application/octet-stream", new byte[] {1, 2, 3}).body());
        assertThat(Base64.getDecoder().decode(bytes.path("body").asText())).containsExactly(1, 2, 3);
    }

    @Test
    void statusHeadersCookiesAndBase64OfAnAnswerAreSent() throws Exception {
        HttpResponse<byte[]> response = java.net.http.HttpClient.newHttpClient().send(request("/api/raw")
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("""
                        {"statusCode":201,"headers":{"Content-Type":"image/png","Location":"/x"},\
                        "cookies":["a=1; Path=/","b=2"],"body":"AQID","isBase64Encoded":true}""")).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().allValues("set-cookie")).containsExactlyInAnyOrder("a=1; Path=/", "b=2");
        assertThat(response.headers().firstValue("location")).contains("/x");
        assertThat(response.headers().firstValue("content-type")).contains("image/png");
        assertThat(response.body()).containsExactly(1, 2, 3);
    }

    @Test
    void jsonWithoutAStatusIsABody() throws Exception {
        HttpResponse<String> response = post("/api/raw", "application/json", "{\"hello\":\"you\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"hello\":\"you\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "{\"statusCode\":0}", "{\"statusCode\":\"many\"}", "{\"statusCode\":9999}",
            "{\"statusCode\":200,\"body\":\"***\",\"isBase64Encoded\":true}",
            "{\"statusCode\":200,\"headers\":{\"X-A\":\"b\\r\\nSet-Cookie: evil=1\"}}",
            "{\"statusCode\":200,\"headers\":{\"X A\":\"b\"}}"})
    void anAnswerThatMakesNoSenseIs500(String answer) throws Exception {
        HttpResponse<String> response = post("/api/raw", "application/json", answer.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
        assertThat(response.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void aFunctionThatThrowsIs500AndItsWordsStayInside() throws Exception {
        HttpResponse<String> response = get("/api/throw");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
        assertThat(forum.log()).anyMatch(line -> line.contains("IllegalStateException"))
                .noneMatch(line -> line.contains("a person's words"));
    }

    @Test
    void aFunctionThatTakesTooLongIsInterrupted() throws Exception {
        HttpResponse<String> response = get("/api/slow");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(forum.log()).anyMatch(line -> line.contains("timed out after 1.00 seconds"));
    }

    @Test
    void theAuthorizerIsAskedOncePerCookieAndItsNoIs403() throws Exception {
        assertThat(get("/api/echo/x", "Cookie", "good=yes").statusCode()).isEqualTo(200);
        assertThat(get("/api/echo/y", "Cookie", "good=yes").statusCode()).isEqualTo(200);
        assertThat(forum.log().stream().filter(line -> line.contains("good=yes"))).hasSize(1);
        HttpResponse<String> refused = get("/api/echo/x", "Cookie", "bad=1");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).isEqualTo("{\"message\":\"Forbidden\"}");
        assertThat(get("/api/echo/x", "Cookie", "broken=1").statusCode()).isEqualTo(500);
        String asked = forum.log().stream().filter(line -> line.contains("good=yes")).findFirst().orElseThrow();
        JsonNode event = JSON.readTree(asked.substring(asked.indexOf('{')));
        assertThat(event.path("type").asText()).isEqualTo("REQUEST");
        assertThat(event.path("identitySource")).map(JsonNode::asText).containsExactly("good=yes");
        assertThat(event.path("routeArn").asText()).endsWith("/GET/api/echo/x");
    }

    @Test
    void aBodyAboveTheLimitIs413() throws Exception {
        byte[] tooLarge = new byte[Gateway.LARGEST_BODY + 1];
        Arrays.fill(tooLarge, (byte) 'a');
        assertThat(post("/api/echo/x", "text/plain", tooLarge).statusCode()).isEqualTo(413);
        HttpRequest.Builder chunked = request("/api/echo/x").header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(tooLarge)));
        assertThat(send(chunked).statusCode()).isEqualTo(413);
        byte[] tooLargeForLambda = Arrays.copyOf(tooLarge, Gateway.LARGEST_EVENT + 1);
        assertThat(post("/api/echo/x", "text/plain", tooLargeForLambda).statusCode()).isEqualTo(413);
    }

    @Test
    void anAnnouncedBodyAboveTheLimitIsNotWaitedFor() throws Exception {
        String announced = "POST /api/echo/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 11000000000\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", forum.hearth().address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(announced.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void headersAboveTheLimitAre431() throws Exception {
        assertThat(get("/api/echo/x", "X-Long", "a".repeat(Gateway.LARGEST_HEADERS)).statusCode()).isEqualTo(431);
    }

    @Test
    void theApiIsCompressedWhereCloudFrontKeepsItCompressed() throws Exception {
        String longQuery = "?x=" + "a".repeat(2000);
        assertThat(get("/api/echo/fixed" + longQuery, "Accept-Encoding", "gzip").headers().firstValue("content-encoding")).contains("gzip");
        assertThat(get("/api/echo/fixed" + longQuery).headers().firstValue("content-encoding")).isEmpty();
        assertThat(get("/api/echo/other" + longQuery, "Accept-Encoding", "gzip").headers().firstValue("content-encoding")).isEmpty();
    }
}
