package org.hearth.lambda.listing;

import java.time.Instant;
import org.hearth.forum.resources.KeepResources;
import org.hearth.forum.resources.Resource;
import org.hearth.lambda.http.Body;
import org.hearth.lambda.json.JsonObject;

/** The library as it is read and sent. */
public final class Library {
  private Library() {}

  public static JsonObject view(Resource resource, Instant now) {
    return new JsonObject()
        .with("id", resource.id())
        .with("title", resource.title())
        .with("text", resource.text())
        .withIfPresent("url", resource.url())
        .with("region", resource.region())
        .with("reviewBy", resource.reviewBy())
        .with("overdue", resource.overdue(now))
        .with("version", resource.revision());
  }

  public static KeepResources.Draft draft(Body body) {
    return new KeepResources.Draft(body.text("title"), body.text("text"), body.text("url"), body.text("region"), body.time("reviewBy"));
  }
}
