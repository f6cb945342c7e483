package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.junit.jupiter.api.Test;

/** The design's budget for a first visit to a list of threads, counted in the browser: 30 KiB on the wire in 8 requests. */
class AFirstVisitIsSmallIT {
    private static final long MOST_BYTES = 30 * 1024;
    private static final int MOST_REQUESTS = 8;
    private static final long MOST_SCRIPT = 15 * 1024;

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

    private static long bytes(Response response) {
        response.finished();
        var sizes = response.request().sizes();
        return sizes.responseHeadersSize + sizes.responseBodySize;
    }
}
