package org.hearth.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import java.util.Optional;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.posting.Post;
import org.hearth.forum.screening.Grade;
import org.junit.jupiter.api.Test;

/** Escalated cases are the lead's; closed groups are their members'; an admin runs the place and reads nobody's words. */
class EachRoleSeesOnlyWhatItNeedsTest {
  private final Community community = new Community();

  private Post passedOn() {
    community.screening.says(Grade.RED);
    var post = community.checked(community.asks(community.ada, community.open, "Words that frighten"));
    community.decides(community.mo, post, "escalate");
    return post;
  }

  @Test
  void whatWasPassedToTheLeadIsNotOpenToOtherModerators() {
    var post = passedOn();
    var mia = community.caller(community.mia);
    refused(Refusal.Locked.class, () -> community.cases.open(mia, post.id()));
    refused(Refusal.Locked.class, () -> community.claim.by(mia, post.id()));
    community.cases.open(community.caller(community.lena), post.id());
    community.decides(community.lena, post, "hide");
  }

  @Test
  void whoeverPassedItOnSeesWhatBecameOfItAndStopsNoClock() {
    var post = passedOn();
    community.cases.open(community.caller(community.mo), post.id());
    assertThat(community.caseOf(post).clocks().seenAt()).isNull();
    refused(Refusal.Locked.class, () -> community.claim.by(community.caller(community.mo), post.id()));
    community.cases.open(community.caller(community.lena), post.id());
    assertThat(community.caseOf(post).clocks().seenAt()).isNotNull();
  }

  @Test
  void itIsEverybodysAgainWhenTheLeadCantCome() {
    var post = passedOn();
    community.clock.forward(community.caseOf(post).risk().target().plus(Duration.ofSeconds(1)));
    community.cases.open(community.caller(community.mia), post.id());
    community.decides(community.mia, post, "hide");
  }

  @Test
  void aCaseOfAClosedGroupHasNoWordsInAList() {
    community.screening.says(Grade.AMBER);
    var post = community.checked(community.asks(community.invited, community.closed, "Only for those inside"));
    var listed = community.cases.queue(community.caller(community.mo), Case.State.OPEN, Optional.empty()).items().getFirst();
    assertThat(listed.subject().title()).isNull();
    assertThat(listed.subject().snippet()).isEmpty();
    assertThat(community.cases.open(community.caller(community.mo), post.id()).theCase().lastSnapshot().text()).isEqualTo("Only for those inside");
    assertThat(community.auditOf(post.id())).extracting("action").contains("read-restricted");
  }

  @Test
  void aMembersPageHasNothingFromClosedGroups() {
    var inside = community.published(community.closed);
    community.screening.says(Grade.GREEN);
    var outside = community.checked(community.asks(community.invited, community.open, "Good morning to all"));
    assertThat(community.cases.member(community.caller(community.mo), community.invited).recentPosts()).extracting(Post::id)
        .contains(outside.id()).doesNotContain(inside.id());
  }

  @Test
  void anAdminReadsNoCaseAndNoMember() {
    var post = community.held();
    var abe = community.caller(community.abe);
    refused(Refusal.WrongRole.class, () -> community.cases.queue(abe, Case.State.OPEN, Optional.empty()));
    refused(Refusal.WrongRole.class, () -> community.cases.open(abe, post.id()));
    refused(Refusal.WrongRole.class, () -> community.cases.member(abe, community.ada));
    refused(Refusal.WrongRole.class, () -> community.handOver.list(abe, null));
    refused(Refusal.WrongRole.class, () -> community.care.of(abe));
  }
}
