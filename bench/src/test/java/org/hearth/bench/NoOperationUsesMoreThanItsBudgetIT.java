package org.hearth.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every route, and what streams and schedules call, on the deployed archive, held to docs/budgets.yaml and docs/counted.json. */
class NoOperationUsesMoreThanItsBudgetIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<Operations.Size> SIZES = List.of(new Operations.Size(10, 40), new Operations.Size(300, 100));
    // An item that lies at the edge of another unit may be on either side of it: names and ids are not as long each time.
    private static final double HALF_A_PAGE = 0.5;
    private static final double A_KILOBYTE = 2;
    // Whoever comes first in a minute asks for the groups too.
    private static final int THE_GROUPS = 1;
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
    void norIsARouteLeftOut() {
        assertThat(Operations.notCalled(ROOT, measured.get(SIZES.getFirst()))).isEmpty();
        assertThat(Operations.notCalled(ROOT, List.of())).contains("GET /api/groups", "POST /api/threads/{threadId}/posts");
    }

    @Test
    void norDoReadMarksUseMoreThanTheirs() throws IOException {
        assertThat(Operations.unitsAThread(measured)).isPositive()
                .isLessThanOrEqualTo(Budgets.read(ROOT).most("read marks", "write units a view"));
        assertThat(Files.readString(ROOT.resolve("static-site/public/js/places.js")))
                .contains("const atOnce = " + ReadMarks.AT_ONCE + ";");
    }

    @Test
    void whatTheBillIsComputedFromIsWhatIsUsed() throws IOException {
        ObjectNode counted = Counted.read(ROOT);
        assertThat(measured.get(SIZES.getLast())).as("run bin/bench --quick --only operations --write")
                .allSatisfy(row -> {
            JsonNode kept = counted.path(row.operation());
            assertThat(row.trips()).as(row.operation()).isCloseTo(kept.path("trips").asInt(), within(THE_GROUPS));
            assertThat(row.reads()).as(row.operation()).isCloseTo(kept.path("reads").asDouble(), within(HALF_A_PAGE));
            assertThat(row.writes()).as(row.operation()).isCloseTo(kept.path("writes").asDouble(), within(A_KILOBYTE));
        });
        assertThat(counted.size()).isEqualTo(measured.get(SIZES.getLast()).size());
    }

    @Test
    void aBudgetThatIsTooSmallIsNoticed() throws IOException {
        Row page = measured.get(SIZES.getFirst()).stream().filter(row -> row.operation().equals("GET /api/threads/{threadId}"))
                .findFirst().orElseThrow();
        Row dearer = new Row(page.operation(), page.trips() + 1, page.calls(), page.reads() + 1, page.writes(), page.bytes());
        Map<Operations.Size, List<Row>> grown = new LinkedHashMap<>();
        grown.put(SIZES.getFirst(), List.of(page));
        grown.put(SIZES.getLast(), List.of(dearer));
        assertThat(Operations.judged(grown, Budgets.read(ROOT)).broken())
                .anyMatch(sentence -> sentence.contains("round trips")).anyMatch(sentence -> sentence.contains("read units"))
                .anyMatch(sentence -> sentence.contains("grows"));
    }
}
