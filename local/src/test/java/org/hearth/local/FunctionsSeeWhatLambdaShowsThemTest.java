package org.hearth.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hearth.local.tiny.TinyForum;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionsSeeWhatLambdaShowsThemTest {
    @TempDir
    static Path folder;
    @AutoClose
    private static TinyForum forum;

    @BeforeAll
    static void start() throws IOException {
        forum = TinyForum.start(folder, Optional.empty());
    }

    @Test
    void theirOwnLibrariesButNothingOfTheRunner() throws Exception {
        assertThat(get("/api/sees")).isEqualTo("true false false false");
    }

    @Test
    void theTemplatesEnvironment() throws Exception {
        assertThat(get("/api/environment")).isEqualTo("TinyTable " + forum.hearth().address());
    }

    @Test
    void theirNameAndTheTimeThatIsLeft() throws Exception {
        String[] answer = get("/api/remaining").split(" ");
        assertThat(answer[0]).isEqualTo("TinyFunction");
        assertThat(Integer.parseInt(answer[1])).isBetween(1, 10_000);
    }

    @Test
    void aClockThatCanBeMoved() throws Exception {
        Instant longAgo = Instant.parse("2020-02-02T02:02:02Z");
        forum.hearth().moveClockTo(longAgo);
        assertThat(Duration.between(longAgo, Instant.parse(get("/api/time")))).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        forum.hearth().resetClock();
        assertThat(Duration.between(Instant.parse(get("/api/time")), Instant.now())).isLessThan(Duration.ofMinutes(1));
    }

    private static String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(forum.hearth().address() + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
