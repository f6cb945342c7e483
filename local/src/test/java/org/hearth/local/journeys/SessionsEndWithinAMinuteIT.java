package org.hearth.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.hearth.local.issuer.Role;
import org.hearth.local.template.FunctionSpec;
import org.hearth.local.template.Template;
import org.junit.jupiter.api.Test;

/** Signing out, the quick exit and a ban end what a session can do, within the minute for which the gateway remembers who somebody is. */
class SessionsEndWithinAMinuteIT {
    private static final RunningHearth HEARTH = RunningHearth.shared();
    private static final Template TEMPLATE = Template.read(RunningHearth.root().resolve("template.yaml"), Map.of());

    @Test
    void theGatewayRemembersNoLonger() {
        assertThat(TEMPLATE.authorizer("Session").remembered()).isLessThanOrEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aCopiedCookieIsWorthNothingAfterSigningOut() {
        for (boolean exit : List.of(false, true)) {
            HearthClient person = HearthClient.signedIn(HEARTH.address(), exit ? "leaves quickly" : "signs out", Role.MEMBER)
                    .joinedAs(exit ? "leaves quickly" : "signs out");
            HearthClient thief = copyOf(person);
            good(thief.get("/api/me"));

            Answer left = exit ? person.get("/api/session/exit") : person.delete("/api/session");

            assertThat(left.status()).isEqualTo(exit ? 303 : 204);
            assertThat(left.headers().allValues("set-cookie")).anyMatch(cookie -> cookie.startsWith("hearth=;") && cookie.contains("Max-Age=0"));
            HEARTH.forgetAuthorizations();
            assertThat(thief.get("/api/me").status()).isEqualTo(401);
            assertThat(thief.get("/api/session").json().path("signedIn").asBoolean()).isFalse();
        }
    }

    @Test
    void aBanHoldsForWritingAtOnceAndForReadingWithinTheMinute() {
        HearthClient member = HEARTH.somebodyNew();
        JsonNode thread = HEARTH.publishedThread(member, RunningHearth.OPEN, "A plain day", "The kettle sang while it rained.").path("thread");
        good(member.get("/api/groups"));
        good(HEARTH.lead().post("/api/moderation/members/" + good(member.get("/api/me")).path("id").asText() + "/sanctions",
                HearthClient.object("action", "ban", "rule", "be-kind", "reason", "This is the end of it.")));

        Answer write = member.post("/api/threads/" + thread.path("id").asText() + "/posts", HearthClient.object("text", "And yet."));
        HEARTH.forgetAuthorizations();

        assertThat(write.status()).isEqualTo(403);
        assertThat(write.json().path("type").asText()).isEqualTo("/problems/banned");
        assertThat(member.get("/api/groups").status()).isEqualTo(403);
        assertThat(member.get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void anotherSitesFormChangesNothingOnAnyRoute() {
        HearthClient member = HEARTH.somebodyNew();
        List<String> taken = new ArrayList<>();
        for (FunctionSpec.Route route : TEMPLATE.functions().stream().flatMap(function -> function.routes().stream()).toList()) {
            // Mail programs end mail without our pages (RFC 8058); the address they call is signed.
            if (route.method().equals("GET") || route.path().equals("/api/unsubscribe")) {
                continue;
            }
            String path = route.path().replaceAll("\\{[^}]*}", "01ARZ3NDEKTSV4RRFFQ69G5FAV");
            for (Map<String, String> form : List.of(Map.of("X-Hearth", "", "Content-Type", "text/plain", "Origin", "https://evil.example"),
                    Map.of("X-Hearth", "0", "Content-Type", "application/x-www-form-urlencoded"), Map.of("X-Hearth", "2"))) {
                Answer answer = member.send(route.method(), path, route.method().equals("DELETE") ? null : "{}", form);
                if (answer.status() != 403 || !answer.json().path("type").asText().equals("/problems/not-from-our-pages")) {
                    taken.add(route.key() + " " + form + ": " + answer.status());
                }
            }
        }
        assertThat(taken).isEmpty();
        assertThat(member.get("/api/me").status()).isEqualTo(200);
        assertThat(member.get("/api/groups").headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    private static HearthClient copyOf(HearthClient person) {
        HearthClient copy = HearthClient.visitor(HEARTH.address());
        for (String pair : person.cookie().split("; ")) {
            copy.withCookie(pair.split("=", 2)[0], pair.split("=", 2)[1]);
        }
        return copy;
    }
}
