package org.hearth.forum.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.hearth.forum.Change;
import org.hearth.forum.Community;
import org.hearth.forum.posting.SentKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule: wherever a sweep is stopped while it erases somebody, the next one finishes (row 16). */
class ErasuresAreFinishedAfterAnyCrashTest {
  private final Community community = new Community();
  private final ArrayList<RuntimeException> failures = new ArrayList<>();
  private final CarryOutErasures sweep = community.erasing(failures::add);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void theNextRoundFinishes(int writesBefore) {
    var bo = community.caller(community.bo);
    var glimmer = community.checked(community.asks(community.bo, community.open, "Glimmerspot one"));
    var other = community.published(community.open);
    community.checked(community.replies(community.bo, other.threadId(), "Glimmerspot two"));
    var edited = community.checked(community.replies(community.bo, other.threadId(), "Glimmerspot three"));
    community.checked(community.edits(edited, "A kind word instead"));
    assertThat(community.forum.posts.history(edited.id()).toString()).contains("Glimmerspot three");
    community.reports(community.ada, glimmer);
    community.reports(community.bo, other);
    community.forum.commit(new Change().add(new SentKey(community.bo, "key", "print", other.threadId(), other.id(), community.clock.instant(), 1)));
    community.erasure.ask(bo, "remove");
    community.clock.forward(Duration.ofDays(8));

    stopAfter(writesBefore);
    sweep.round();
    assertThat(failures).hasSize(1);
    community.forum.beforeEachCommit(change -> { });
    sweep.round();
    sweep.round();

    assertThat(community.forum.everything().toString().replaceAll("snapshots=\\[Snapshot[^]]*]", ""))
        .doesNotContain("Glimmerspot").doesNotContain("name=Bo,").doesNotContain("Name=Bo,");
    assertThat(community.forum.all(Erasure.class)).isEmpty();
    assertThat(community.auditOf(community.bo)).extracting("action").containsExactly("erased");
  }

  private void stopAfter(int writes) {
    var left = new AtomicInteger(writes);
    community.forum.beforeEachCommit(change -> {
      if (left.getAndDecrement() <= 0) {
        throw new IllegalStateException("stopped");
      }
    });
  }
}
