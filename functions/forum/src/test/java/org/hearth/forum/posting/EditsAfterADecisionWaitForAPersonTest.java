package org.hearth.forum.posting;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearth.forum.Community;
import org.hearth.forum.moderation.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditsAfterADecisionWaitForAPersonTest {
  private final Community community = new Community();

  @Test
  void afterAnApproval() {
    var post = community.held();
    community.decides(community.mo, post, "approve");
    var edited = community.checked(community.edits(post, "New words that no check minds"));
    assertThat(edited.status()).isEqualTo(PostStatus.HELD);
    assertThat(edited.shownText()).isEqualTo(post.text());
    assertThat(community.caseOf(post).state()).isEqualTo(Case.State.OPEN);
    assertThat(community.caseOf(post).reasons()).containsExactly("Changed by its author after a moderator decided on it");
  }

  @Test
  void afterARedactionTheRedactedWordsStayUp() {
    var post = community.held();
    community.decides(community.mo, post.id(), Community.redact("[an address was here]"));
    var edited = community.checked(community.edits(post, "12 Bridge Street after all"));
    assertThat(edited.status()).isEqualTo(PostStatus.HELD);
    assertThat(edited.shownText()).isEqualTo("[an address was here]");
    assertThat(edited.shownRedacted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"approve", "restore"})
  void everyLaterEditToo(String last) {
    var post = community.published(community.open);
    community.reports(community.bo, post);
    community.decides(community.mo, post, "hide");
    community.decides(community.mia, post, last);
    for (int i = 0; i < 3; i++) {
      var edited = community.checked(community.edits(post, "Words " + i));
      assertThat(edited.status()).isEqualTo(PostStatus.HELD);
      community.decides(community.mo, post, "approve");
    }
  }

  @Test
  void andWhileItsCaseIsOpenEvenWithoutADecision() {
    var post = community.published(community.open);
    community.reports(community.bo, post);
    var edited = community.checked(community.edits(post, "Words that were never there"));
    assertThat(edited.status()).isEqualTo(PostStatus.HELD);
    assertThat(community.caseOf(post).snapshots()).extracting(Case.Snapshot::text).containsExactly(post.text(), "Words that were never there");
  }
}
