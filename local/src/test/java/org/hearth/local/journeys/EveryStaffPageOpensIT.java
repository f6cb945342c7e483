package org.hearth.local.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each page that only staff see opens for the lead, with its heading, and without a fault that nobody would notice. */
class EveryStaffPageOpensIT {
    private final RunningHearth hearth = RunningHearth.shared();

    @ParameterizedTest
    @ValueSource(strings = {"/moderate.html", "/greet.html", "/rota.html", "/checks.html", "/handover.html", "/audit.html", "/care.html", "/drill.html", "/invitations.html"})
    void forTheLead(String path) {
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(hearth.lead())) {
            browser.goTo(path);
            assertThat(browser.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.HEADING).first()).isVisible();
            assertThat(browser.accessibilityFaults()).isEmpty();
        }
    }
}
