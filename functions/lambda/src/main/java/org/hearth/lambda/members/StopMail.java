package org.hearth.lambda.members;

import org.hearth.forum.members.Prefer;
import org.hearth.forum.notifying.StopLinks;
import org.hearth.lambda.http.Request;
import org.hearth.lambda.http.Response;

/**
 * Ends mail from a link in it, without signing in. A look at the link ends nothing, as mail programs look at links by themselves;
 * they end mail by sending to it (RFC 8058), and so does the button. Every link is answered alike, so that none says whose it is.
 */
final class StopMail {
  private static final String PAGE = """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s</title><meta name="robots" content="noindex"><link rel="stylesheet" href="/css/hearth.css"></head>
      <body><main id="main"><div class="empty"><h1>%1$s</h1>%2$s</div></main></body></html>
      """;
  private static final String QUESTION = PAGE.formatted("No more notes?",
      "<p>You will get no more notes from us. You can have them back on your account page.</p><form method=\"post\"><button>Stop the notes</button></form>");
  private static final String DONE = PAGE.formatted("Done", "<p>You will get no more notes from us.</p><p><a href=\"/\">To the first page</a></p>");

  private final StopLinks links;
  private final Prefer prefer;

  StopMail(StopLinks links, Prefer prefer) {
    this.links = links;
    this.prefer = prefer;
  }

  Response ask() {
    return html(QUESTION);
  }

  Response stop(Request request) {
    request.query("token").flatMap(links::memberOf).ifPresent(prefer::stopMail);
    return html(DONE);
  }

  private static Response html(String page) {
    return Response.text("text/html; charset=utf-8", page);
  }
}
