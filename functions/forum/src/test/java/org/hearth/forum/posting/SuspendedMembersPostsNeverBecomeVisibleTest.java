package org.hearth.forum.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.members.Standing;
import org.hearth.forum.members.Standing.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuspendedMembersPostsNeverBecomeVisibleTest {
  private final Community community = new Community();

  @ParameterizedTest
  @EnumSource(names = {"MUTED", "SUSPENDED", "BANNED"})
  void whenTheDecisionCameBeforeTheCheck(State state) {
    var post = community.asks(community.ada, community.open, "Still on its way");
    community.standing(community.ada, state);
    community.checked(post);
    staysUnseen(post);
  }

  @ParameterizedTest
  @EnumSource(names = {"MUTED", "SUSPENDED", "BANNED"})
  void whenTheDecisionCameBetweenTheVerdictAndItsWriting(State state) {
    var post = community.asks(community.ada, community.open, "Still on its way");
    community.forum.beforeNextCommit(() -> community.standing(community.ada, state));
    community.checked(post);
    staysUnseen(post);
  }

  @ParameterizedTest
  @EnumSource(names = {"MUTED", "SUSPENDED", "BANNED"})
  void whenItWasAnEditOfSomethingThatIsShown(State state) {
    var post = community.published(community.open);
    var edited = community.edits(post, "Parting words");
    community.forum.beforeNextCommit(() -> community.standing(community.ada, state));
    community.checked(edited);
    assertThat(community.now(post).status()).isEqualTo(PostStatus.HELD);
    assertThat(community.now(post).shownText()).isEqualTo(post.text());
  }

  private void staysUnseen(Post post) {
    assertThat(community.now(post).status()).isEqualTo(PostStatus.HELD);
    assertThat(community.sees(Community.VISITOR, post)).isFalse();
    assertThat(community.caseOf(post).reasons()).containsExactly("The author may not write at the moment");
    assertThat(community.profile(community.ada).publishedCount()).isEqualTo(Community.KNOWN);
  }

  @ParameterizedTest
  @EnumSource(names = {"SUSPENDED", "BANNED"})
  void whenAModeratorWouldShowThem(State state) {
    var post = community.held();
    community.standing(community.ada, state);
    refused(Refusal.Locked.class, () -> community.decides(community.mo, post, "approve"));
    community.decides(community.mo, post, "hide");
    refused(Refusal.Locked.class, () -> community.decides(community.mia, post, "restore"));
    assertThat(community.sees(Community.VISITOR, post)).isFalse();
  }

  @Test
  void whenTheBanCameBetweenAnApprovalAndItsWriting() {
    var post = community.held();
    community.claim.by(community.caller(community.mo), post.id());
    community.forum.beforeNextCommit(() -> community.standing(community.ada, State.BANNED));
    refused(Refusal.Locked.class, () -> community.decide.by(community.caller(community.mo), post.id(), Community.draft("approve")));
    assertThat(community.sees(Community.VISITOR, post)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"MUTED", "SUSPENDED", "BANNED"})
  void nothingNewIsTakenFromThemEvenWhenTheirSessionDoesNotKnowYet(State state) {
    var opening = community.published(community.open);
    var before = community.caller(community.ada);
    community.standing(community.ada, state);
    refused(Refusal.StandingForbids.class, () -> community.reply.by(before, opening.threadId(), "One more", null));
    refused(Refusal.StandingForbids.class, () -> community.start.by(before, community.open.id(), "One", "more", null));
    refused(Refusal.StandingForbids.class, () -> community.edit.by(before, opening.threadId(), opening.id(), "One more", 1));
    refused(Refusal.StandingForbids.class, () -> community.replies(community.ada, opening.threadId(), "One more"));
  }

  @Test
  void aBanThatComesWhileTheyWriteIsInTime() {
    var opening = community.published(community.open);
    community.forum.beforeNextCommit(() -> community.standing(community.ada, State.BANNED));
    refused(Refusal.StandingForbids.class, () -> community.replies(community.ada, opening.threadId(), "One more"));
    assertThat(community.forum.all(Post.class)).hasSize(1);
  }

  @Test
  void whenItIsOverTheyMayWriteAgain() {
    var profile = community.profile(community.ada);
    var until = community.clock.instant().plus(Duration.ofDays(7));
    community.forum.put(profile.sanctioned(new Standing(State.SUSPENDED, until), null, 0));
    refused(Refusal.StandingForbids.class, () -> community.asks(community.ada, community.open, "Too early"));
    community.clock.setTo(until.minusMillis(1));
    refused(Refusal.StandingForbids.class, () -> community.asks(community.ada, community.open, "Too early"));
    community.clock.setTo(until);
    assertThat(community.checked(community.asks(community.ada, community.open, "Back again")).status()).isEqualTo(PostStatus.PUBLISHED);
  }
}
