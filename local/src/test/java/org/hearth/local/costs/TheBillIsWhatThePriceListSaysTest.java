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

class TheBillIsWhatThePriceListSaysTest {
    private static final Path DOCS = Path.of("../docs");

    @Test
    void thePageShowsWhatTheListGives() throws IOException {
        String page = Files.readString(DOCS.resolve("costs.md"));
        assertThat(page).contains("<!-- bin/costs -->").as("run bin/costs --write")
                .isEqualTo(Costs.with(page, Costs.tables(PriceList.read(DOCS.resolve("prices.yaml")))));
    }

    @Test
    void anIdleForumCostsAtMostADollarEvenWithoutTheFreeTier() throws IOException {
        Bill idle = new Bill(PriceList.read(DOCS.resolve("prices.yaml")), "idle");
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
