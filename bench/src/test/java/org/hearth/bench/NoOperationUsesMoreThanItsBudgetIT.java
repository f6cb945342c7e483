package org.hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What members and moderators do most, and what the streams and schedules call, on the deployed archive, held to docs/budgets.yaml. */
class NoOperationUsesMoreThanItsBudgetIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<Operations.Size> SIZES = List.of(new Operations.Size(10, 40), new Operations.Size(300, 100));
    private static Map<Operations.Size, List<Row>> measured;

    @BeforeAll
    static void measure() throws IOException {
        measured = new Operations(ROOT).at(SIZES, sentence -> { });
    }

    @Test
    void norMoreAsTheForumGrows() throws IOException {
        assertThat(Operations.judged(measured, Budgets.read(ROOT)).broken()).isEmpty();
    }

    @Test
    void andWhatIsNotMeasuredIsSaid() {
        assertThat(Operations.notCalled(ROOT, List.of())).contains("GET /api/groups", "POST /api/threads/{threadId}/posts");
        assertThat(Operations.notCalled(ROOT, measured.get(SIZES.getFirst()))).doesNotContain("GET /api/groups", "POST /api/threads/{threadId}/posts");
    }

    @Test
    void aBudgetThatIsTooSmallIsNoticed() throws IOException {
        Row page = measured.get(SIZES.getFirst()).stream().filter(row -> row.operation().equals("GET /api/threads/{threadId}")).findFirst().orElseThrow();
        Row dearer = new Row(page.operation(), page.trips() + 1, page.calls(), page.reads() + 1, page.writes(), page.bytes());
        Map<Operations.Size, List<Row>> grown = new LinkedHashMap<>();
        grown.put(SIZES.getFirst(), List.of(page));
        grown.put(SIZES.getLast(), List.of(dearer));
        assertThat(Operations.judged(grown, Budgets.read(ROOT)).broken())
                .anyMatch(sentence -> sentence.contains("round trips")).anyMatch(sentence -> sentence.contains("read units"))
                .anyMatch(sentence -> sentence.contains("grows"));
    }
}
