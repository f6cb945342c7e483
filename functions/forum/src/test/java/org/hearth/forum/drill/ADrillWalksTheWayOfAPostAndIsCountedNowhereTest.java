package org.hearth.forum.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.notFound;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import java.util.Optional;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.screening.Grade;
import org.junit.jupiter.api.Test;

class ADrillWalksTheWayOfAPostAndIsCountedNowhereTest {
  private final Community community = new Community();

  private Case started() {
    community.screening.says(Grade.CRISIS);
    var drill = community.drill.start(community.caller(community.lena));
    community.screen.check(community.forum.posts.find(drill.id(), drill.id()).orElseThrow());
    var one = community.forum.cases.find(drill.id()).orElseThrow();
    community.tellOfCase.of(null, one);
    return community.forum.cases.find(drill.id()).orElseThrow();
  }

  private RunDrill.Result result() {
    return community.drill.results(community.caller(community.lena)).getFirst();
  }

  @Test
  void itIsCheckedToldSeenAndDecidedLikeACrisisAndTimedOnTheClocks() {
    var one = started();
    assertThat(one.kind()).isEqualTo(Case.Kind.DRILL);
    assertThat(one.risk()).isEqualTo(Risk.CRISIS);
    assertThat(community.alerts.toLead()).hasSize(1);
    assertThat(community.alerts.toModerators()).hasSize(1);
    assertThat(community.cases.queue(community.caller(community.mo), Case.State.OPEN, Optional.empty()).items()).extracting(Case::id).contains(one.id());
    community.clock.forward(Duration.ofMinutes(3));
    community.cases.open(community.caller(community.mo), one.id());
    community.clock.forward(Duration.ofMinutes(4));
    community.decides(community.mo, one.id(), Community.draft("hide"));
    var clocks = result().theCase().orElseThrow().clocks();
    assertThat(Duration.between(one.openedAt(), clocks.seenAt())).isEqualTo(Duration.ofMinutes(3));
    assertThat(Duration.between(one.openedAt(), clocks.actedAt())).isEqualTo(Duration.ofMinutes(7));
    assertThat(clocks.leadToldAt()).isNotNull();
    assertThat(result().over()).isTrue();
  }

  @Test
  void theAlertDoesNotGiveItAway() {
    started();
    assertThat(community.alerts.sent()).allSatisfy(alert ->
        assertThat((alert.subject() + alert.message()).toLowerCase()).doesNotContain("practice").doesNotContain("drill"));
  }

  @Test
  void afterItIsDecidedItIsInNoList() {
    var one = started();
    var mo = community.caller(community.mo);
    community.decides(community.mo, one.id(), Community.draft("approve"));
    for (var state : Case.State.values()) {
      assertThat(community.cases.queue(mo, state, Optional.empty()).items()).isEmpty();
    }
    assertThat(community.handOver.list(mo, null).done()).isEmpty();
    assertThat(community.now(post(one)).status()).isEqualTo(PostStatus.ESCALATED);
  }

  @Test
  void itIsNotInTheHandOverEither() {
    started();
    assertThat(community.handOver.list(community.caller(community.mo), null).waiting()).isEmpty();
  }

  @Test
  void nobodyCanReadReportOrExportIt() {
    var one = started();
    var post = post(one);
    for (var reader : new String[] {community.ada, community.mo, community.lena}) {
      notFound(() -> community.read.thread(community.caller(reader), post.threadId(), Optional.empty()));
      notFound(() -> community.read.post(community.caller(reader), post.threadId(), post.id()));
      notFound(() -> community.reports(reader, post));
    }
    notFound(() -> community.read.thread(Community.VISITOR, post.threadId(), Optional.empty()));
    assertThat(post.authorId()).isNull();
  }

  @Test
  void theLogCallsItADrillFromBeginningToEnd() {
    var one = started();
    community.decides(community.mo, one.id(), Community.draft("hide"));
    assertThat(community.auditOf(one.id())).extracting(AuditEntry::action).containsExactly("drill-started", "drill-checked", "drill-decided");
  }

  @Test
  void nobodyOwesAFollowUpAndNoPackIsMade() {
    var one = started();
    community.decides(community.mo, one.id(), Community.draft("hide"));
    assertThat(community.forum.cases.find(one.id()).orElseThrow().state()).isEqualTo(Case.State.CLOSED);
    assertThat(one.followUp()).isNull();
  }

  @Test
  void aLateOneIsNoBreach() {
    started();
    community.clock.forward(Duration.ofHours(2));
    assertThat(community.watchCases.look()).isZero();
  }

  @Test
  void thereIsOneAtATime() {
    var one = started();
    refused(Refusal.Locked.class, () -> community.drill.start(community.caller(community.lena)));
    community.decides(community.mo, one.id(), Community.draft("hide"));
    community.clock.forward(Duration.ofMinutes(1));
    community.drill.start(community.caller(community.lena));
  }

  @Test
  void onlyTheLeadStartsOneAndSeesHowItWent() {
    for (var other : new String[] {community.ada, community.mo, community.abe}) {
      refused(Refusal.WrongRole.class, () -> community.drill.start(community.caller(other)));
      refused(Refusal.WrongRole.class, () -> community.drill.results(community.caller(other)));
    }
  }

  private Post post(Case one) {
    return community.forum.posts.find(one.id(), one.id()).orElseThrow();
  }
}
