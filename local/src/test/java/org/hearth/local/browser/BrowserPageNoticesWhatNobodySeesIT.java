package org.hearth.local.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hearth.local.RunningHearth;
import org.junit.jupiter.api.Test;

class BrowserPageNoticesWhatNobodySeesIT {
    private final RunningHearth hearth = RunningHearth.shared();

    @Test
    void aScriptThatFails() {
        assertCaught("() => setTimeout(() => { throw new Error('oops'); }, 0)", "oops");
    }

    @Test
    void aStyleThatThePolicyRefuses() {
        assertCaught("() => document.body.setAttribute('style', 'color: red')", "style-src");
    }

    @Test
    void aRequestToAnotherHost() {
        assertCaught("() => { location.href = 'https://elsewhere.example/'; }", "elsewhere.example");
    }

    @Test
    void aResponseThatIsAnError() {
        assertCaught("() => fetch('/nowhere.js')", "404");
    }

    @Test
    void butNothingOnAPageThatIsWell() {
        try (BrowserPage page = BrowserPage.open(hearth, BrowserPage.NARROW)) {
            page.goTo("/rules.html");
            assertThat(page.page().title()).isNotEmpty();
        }
    }

    private void assertCaught(String script, String word) {
        BrowserPage page = BrowserPage.open(hearth, BrowserPage.WIDE);
        page.goTo("/rules.html");
        page.page().evaluate(script);
        page.page().waitForCondition(() -> !page.faults().isEmpty());
        assertThatThrownBy(page::close).isInstanceOf(AssertionError.class).hasMessageContaining(word);
    }
}
