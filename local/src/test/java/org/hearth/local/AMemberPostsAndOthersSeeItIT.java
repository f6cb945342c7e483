package org.hearth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

class AMemberPostsAndOthersSeeItIT {
    private final RunningHearth hearth = RunningHearth.shared();

    @Test
    void inAPublicGroupVisitorsToo() {
        HearthClient author = hearth.somebodyNew();
        JsonNode thread = hearth.publishedThread(author, RunningHearth.OPEN, "Tea or coffee?", "I can't decide any more.").path("thread");
        JsonNode page = good(hearth.visitor().get("/api/public/threads/" + thread.path("id").asText()));
        assertThat(page.path("items").path(0).path("text").asText()).isEqualTo("I can't decide any more.");
    }

    @Test
    void inAMembersGroupMembersOnly() {
        HearthClient author = hearth.somebodyNew();
        String thread = hearth.publishedThread(author, RunningHearth.MEMBERS, "A quiet question", "Does anybody else nap?")
                .path("thread").path("id").asText();
        assertThat(hearth.visitor().get("/api/public/threads/" + thread).status()).isEqualTo(404);
        assertThat(hearth.somebodyNew().get("/api/threads/" + thread).status()).isEqualTo(200);
    }

    @Test
    void inARestrictedGroupTheInvitedOnly() {
        HearthClient author = hearth.somebodyNew();
        hearth.invite(author, RunningHearth.CLOSED);
        String thread = hearth.publishedThread(author, RunningHearth.CLOSED, "Between us", "The choir met here for the first time last spring.")
                .path("thread").path("id").asText();
        HearthClient guest = hearth.somebodyNew();
        assertThat(guest.get("/api/threads/" + thread).status()).isEqualTo(404);
        hearth.invite(guest, RunningHearth.CLOSED);
        assertThat(guest.get("/api/threads/" + thread).status()).isEqualTo(200);
    }
}
