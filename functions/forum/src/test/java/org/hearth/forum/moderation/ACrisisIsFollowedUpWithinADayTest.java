package org.hearth.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.posting.Post;
import org.hearth.forum.screening.Grade;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ACrisisIsFollowedUpWithinADayTest {
  private final Community community = new Community();
  private Post post;

  @BeforeEach
  void aCrisis() {
    community.screening.says(Grade.CRISIS);
    post = community.checked(community.asks(community.bo, community.open, "Words that frighten"));
  }

  private Case followsUp(String moderatorId) {
    return community.followUps.record(community.caller(moderatorId), post.id(), "We spoke. Safe, and with a friend tonight.");
  }

  @Test
  void itIsOwedWithinADay() {
    assertThat(community.caseOf(post).followUp().dueAt()).isEqualTo(community.clock.instant().plus(Duration.ofHours(24)));
  }

  @Test
  void aDecidedCaseStaysUntilSomebodyHasAskedAfterThePerson() {
    assertThat(community.decides(community.mo, post, "hide").theCase().state()).isEqualTo(Case.State.FOLLOW_UP);
    var closed = followsUp(community.mia);
    assertThat(closed.state()).isEqualTo(Case.State.CLOSED);
    assertThat(closed.followUp().by()).isEqualTo("Mia");
    assertThat(community.auditOf(post.id())).extracting(entry -> entry.action()).endsWith("hide", "followed-up");
  }

  @Test
  void whoAsksFirstAndDecidesThenClosesItAtOnce() {
    assertThat(followsUp(community.mo).state()).isEqualTo(Case.State.OPEN);
    assertThat(community.decides(community.mo, post, "hide").theCase().state()).isEqualTo(Case.State.CLOSED);
  }

  @Test
  void theLeadIsToldOnceWhenItIsLate() {
    community.decides(community.mo, post, "hide");
    community.clock.forward(Duration.ofHours(24));
    community.sweep.round();
    assertThat(community.alerts.toLead()).isEmpty();
    community.clock.forward(Duration.ofMinutes(1));
    community.sweep.round();
    community.sweep.round();
    assertThat(community.alerts.toLead()).hasSize(1);
  }

  @Test
  void itIsRecordedOnceByWhoMayInWords() {
    invalid("note", () -> community.followUps.record(community.caller(community.mo), post.id(), " "));
    refused(Refusal.WrongRole.class, () -> followsUp(community.ada));
    community.claim.by(community.caller(community.mia), post.id());
    refused(Refusal.Claimed.class, () -> followsUp(community.mo));
    followsUp(community.mia);
    refused(Refusal.Locked.class, () -> followsUp(community.mia));
  }

  @Test
  void nothingIsOwedForAnythingLess() {
    var held = community.held();
    refused(Refusal.Locked.class, () -> community.followUps.record(community.caller(community.mo), held.id(), "Hello?"));
  }
}
