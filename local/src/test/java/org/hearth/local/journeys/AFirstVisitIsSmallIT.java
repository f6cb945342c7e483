package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The budget of a first visit in docs/budgets.yaml, counted in the browser. */
class AFirstVisitIsSmallIT {
    private static final long MOST_BYTES = budget("bytes");
    private static final int MOST_REQUESTS = (int) budget("requests");
    private static final long MOST_SCRIPT = budget("script bytes");

    private final RunningHearth hearth = RunningHearth.sharedDemo();

    @Test
    void toAListOfThreads() {
        assertSmall("/group.html?id=living-with-it");
    }

    @Test
    void toAThread() {
        String thread = hearth.visitor().get("/api/public/groups/living-with-it/threads").json().path("items").path(0).path("id").asText();
        assertSmall("/thread.html?id=" + thread);
    }

    private void assertSmall(String path) {
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW)) {
            List<Response> responses = new ArrayList<>();
            browser.page().onResponse(responses::add);
            Page page = browser.goTo(path).page();
            assertThat(page.getByRole(AriaRole.LIST).first()).isVisible();
            page.waitForLoadState(LoadState.NETWORKIDLE);

            assertThat(responses).as("requests of " + path).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
            assertThat(responses.stream().mapToLong(AFirstVisitIsSmallIT::bytes).sum()).as("bytes of " + path).isLessThanOrEqualTo(MOST_BYTES);
            assertThat(responses.stream().filter(one -> one.url().endsWith(".js")).mapToLong(AFirstVisitIsSmallIT::bytes).sum())
                    .as("script of " + path).isLessThanOrEqualTo(MOST_SCRIPT);
        }
    }

    private static long budget(String name) {
        try (Reader text = Files.newBufferedReader(RunningHearth.root().resolve("docs/budgets.yaml"))) {
            Map<String, Map<String, Object>> budgets = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return ((Number) budgets.get("first visit").get(name)).longValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long bytes(Response response) {
        response.finished();
        var sizes = response.request().sizes();
        return sizes.responseHeadersSize + sizes.responseBodySize;
    }
}
