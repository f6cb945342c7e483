package org.hearth.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

class TheDemoCommunityIsAsItWasWrittenIT {
    private final RunningHearth hearth = RunningHearth.sharedDemo();

    @Test
    void itHasTwoPublicGroupsAndOthersForThoseWhoBelong() {
        assertThat(items(hearth.visitor(), "/api/public/groups")).hasSize(2);
        assertThat(items(hearth.as("Robin"), "/api/groups")).hasSize(4);
        assertThat(items(hearth.as("Wren"), "/api/groups")).hasSize(3);
    }

    @Test
    void everyThreadThatIsNotHeldIsThereAtItsOwnTime() throws Exception {
        Set<String> titles = items(hearth.as("Robin"), "/api/groups").stream()
                .flatMap(group -> items(hearth.as("Robin"), "/api/groups/" + group.path("id").asText() + "/threads").stream())
                .map(thread -> thread.path("title").asText()).collect(Collectors.toSet());
        Community community = Community.read();
        Set<String> held = community.held().stream().filter(one -> one.nth() == 0).map(Community.Held::thread).collect(Collectors.toSet());
        List<String> expected = community.threads().stream().filter(thread -> !(held.contains(thread.title())
                && community.held().stream().anyMatch(one -> one.thread().equals(thread.title()) && one.by().equals(thread.by()) && one.nth() == 0)))
                .map(Community.Thread::title).toList();
        assertThat(titles).containsAll(expected);
        JsonNode oldest = items(hearth.as("Robin"), "/api/groups/living-with-it/threads").getLast();
        assertThat(Instant.parse(oldest.path("createdAt").asText())).isBefore(Instant.now().minusSeconds(86_400L * 90));
    }

    @Test
    void whatWasWrittenToWaitWaitsForAModerator() throws Exception {
        Community community = Community.read();
        List<String> waiting = new ArrayList<>();
        for (JsonNode item : items(hearth.moderator(), "/api/moderation/cases?state=open")) {
            JsonNode post = good(hearth.moderator().get("/api/moderation/cases/" + item.path("id").asText())).path("post");
            if (Set.of("held", "escalated").contains(post.path("status").asText())) {
                waiting.add(item.path("author").path("name").asText());
            }
        }
        assertThat(waiting).containsAll(community.held().stream().map(Community.Held::by).toList());
    }

    @Test
    void theQueueHasCasesOfEveryKindOneOfThemClaimed() {
        List<JsonNode> cases = items(hearth.otherModerator(), "/api/moderation/cases?state=open");
        assertThat(cases).extracting(one -> one.path("risk").asText()).contains("crisis", "red", "amber", "green");
        assertThat(cases).anyMatch(one -> one.path("claim").path("mine").asBoolean());
        assertThat(cases).anyMatch(one -> one.path("appeal").asBoolean());
        assertThat(cases).anyMatch(one -> one.path("reportCount").asInt() > 1);
        assertThat(items(hearth.moderator(), "/api/moderation/cases?state=closed")).isNotEmpty();
    }

    @Test
    void theAuditLogOfAllThatIsUnbroken() {
        JsonNode verification = good(hearth.lead().get("/api/moderation/audit/verification"));
        assertThat(verification.path("intact").asBoolean()).isTrue();
        assertThat(verification.path("entries").asInt()).isGreaterThan(20);
    }

    private static List<JsonNode> items(HearthClient who, String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = good(who.get(path + cursor));
            page.path("items").forEach(items::add);
            cursor = page.has("nextCursor") ? (path.contains("?") ? "&" : "?") + "cursor=" + page.path("nextCursor").asText() : "";
        } while (!cursor.isEmpty());
        return items;
    }
}
