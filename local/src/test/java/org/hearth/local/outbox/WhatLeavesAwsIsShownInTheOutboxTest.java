package org.hearth.local.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.hearth.local.tiny.TinyForum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatLeavesAwsIsShownInTheOutboxTest {
    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void publishedTextsAndSentMails() throws Exception {
        Outbox outbox = new Outbox();
        try (AwsEndpoint aws = AwsEndpoint.start(outbox, Optional.empty())) {
            HttpResponse<String> published = post(aws.address(), "/", "Action=Publish&Version=2010-03-31"
                    + "&TopicArn=arn%3Aaws%3Asns%3Aeu-west-2%3A000000000000%3ALeadTopic&Subject=A+case&Message=Please+look");
            assertThat(published.body()).contains("<PublishResponse").contains("<MessageId>");
            post(aws.address(), "/v2/email/outbound-emails", """
                    {"Destination":{"ToAddresses":["a@example.org"]},
                     "Content":{"Simple":{"Subject":{"Data":"Hello"},"Body":{"Text":{"Data":"You have news."}}}}}""");
            assertThat(post(aws.address(), "/", "Action=DeleteTopic").statusCode()).isEqualTo(400);
        }
        assertThat(outbox.messages()).extracting(Outbox.Message::kind).containsExactly("email", "sns");
        assertThat(outbox.messages()).extracting(Outbox.Message::to).containsExactly("a@example.org", "LeadTopic");
        assertThat(outbox.messages()).extracting(Outbox.Message::subject).containsExactly("Hello", "A case");
    }

    @Test
    void onlyTheNewestAreKept() {
        Outbox outbox = new Outbox();
        for (int i = 0; i < Outbox.LIMIT + 5; i++) {
            outbox.put("sns", "topic", "number " + i, "");
        }
        assertThat(outbox.messages()).hasSize(Outbox.LIMIT);
        assertThat(outbox.messages().getFirst().subject()).isEqualTo("number " + (Outbox.LIMIT + 4));
    }

    @Test
    void asAPageWithEverythingEscapedOrAsJsonAndToThisMachineOnly() throws Exception {
        try (TinyForum forum = TinyForum.start(folder, Optional.empty())) {
            forum.hearth().outbox().put("sns", "LeadTopic", "<b>bold</b>", "<script>alert(1)</script>");
            URI page = forum.hearth().address().resolve("/local/outbox");
            HttpResponse<String> html = client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(html.body()).contains("&lt;b&gt;bold", "&lt;script&gt;").doesNotContain("<script>");
            HttpResponse<String> json = client.send(HttpRequest.newBuilder(page).header("Accept", "application/json").build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(json.body()).contains("\"subject\":\"<b>bold</b>\"");
        }
    }

    private HttpResponse<String> post(URI to, String path, String body) throws Exception {
        return client.send(HttpRequest.newBuilder(to.resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
