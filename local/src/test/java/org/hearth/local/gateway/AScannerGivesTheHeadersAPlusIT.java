package org.hearth.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.Answer;
import org.hearth.local.template.Template;
import org.junit.jupiter.api.Test;

/** From outside, by the published rules of a scanner that many use: on the pages, on the API, and where the session's cookie is set. */
class AScannerGivesTheHeadersAPlusIT {
    private static final RunningHearth HEARTH = RunningHearth.shared();
    private static final List<String> PATHS = List.of("/", "/index.html", "/thread.html?id=1", "/help-now.html", "/case.html?id=1", "/nowhere.html", "/js/hearth.js", "/css/hearth.css",
            "/api/public/groups", "/api/public/feed.xml", "/api/session", "/api/session/start", "/api/session/exit", "/api/me", "/api/unsubscribe?token=1", "/api/nothing");

    @Test
    void onWhateverIsAskedFor() {
        List<Integer> scores = new ArrayList<>();
        for (String path : PATHS) {
            Observatory.Report report = scan(HEARTH.visitor().get(path), Map.of());
            scores.add(report.score());
            assertThat(report.grade()).as(path + " " + report).isEqualTo("A+");
        }
        System.out.println("By the HTTP Observatory's rules: " + PATHS.size() + " answers, each A+, " + scores.stream().min(Integer::compareTo).orElseThrow() + " points at the least");
    }

    @Test
    void andOnNoneThatIsWithoutOneOfThem() {
        Answer page = HEARTH.visitor().get("/");
        assertThat(scan(page, Map.of("content-security-policy", "")).grade()).isEqualTo("B");
        assertThat(scan(page, Map.of("content-security-policy", "default-src 'self' 'unsafe-inline'")).score()).isEqualTo(80);
        assertThat(scan(page, Map.of("strict-transport-security", "max-age=60")).score()).isLessThan(scan(page, Map.of()).score());
        assertThat(scan(page, Map.of("strict-transport-security", "")).grade()).isEqualTo("B+");
        assertThat(scan(page, Map.of("x-content-type-options", "")).score()).isLessThan(scan(page, Map.of()).score());
        assertThat(scan(page, Map.of("access-control-allow-origin", "*")).grade()).isEqualTo("C");
        Observatory.Report cookie = Observatory.of(headers(page), List.of("hearth=1; Path=/"), "", true);
        assertThat(cookie.grade()).isEqualTo("B");
    }

    private static Observatory.Report scan(Answer answer, Map<String, String> instead) {
        Map<String, String> headers = headers(answer);
        headers.putAll(instead);
        return Observatory.of(headers, answer.headers().allValues("set-cookie"), answer.text(), redirects());
    }

    private static Map<String, String> headers(Answer answer) {
        Map<String, String> headers = new HashMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), String.join(", ", values)));
        return headers;
    }

    // Nobody speaks https to a laptop; where it is deployed, CloudFront sends people there.
    private static boolean redirects() {
        JsonNode site = Template.read(RunningHearth.root().resolve("template.yaml"), Map.of()).resource("Site").orElseThrow().path("DistributionConfig");
        List<JsonNode> behaviours = new ArrayList<>(List.of(site.path("DefaultCacheBehavior")));
        site.path("CacheBehaviors").forEach(behaviours::add);
        return behaviours.stream().allMatch(one -> one.path("ViewerProtocolPolicy").asText().matches("https-only|redirect-to-https"));
    }
}
