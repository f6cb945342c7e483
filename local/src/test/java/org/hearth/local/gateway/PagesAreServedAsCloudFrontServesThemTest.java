package org.hearth.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesAreServedAsCloudFrontServesThemTest extends GatewayTest {
    @Test
    void theRootIsTheIndexPage() throws Exception {
        HttpResponse<String> response = get("/");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("Home sweet home");
        assertThat(response.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/plain.txt", "/nowhere", "/api/echo/fixed", "/api/nowhere"})
    void everyResponseHasTheTemplatesSecurityHeaders(String path) throws Exception {
        var headers = get(path).headers();
        assertThat(headers.firstValue("content-security-policy")).contains("default-src 'self'");
        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("x-frame-options")).contains("DENY");
        assertThat(headers.firstValue("referrer-policy")).contains("same-origin");
        assertThat(headers.firstValue("strict-transport-security")).contains("max-age=63072000; includeSubDomains");
        assertThat(headers.firstValue("cache-control")).contains("no-cache");
    }

    @Test
    void textIsCompressedForWhoAcceptsThat() throws Exception {
        HttpResponse<byte[]> response = HttpClient.newHttpClient().send(request("/").header("Accept-Encoding", "br, gzip").build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(response.headers().firstValue("vary")).contains("accept-encoding");
        String page = new String(new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(page).contains("Home sweet home");
        assertThat(response.body().length).isLessThan(page.length() / 2);
    }

    @Test
    void whatIsKnownAlreadyIsNotSentAgainUntilItChanges() throws Exception {
        String tag = get("/plain.txt").headers().firstValue("etag").orElseThrow();
        HttpResponse<String> again = get("/plain.txt", "If-None-Match", "W/" + tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        Path file = forum.root().resolve("static-site/public/changing.txt");
        Files.writeString(file, "before");
        assertThat(get("/changing.txt").body()).isEqualTo("before");
        Files.writeString(file, "after, and longer");
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1));
        assertThat(get("/changing.txt").body()).isEqualTo("after, and longer");
    }

    @Test
    void headIsGetWithoutABody() throws Exception {
        HttpResponse<String> response = send(request("/plain.txt").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-length")).contains("5");
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE", "BREW"})
    void pagesCanOnlyBeRead(String method) throws Exception {
        HttpResponse<String> response = send(request("/").method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("allow")).contains("GET, HEAD");
    }

    @Test
    void whatIsNotThereIsTheNotFoundPage() throws Exception {
        HttpResponse<String> response = get("/nowhere.html");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("Not here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../pom.xml", "/../../pom.xml", "/%2e%2e/%2e%2e/pom.xml", "/..%2f..%2fpom.xml", "/..%5c..%5cpom.xml",
            "/x/../../../pom.xml", "/%2e%2e%2f%2e%2e%2fpom.xml", "/plain.txt%00.html", "//../../pom.xml", "/....//....//pom.xml",
            "/link.txt", "/api/../../../pom.xml", "/local/../../pom.xml"})
    void nothingOutsideOfTheSiteIsServed(String path) throws Exception {
        Path link = forum.root().resolve("static-site/public/link.txt");
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, forum.root().resolve("pom.xml"));
        }
        String response = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(response).containsPattern("^HTTP/1.1 40[04]").doesNotContain("<secret/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET /api/echo/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET /api/echo/x?%zz=%c3%28 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET http://elsewhere.example/api/none HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "nonsense\r\n\r\n",
            "POST /api/raw HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: abc\r\n\r\n",
            "POST /api/raw HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: -5\r\n\r\n"})
    void aBrokenRequestIsRefusedAndHarmsNobody(String request) throws Exception {
        assertThat(raw(request)).containsPattern("^HTTP/1.1 (4\\d\\d|501)|^$");
        assertThat(get("/plain.txt").statusCode()).isEqualTo(200);
    }
}
