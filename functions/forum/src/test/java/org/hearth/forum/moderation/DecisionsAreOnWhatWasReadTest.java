package org.hearth.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.refused;

import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionsAreOnWhatWasReadTest {
  private final Community community = new Community();
  private final Post held = community.held();

  @BeforeEach
  void somebodyIsAtWork() {
    community.claim.by(community.caller(community.mo), held.id());
  }

  private void decides(String action, Integer version) {
    community.decide.by(community.caller(community.mo), held.id(),
        new DecisionDraft(action, "be-kind", "Because", null, null, version));
  }

  @ParameterizedTest
  @ValueSource(strings = {"approve", "hide", "remove", "warn", "ban", "escalate"})
  void anEditMeanwhileIsToldAndNothingIsDecided(String action) {
    community.edits(held, "Words that nobody has read");
    refused(Refusal.Changed.class, () -> decides(action, 1));
    assertThat(community.now(held).status()).isEqualTo(PostStatus.PENDING);
    assertThat(community.forum.all(Decision.class)).isEmpty();
  }

  @Test
  void alsoWhenItComesAtTheVeryMoment() {
    community.forum.beforeNextCommit(() -> community.edits(held, "Words that nobody has read"));
    refused(Refusal.Changed.class, () -> decides("approve", 1));
    assertThat(community.sees(Community.VISITOR, held)).isFalse();
  }

  @Test
  void wordsThatNobodyHasReadAreNotApprovedEvenWithoutAVersion() {
    community.edits(held, "Words that nobody has read");
    refused(Refusal.Changed.class, () -> decides("approve", null));
    refused(Refusal.Changed.class,
        () -> community.decide.by(community.caller(community.mo), held.id(), Community.redact("Other words")));
    assertThat(community.sees(Community.VISITOR, held)).isFalse();
  }

  @Test
  void onceReadAgainItIsDecided() {
    community.checked(community.edits(held, "Words that somebody has read"));
    refused(Refusal.Changed.class, () -> decides("approve", 1));
    decides("approve", 2);
    assertThat(community.now(held).shownText()).isEqualTo("Words that somebody has read");
  }

  @Test
  void aSecondDecisionNeedsItsOwnClaim() {
    decides("hide", 1);
    refused(Refusal.NotClaimed.class, () -> decides("approve", 1));
    assertThat(community.now(held).status()).isEqualTo(PostStatus.HIDDEN);
  }
}
