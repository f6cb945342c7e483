package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import org.hearth.lambda.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What SnapStart restores has answered a request before. */
class AFunctionIsWarmedBeforeItsSnapshotTest {

  @Test
  void byTheRequestThatItRehearses() {
    var asked = new ArrayList<JsonNode>();
    var rehearsal = new Rehearsal((in, out, context) -> {
      asked.add(Yaml.JSON.readTree(in));
      assertThat(context.getRemainingTimeInMillis()).isZero();
    }, new JsonObject().with("routeKey", "GET /api/groups"));

    rehearsal.beforeCheckpoint(null);

    assertThat(asked).extracting(event -> event.path("routeKey").asText()).containsExactly("GET /api/groups");
  }

  @Test
  void andIsDeployedAllTheSameWhenThatFails() {
    var failing = new Rehearsal((in, out, context) -> {
      throw new IOException("no network yet");
    }, new JsonObject());
    assertThatCode(() -> failing.beforeCheckpoint(null)).doesNotThrowAnyException();
  }
}
