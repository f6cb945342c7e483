package org.hearth.local.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hearth.local.members.MembersForum.good;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.hearth.local.RunningHearth;
import org.hearth.local.browser.BrowserPage;
import org.hearth.local.client.HearthClient;
import org.hearth.local.outbox.Outbox;
import org.junit.jupiter.api.Test;

/** Rule: a mail says nothing of what it is about, its address is in no table, and it ends with one click and without signing in (row 25). */
class NotesByMailEndWithOneClickIT {
    private static final String SECRET = "There was a robin at my window this morning. I watched it for a while.";
    private final RunningHearth hearth = RunningHearth.shared();

    @Test
    void aReplyIsToldOnceAndStopped() throws IOException, InterruptedException {
        HearthClient wren = hearth.somebodyNew();
        HearthClient other = hearth.somebodyNew();
        String thread = hearth.publishedThread(wren, RunningHearth.OPEN, "Waiting for a letter", "Week nine now.").at("/thread/id").asText();
        turnOnInTheBrowser(wren);
        int before = notes().size();

        good(other.post("/api/threads/" + thread + "/posts", HearthClient.object("text", SECRET)));
        await().atMost(Duration.ofSeconds(30)).until(() -> notes().size() == before + 1);
        Outbox.Message note = notes().getFirst();
        assertThat(note.subject()).isEqualTo("A note for you");
        assertThat(note.body()).doesNotContain("robin").doesNotContain("letter").doesNotContain("open room").doesNotContain(thread);
        assertThat(tables(note.to())).isEmpty();
        assertThat(note.headers()).containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");

        URI link = URI.create(note.headers().get("List-Unsubscribe").replaceAll("[<>]", ""));
        lookAt(link);
        assertThat(wants(wren)).isTrue();
        assertThat(oneClick(URI.create(link + "x"))).isEqualTo(200);
        assertThat(wants(wren)).isTrue();
        assertThat(oneClick(link)).isEqualTo(200);
        assertThat(wants(wren)).isFalse();
    }

    private void turnOnInTheBrowser(HearthClient person) {
        assertThat(wants(person)).isFalse();
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW).signedInAs(person)) {
            Page page = browser.goTo("/account.html").page();
            page.getByLabel("Somebody answered me, or wrote in a conversation that I follow").check();
            page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Send me a note by e-mail when")).locator("xpath=..")
                    .getByRole(AriaRole.BUTTON).click();
            PlaywrightAssertions.assertThat(page.getByText("Every note has a link that ends them.")).isAttached();
            assertThat(browser.accessibilityFaults()).isEmpty();
        }
        assertThat(wants(person)).isTrue();
    }

    /** With the button, on a page without scripts. */
    private void lookAt(URI link) {
        try (BrowserPage browser = BrowserPage.open(hearth, BrowserPage.NARROW)) {
            Page page = browser.goTo(link.getRawPath() + "?" + link.getRawQuery()).page();
            PlaywrightAssertions.assertThat(page.getByRole(AriaRole.BUTTON)).hasText("Stop the notes");
            assertThat(browser.accessibilityFaults()).isEmpty();
        }
    }

    private static int oneClick(URI link) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(link).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")).build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static boolean wants(HearthClient person) {
        return person.get("/api/me/preferences").json().at("/mail/replies").asBoolean();
    }

    private List<Outbox.Message> notes() {
        return hearth.outbox().stream().filter(message -> message.kind().equals("email")).toList();
    }

    private List<String> tables(String address) {
        return List.of("ContentTable", "MembersTable", "ModerationTable", "AuditTable").stream()
                .flatMap(table -> hearth.tables().client().scanPaginator(scan -> scan.tableName(table)).items().stream())
                .map(Object::toString).filter(item -> item.contains(address)).toList();
    }
}
