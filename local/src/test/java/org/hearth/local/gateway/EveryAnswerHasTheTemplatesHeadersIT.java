package org.hearth.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.hearth.local.template.FunctionSpec;
import org.hearth.local.template.Template;
import org.junit.jupiter.api.Test;

/** Pages, files and every route carry the headers that the template's policy has; what is private is kept nowhere. */
class EveryAnswerHasTheTemplatesHeadersIT {
    private static final RunningHearth HEARTH = RunningHearth.shared();
    private static final Template TEMPLATE = Template.read(RunningHearth.root().resolve("template.yaml"), Map.of());
    // Reading these costs their session, or leads away.
    private static final List<String> SESSION = List.of("/api/session/start", "/api/session/callback", "/api/session/exit");

    @Test
    void thePolicyAllowsNothingThatIsNotOurs() {
        Map<String, String> headers = policy();
        Map<String, String> csp = new LinkedHashMap<>();
        for (String directive : headers.get("content-security-policy").split(";")) {
            String[] parts = directive.strip().split("\\s+", 2);
            csp.put(parts[0], parts.length < 2 ? "" : parts[1]);
        }
        assertThat(headers.get("content-security-policy")).doesNotContain("unsafe", "*", "http:", "data:", "blob:");
        assertThat(csp).containsEntry("default-src", "'none'").containsEntry("script-src", "'self'").containsEntry("style-src", "'self'")
                .containsEntry("base-uri", "'none'").containsEntry("form-action", "'self'").containsEntry("frame-ancestors", "'none'")
                .containsEntry("require-trusted-types-for", "'script'").containsEntry("trusted-types", "lit-html");
        assertThat(headers).containsEntry("x-content-type-options", "nosniff").containsEntry("referrer-policy", "no-referrer")
                .containsEntry("x-frame-options", "DENY").containsEntry("cross-origin-opener-policy", "same-origin");
        assertThat(headers.get("strict-transport-security")).matches("max-age=\\d{8,}; includeSubDomains.*");
    }

    @Test
    void everyBehaviourOfTheDistributionHasThePolicy() {
        JsonNode site = TEMPLATE.resource("Site").orElseThrow().path("DistributionConfig");
        List<JsonNode> behaviours = new ArrayList<>(List.of(site.path("DefaultCacheBehavior")));
        site.path("CacheBehaviors").forEach(behaviours::add);
        assertThat(behaviours).hasSizeGreaterThan(2).allMatch(one -> one.path("ResponseHeadersPolicyId").asText().equals("SecurityHeaders"))
                .allMatch(one -> one.path("ViewerProtocolPolicy").asText().matches("https-only|redirect-to-https"));
    }

    @Test
    void everyFileHasThem() throws IOException {
        Path pages = RunningHearth.root().resolve("static-site/public");
        try (Stream<Path> files = Files.walk(pages)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertHeaders("/" + pages.relativize(file), HEARTH.visitor().get("/" + pages.relativize(file)));
            }
        }
        assertHeaders("/nowhere.html", HEARTH.visitor().get("/nowhere.html"));
    }

    @Test
    void everyRouteHasThemAndWhatIsPrivateIsKeptNowhere() {
        for (FunctionSpec function : TEMPLATE.functions()) {
            for (FunctionSpec.Route route : function.routes()) {
                if (SESSION.contains(route.path()) || route.method().equals("DELETE") && route.path().equals("/api/session")) {
                    continue;
                }
                String path = route.path().replace("{groupId}", RunningHearth.OPEN).replaceAll("\\{[^}]*}", "01ARZ3NDEKTSV4RRFFQ69G5FAV");
                for (HearthClient reader : List.of(HEARTH.visitor(), HEARTH.lead())) {
                    Answer answer = reader.send(route.method(), path, route.method().equals("GET") || route.method().equals("DELETE") ? null : "{}", Map.of());
                    assertHeaders(route.key(), answer);
                    String kept = answer.headers().firstValue("cache-control").orElse("");
                    if (route.authorizer().isPresent() || answer.status() >= 400) {
                        assertThat(kept).as(route.key() + " " + answer.status()).isEqualTo("no-store");
                    } else {
                        assertThat(kept).as(route.key()).matches("no-store|public, .*");
                        assertThat(answer.headers().allValues("set-cookie")).as(route.key()).isEmpty();
                    }
                }
            }
        }
    }

    private static void assertHeaders(String what, Answer answer) {
        policy().forEach((name, value) -> assertThat(answer.headers().allValues(name)).as(what + ": " + name).containsExactly(value));
    }

    /** Read from the template here once more, and not by what puts them on. */
    private static Map<String, String> policy() {
        JsonNode config = TEMPLATE.resource("SecurityHeaders").orElseThrow().path("ResponseHeadersPolicyConfig");
        JsonNode security = config.path("SecurityHeadersConfig");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-security-policy", security.path("ContentSecurityPolicy").path("ContentSecurityPolicy").asText());
        headers.put("x-content-type-options", "nosniff");
        headers.put("x-frame-options", security.path("FrameOptions").path("FrameOption").asText());
        headers.put("referrer-policy", security.path("ReferrerPolicy").path("ReferrerPolicy").asText());
        JsonNode transport = security.path("StrictTransportSecurity");
        headers.put("strict-transport-security", "max-age=" + transport.path("AccessControlMaxAgeSec").asText() + "; includeSubDomains");
        config.path("CustomHeadersConfig").path("Items").forEach(item -> headers.put(item.path("Header").asText().toLowerCase(java.util.Locale.ROOT), item.path("Value").asText()));
        return headers;
    }
}
