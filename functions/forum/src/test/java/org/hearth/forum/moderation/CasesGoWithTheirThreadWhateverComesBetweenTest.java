package org.hearth.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.hearth.forum.Community;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.screening.Grade;
import org.junit.jupiter.api.Test;

/** Rule: no case keeps the group, or the words for its list, that a thread had before it was moved, wherever a move is stopped. */
class CasesGoWithTheirThreadWhateverComesBetweenTest {
  private static final int MORE_THAN_A_TRANSACTION_HOLDS = 95;
  private final Community community = new Community();

  @Test
  void stoppedBeforeTheMoveNothingHasMoved() {
    var post = reported();
    stopAfter(0);
    assertThatThrownBy(() -> moves(post, community.closed)).hasMessage("stopped");
    assertThat(community.thread(post).groupId()).isEqualTo(community.open.id());
    assertThat(community.caseOf(post).subject().groupId()).isEqualTo(community.open.id());
  }

  @Test
  void stoppedAfterItTheCasesHaveMovedToo() {
    var post = reported();
    stopAfter(1);
    moves(post, community.closed);
    assertThat(community.caseOf(post).subject()).extracting(Case.Subject::groupId, Case.Subject::title, Case.Subject::snippet)
        .containsExactly(community.closed.id(), null, "");
  }

  @Test
  void aCaseThatIsOpenedInTheSameMomentGoesToo() {
    var post = community.published(community.open);
    community.forum.beforeNextCommit(() -> community.reports(community.bo, post));
    moves(post, community.closed);
    assertThat(community.caseOf(post).subject().groupId()).isEqualTo(community.closed.id());
  }

  @Test
  void whoeverGotNoAnswerAsksAgainAndFinishesWhatIsLeft() {
    var post = community.published(community.open);
    community.forum.beforeNextCommit(() -> community.reports(community.bo, post));
    stopAfter(2);
    assertThatThrownBy(() -> moves(post, community.closed)).hasMessage("stopped");
    community.forum.beforeEachCommit(change -> { });
    assertThat(community.thread(post).groupId()).isEqualTo(community.closed.id());

    moves(post, community.closed);

    assertThat(community.caseOf(post).subject().groupId()).isEqualTo(community.closed.id());
    assertThat(community.auditOf(post.threadId())).extracting("action").containsExactly("move-thread");
  }

  @Test
  void moreOfThemThanATransactionHoldsAreMovedByAskingUntilItIsDone() {
    var post = reported();
    var others = new ArrayList<Post>(List.of(post));
    community.screening.says(Grade.AMBER);
    for (int i = 0; i < MORE_THAN_A_TRANSACTION_HOLDS; i++) {
      community.clock.forward(Duration.ofHours(1));
      others.add(community.checked(community.replies(community.bo, post.threadId(), "Words " + i)));
    }
    assertThat(others.subList(1, others.size())).extracting(Post::status).containsOnly(PostStatus.HELD);
    stopAfter(3);
    assertThatThrownBy(() -> moves(post, community.closed)).hasMessage("stopped");
    community.forum.beforeEachCommit(change -> { });

    moves(post, community.closed);

    assertThat(others).extracting(one -> community.caseOf(one).subject()).extracting(Case.Subject::groupId, Case.Subject::snippet)
        .containsOnly(Tuple.tuple(community.closed.id(), ""));
  }

  private Post reported() {
    var post = community.published(community.open);
    community.reports(community.bo, post);
    assertThat(community.caseOf(post).subject().snippet()).isNotEmpty();
    return post;
  }

  private ForumThread moves(Post post, Group to) {
    return community.arrange.by(community.caller(community.mo), post.threadId(), new ThreadDraft("move", to.id(), "It fits there."));
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
