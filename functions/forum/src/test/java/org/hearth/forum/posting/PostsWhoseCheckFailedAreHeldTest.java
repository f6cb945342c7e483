package org.hearth.forum.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hearth.forum.Community;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.screening.Finding;
import org.hearth.forum.screening.Grade;
import org.junit.jupiter.api.Test;

class PostsWhoseCheckFailedAreHeldTest {
  private final Community community = new Community();

  @Test
  void aPersonSeesThatTheCheckFailed() {
    community.screening.breaks();
    var post = community.checked(community.asks(community.ada, community.open, "Something no check can read"));
    assertThat(post.status()).isEqualTo(PostStatus.HELD);
    assertThat(community.sees(Community.VISITOR, post)).isFalse();

    var queue = community.cases.queue(community.caller(community.mo), Case.State.OPEN, Optional.empty()).items();
    assertThat(queue).hasSize(1);
    assertThat(queue.getFirst().checkFailed()).isTrue();
    assertThat(queue.getFirst().risk()).isEqualTo(Risk.AMBER);
    assertThat(queue.getFirst().reasons()).containsExactly("A check failed, so a person looks.");
    assertThat(community.caseOf(post).findings()).extracting(Finding::rule).containsExactly("check-failed.told");
  }

  @Test
  void anEditThatIsReadAgainClearsTheMark() {
    community.screening.breaks();
    var post = community.checked(community.asks(community.ada, community.open, "Something no check can read"));
    community.screening.says(Grade.GREEN);
    community.checked(community.edits(post, "Said more plainly"));
    assertThat(community.now(post).status()).as("its case is still open").isEqualTo(PostStatus.HELD);
    assertThat(community.caseOf(post).checkFailed()).isFalse();
  }
}
