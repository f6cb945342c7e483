package org.hearth.local.members;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.Test;

/** Rule: what somebody would rather not meet they do not meet on any device, and a break says until when (rows 22 to 24). */
class WhatIsChosenHoldsOnEveryDeviceIT {
    private final RunningHearth hearth = RunningHearth.shared();

    @Test
    void hiddenAndMuted() {
        HearthClient loud = hearth.somebodyNew();
        HearthClient reader = hearth.somebodyNew();
        JsonNode hidden = hearth.publishedThread(hearth.somebodyNew(), RunningHearth.OPEN, "The robin came back",
                "There was a robin at my window this morning. I watched it for a while.").path("thread");
        JsonNode muted = hearth.publishedThread(loud, RunningHearth.OPEN, "Walking by the canal",
                "I walked by the canal today and felt a bit better afterwards.").path("thread");
        try (BrowserPage phone = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(reader)) {
            Page page = phone.goTo("/thread.html?id=" + hidden.path("id").asText()).page();
            page.getByRole(AriaRole.BUTTON, named("Hide from my lists")).click();
            assertThat(page.getByText("Hidden from your lists.")).isAttached();
            page = phone.goTo("/member.html?id=" + loud.get("/api/me").json().path("id").asText()).page();
            page.getByRole(AriaRole.BUTTON, named("Mute")).click();
            assertThat(page.getByText("unless you open them")).isAttached();
        }
        try (BrowserPage desk = BrowserPage.open(hearth, BrowserPage.WIDE).signedInAs(reader)) {
            Page page = desk.goTo("/group.html?id=" + RunningHearth.OPEN).page();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(2)).first()).isVisible();
            assertThat(page.getByText("The robin came back")).hasCount(0);
            assertThat(page.getByText("Walking by the canal")).hasCount(0);
            page = desk.goTo("/thread.html?id=" + muted.path("id").asText()).page();
            assertThat(page.getByText("A post by somebody you muted")).isVisible();
            assertThat(page.getByText("I walked by the canal today and felt a bit better afterwards.")).isHidden();
            page = desk.goTo("/account.html").page();
            page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("The robin came back"))
                    .getByRole(AriaRole.BUTTON).click();
            assertThat(page.getByText("The robin came back")).hasCount(0);
            page = desk.goTo("/group.html?id=" + RunningHearth.OPEN).page();
            assertThat(page.getByText("The robin came back")).isVisible();
        }
    }

    @Test
    void aBreakSaysUntilWhenAndEndsEarly() {
        HearthClient tired = hearth.somebodyNew();
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(tired)) {
            Page page = browser.goTo("/account.html").page();
            page.getByLabel("For how long?").selectOption("14");
            page.getByRole(AriaRole.BUTTON, named("Take a break")).click();
            assertThat(page.getByText("You’re taking a break until")).isVisible();
            assertThat(browser.accessibilityFaults()).isEmpty();
            assertThat(tired.get("/api/me/preferences").json().path("breakUntil").asText()).isNotEmpty();
            page.getByRole(AriaRole.BUTTON, named("End my break")).click();
            assertThat(page.getByLabel("For how long?")).isVisible();
            assertThat(tired.get("/api/me/preferences").json().has("breakUntil")).isFalse();
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
