package org.hearth.local.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheBillIsWhatThePriceListSaysTest {
    private static final Path DOCS = Path.of("../docs");

    @Test
    void thePageShowsWhatTheListGives() throws IOException {
        String page = Files.readString(DOCS.resolve("costs.md"));
        assertThat(page).contains("<!-- bin/costs -->").as("run bin/costs --write")
                .isEqualTo(Costs.with(page, Costs.tables(PriceList.read(DOCS))));
    }

    @Test
    void whatAThingDoesIsTakenFromWhatWasCounted(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("counted.json"), "{\"GET /api/here\":{\"trips\":1,\"reads\":1.5,\"writes\":2.0,\"bytes\":500}}");
        Files.writeString(folder.resolve("prices.yaml"), """
                date: 2026-11-23
                prices: {read-unit: {name: Reads, dollars: 1, per: 1, from: read}}
                units: {page view: {does: {GET /api/here: 2}, read-unit: 1}}
                communities: {}
                others: []
                """);
        assertThat(PriceList.read(folder).units().get("page view")).containsEntry("read-unit", 4.0).containsEntry("write-unit", 4.0)
                .containsEntry("http-api-request", 2.0).containsEntry("lambda-request", 2.0).containsEntry("cloudfront-gb", 1e-6);
        Files.writeString(folder.resolve("counted.json"), "{}");
        assertThatThrownBy(() -> PriceList.read(folder)).hasMessageContaining("GET /api/here");
    }

    @Test
    void anIdleForumCostsAtMostADollarEvenWithoutTheFreeTier() throws IOException {
        Bill idle = new Bill(PriceList.read(DOCS), "idle");
        assertThat(idle.total(true)).isPositive().isLessThan(0.10);
        assertThat(idle.total(false)).isLessThanOrEqualTo(1.0);
    }

    @Test
    void onlyWhatIsMoreThanFreeIsPaid() {
        Bill bill = new Bill(list(Map.of("page view", 10.0)), "here");
        assertThat(bill.amount("call")).isEqualTo(30);
        assertThat(bill.dollars("call", true)).isEqualTo(20 * 0.5, within(1e-9));
        assertThat(bill.dollars("call", false)).isEqualTo(30 * 0.5, within(1e-9));
    }

    @Test
    void whatTheListDoesNotKnowIsNamed() {
        assertThatThrownBy(() -> new Bill(list(Map.of("page viwe", 1.0)), "here"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("page viwe").hasMessageContaining("page view");
    }

    private static PriceList list(Map<String, Double> happens) {
        return new PriceList("2026-11-23", Map.of("call", new PriceList.Price("Calls", 5, 10, 10, "read")),
                Map.of("page view", Map.of("call", 3.0)), Map.of("here", happens), List.of());
    }
}
