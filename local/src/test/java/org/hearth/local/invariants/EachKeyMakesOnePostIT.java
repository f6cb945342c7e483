package org.hearth.local.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.Answer;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/** Invariant 1: of two hundred posts that are each sent sixteen times at once, there are two hundred. */
class EachKeyMakesOnePostIT {
    private static final int KEYS = 200;
    private static final int AT_ONCE = 16;
    private static final RunningHearth HEARTH = RunningHearth.shared();

    @Test
    void howeverOftenAndHoweverManyAtOnceItIsSent() throws Exception {
        HearthClient author = HEARTH.somebodyNew();
        String thread = HEARTH.publishedThread(author, RunningHearth.OPEN, "Two hundred", "It begins here.").path("thread").path("id").asText();
        List<String> made = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int key = 0; key < KEYS; key++) {
                made.add(sent(threads, author, thread, key));
            }
        }
        assertThat(new HashSet<>(made)).hasSize(KEYS);
        List<String> there = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = good(author.get("/api/me/posts" + cursor));
            page.path("items").forEach(post -> there.add(post.path("id").asText()));
            cursor = page.has("nextCursor") ? "?cursor=" + page.path("nextCursor").asText() : "";
        } while (!cursor.isEmpty());
        assertThat(there).hasSize(KEYS + 1).containsAll(made);
    }

    private static String sent(java.util.concurrent.ExecutorService threads, HearthClient author, String thread, int number) throws Exception {
        String key = UUID.randomUUID().toString();
        JsonNode body = HearthClient.object("text", "Stitch " + number + " of the blue blanket.");
        CyclicBarrier together = new CyclicBarrier(AT_ONCE);
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            calls.add(() -> {
                together.await();
                Answer answer = author.post("/api/threads/" + thread + "/posts", body, key);
                // Too many at once is an answer too, and what our pages send again.
                while (answer.status() == 503) {
                    answer = author.post("/api/threads/" + thread + "/posts", body, key);
                }
                return good(answer).path("id").asText();
            });
        }
        Set<String> ids = new HashSet<>();
        for (var call : threads.invokeAll(calls)) {
            ids.add(call.get());
        }
        assertThat(ids).hasSize(1);
        return ids.iterator().next();
    }
}
