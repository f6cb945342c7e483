package org.hearth.lambda.listing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import org.hearth.forum.Fingerprint;
import org.hearth.forum.Page;
import org.hearth.forum.listing.HelpLines;
import org.hearth.forum.listing.ReadFeed;
import org.hearth.forum.listing.ReadThreads;
import org.hearth.forum.members.Caller;
import org.hearth.forum.resources.KeepResources;
import org.hearth.lambda.Rehearsal;
import org.hearth.lambda.Wiring;
import org.hearth.lambda.http.Answers;
import org.hearth.lambda.http.Request;
import org.hearth.lambda.http.Response;
import org.hearth.lambda.json.JsonObject;

/** What anybody may read, signed in or not. It knows no caller, so it can't show anything else. */
public final class PublicListingFunction implements RequestStreamHandler {
  /** Ten seconds at the edge: a burst of readers is one read of the table, and a removed post is gone soon. */
  private static final String TEN_SECONDS = "public, max-age=10";
  private static final String A_MINUTE = "public, max-age=60";
  private static final String AN_HOUR = "public, max-age=3600";

  private final ReadThreads read;
  private final ReadFeed feed;
  private final Feeds feeds;
  private final KeepResources resources;
  private final String region;
  private final InstantSource clock;

  public PublicListingFunction() {
    this(ListingFunction.reading(Wiring.get()), new ReadFeed(Wiring.get().groups(), Wiring.get().posts()), new Feeds(Wiring.environment("SITE_URL")),
        Wiring.get().keepResources(),
        Wiring.environment("HELP_REGION"), Wiring.get().clock());
    Rehearsal.ofRequest(this, "GET /api/public/groups/{groupId}/threads");
    Rehearsal.ofRequest(this, "GET /api/public/threads/{threadId}");
  }

  PublicListingFunction(ReadThreads read, ReadFeed feed, Feeds feeds, KeepResources resources, String region, InstantSource clock) {
    this.read = read;
    this.feed = feed;
    this.feeds = feeds;
    this.resources = resources;
    this.region = region;
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    Answers.to(in, out, context, request -> switch (request.route()) {
      case "GET /api/public/groups" -> groups();
      case "GET /api/public/groups/{groupId}/threads" -> threads(request);
      case "GET /api/public/threads/{threadId}" -> thread(request);
      case "GET /api/public/feed.xml" -> feed(request);
      case "GET /api/public/groups/{groupId}/feed.xml" -> groupFeed(request);
      case "GET /api/public/resources" -> Response.ok(new JsonObject()
              .with("items", resources.all().stream().map(resource -> Library.view(resource, clock.instant())).toList()))
          .header("cache-control", A_MINUTE);
      case "GET /api/public/help" -> help(request);
      default -> throw new IllegalStateException("No such route here");
    });
  }

  private Response groups() {
    return Response.ok(Views.page(Page.last(read.groups(Caller.VISITOR)), Views::group)).header("cache-control", TEN_SECONDS);
  }

  private Response threads(Request request) {
    var found = read.in(Caller.VISITOR, request.path("groupId"), request.position());
    return Response.ok(new JsonObject().with("group", Views.group(found.group())).withAll(Views.page(found.threads(), Views::thread)))
        .header("cache-control", TEN_SECONDS);
  }

  private Response thread(Request request) {
    var found = read.thread(Caller.VISITOR, request.path("threadId"), request.position());
    return Response.ok(new JsonObject()
            .with("thread", Views.thread(found.thread()))
            .withAll(Views.page(found.posts(), post -> Views.post(post, Caller.VISITOR, clock.instant()))))
        .header("cache-control", TEN_SECONDS);
  }

  private Response feed(Request request) {
    var xml = feeds.rss("Hearth", "New conversations in the public groups", "/", feed.ofAll(without(request)));
    return conditional(request, xml);
  }

  private Response groupFeed(Request request) {
    var group = feed.group(request.path("groupId"));
    var xml = feeds.rss(group.name() + " · Hearth", group.description(), "/group.html?id=" + group.id(), feed.of(group, without(request)));
    return conditional(request, xml);
  }

  // Labels that the reader does not want to meet, as in feed.xml?without=grief,food
  private static Set<String> without(Request request) {
    return request.query("without").map(labels -> Set.copyOf(Arrays.asList(labels.split(",")))).orElse(Set.of());
  }

  private static Response conditional(Request request, String xml) {
    var tag = '"' + Fingerprint.of(xml).substring(0, 32) + '"';
    boolean known = request.header("if-none-match").filter(sent -> sent.equals("*") || sent.contains(tag)).isPresent();
    var answer = known ? Response.notModified() : Response.text("application/rss+xml; charset=utf-8", xml);
    return answer.header("etag", tag).header("cache-control", A_MINUTE);
  }

  private Response help(Request request) {
    var lines = HelpLines.of(request.query("region").orElse(region));
    return Response.ok(new JsonObject()
            .with("region", lines.region())
            .with("name", lines.name())
            .with("emergency", lines.emergency())
            .with("lines", lines.lines().stream().map(PublicListingFunction::line).toList())
            .with("regions", HelpLines.all().stream().map(known -> new JsonObject().with("code", known.region()).with("name", known.name())).toList()))
        .header("cache-control", AN_HOUR);
  }

  private static JsonObject line(HelpLines.Line line) {
    return new JsonObject()
        .with("name", line.name())
        .withIfPresent("phone", line.phone())
        .withIfPresent("text", line.text())
        .with("url", line.url())
        .with("hours", line.hours())
        .with("about", line.about());
  }
}
