package org.hearth.lambda.screening;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.posting.ScreenPost;
import org.hearth.forum.screening.Screening;
import org.hearth.lambda.Rehearsal;
import org.hearth.lambda.Wiring;
import org.hearth.lambda.dynamo.StreamRecords;
import org.hearth.lambda.http.Faults;
import org.hearth.lambda.json.Json;

/** Checks each post and each edit as it comes out of the Content table's stream. */
public final class ScreeningFunction implements RequestStreamHandler {
  private final ScreenPost screen;

  public ScreeningFunction() {
    this(screening(Wiring.get()));
    Rehearsal.ofPost(this);
  }

  ScreeningFunction(ScreenPost screen) {
    this.screen = screen;
  }

  /** What the sweep uses as well, for posts that the stream has forgotten. */
  public static ScreenPost screening(Wiring from) {
    return new ScreenPost(from.posts(), from.groups(), from.cases(), from.changes(), from.auditing(),
        Screening.standard(), from.rotas(), from.clock());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    Json.write(StreamRecords.eachPartition(Json.event(in), this::check,
        fault -> Faults.log(ScreeningFunction.class, "screening " + context.getAwsRequestId(), fault)), out);
  }

  private void check(StreamRecords.Changed changed) {
    changed.postAfter().filter(post -> post.status() == PostStatus.PENDING).ifPresent(screen::check);
  }
}
