package org.hearth.forum.posting;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearth.forum.Community;
import org.hearth.forum.Samples;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.screening.Grade;
import org.junit.jupiter.api.Test;

class StaleVerdictsChangeNothingTest {
  private final Community community = new Community();

  @Test
  void aRecordOfAnOlderVersionIsPassedOver() {
    var post = community.asks(community.ada, community.open, "First words");
    var edited = community.edits(post, "Second words");
    community.checked(post);
    assertThat(community.now(post)).isEqualTo(edited);
    assertThat(community.screening.timesAsked()).isZero();
  }

  @Test
  void aVerdictThatCameWhileTheAuthorEditedIsForgotten() {
    var post = community.asks(community.ada, community.open, "First words");
    community.forum.beforeNextCommit(() -> {
      community.edits(post, "Second words");
      community.screening.says(Grade.RED);
    });
    community.checked(post);
    assertThat(community.now(post).status()).isEqualTo(PostStatus.PENDING);
    assertThat(community.now(post).text()).isEqualTo("Second words");
    assertThat(community.forum.all(Case.class)).isEmpty();
    assertThat(community.checked(community.now(post)).status()).isEqualTo(PostStatus.ESCALATED);
  }

  @Test
  void aVerdictThatCameWhileAModeratorDecidedIsForgotten() {
    var post = community.asks(community.ada, community.open, "First words");
    community.reports(community.ada, post);
    community.forum.beforeNextCommit(() -> community.decides(community.mo, post, "remove"));
    community.checked(post);
    assertThat(community.now(post).status()).isEqualTo(PostStatus.REMOVED);
    assertThat(community.caseOf(post).open()).isFalse();
  }

  @Test
  void aVerdictThatCameWhileTheAuthorDeletedIsForgotten() {
    var post = community.asks(community.ada, community.open, "First words");
    community.screening.says(Grade.CRISIS);
    community.forum.beforeNextCommit(() -> community.deletes(post));
    community.checked(post);
    assertThat(community.now(post).status()).isEqualTo(PostStatus.DELETED);
    assertThat(community.forum.all(Case.class)).isEmpty();
  }

  @Test
  void aPostThatIsNotThereIsPassedOver() {
    var gone = Samples.post("t-none", "m-none", PostStatus.PENDING, Samples.minutes(0));
    var before = community.forum.everything();
    community.screen.check(gone);
    community.screen.giveUp(gone.threadId(), gone.id());
    assertThat(community.forum.everything()).isEqualTo(before);
  }
}
