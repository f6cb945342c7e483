package org.hearth.forum.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.Samples;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WithoutCoverEverythingIsHeldTest {
  private final Community community = new Community();

  @BeforeEach
  void moIsKnown() {
    community.atWork.note(community.caller(community.mo));
  }

  private Post aKnownMembersPost() {
    return community.checked(community.asks(community.ada, community.open, "The kettle is on"));
  }

  private Instant in(int hours) {
    return community.clock.instant().plus(Duration.ofHours(hours));
  }

  private void shift(int fromHours, int toHours) {
    community.plan.add(community.caller(community.lena), new ShiftDraft(community.mo, in(fromHours), in(toHours), null));
  }

  @Test
  void aForumWithoutARotaPublishesAsBefore() {
    assertThat(aKnownMembersPost().status()).isEqualTo(PostStatus.PUBLISHED);
  }

  @Test
  void aRotaCountsFromItsFirstShiftOn() {
    shift(2, 4);
    assertThat(aKnownMembersPost().status()).isEqualTo(PostStatus.PUBLISHED);
  }

  @Test
  void whileSomebodyIsOnDutyPostsGoOut() {
    shift(0, 4);
    assertThat(aKnownMembersPost().status()).isEqualTo(PostStatus.PUBLISHED);
  }

  @Test
  void whenTheShiftIsOverAKnownMembersGreenPostWaitsForTheNext() {
    shift(0, 1);
    shift(30, 34);
    var next = in(30);
    community.clock.forward(Duration.ofHours(1));
    var held = aKnownMembersPost();
    assertThat(held.status()).isEqualTo(PostStatus.HELD);
    assertThat(held.expectedBy()).isEqualTo(next.plus(Duration.ofHours(1)));
    assertThat(community.caseOf(held).risk()).isEqualTo(Risk.GREEN);
    assertThat(community.caseOf(held).reasons()).containsExactly("Nobody is on duty, so every post waits");
  }

  @Test
  void whoIsOnDutyAndSilentForTheWindowCountsAsNotThere() {
    shift(0, 6);
    community.clock.forward(Duration.ofMinutes(60));
    assertThat(aKnownMembersPost().status()).isEqualTo(PostStatus.PUBLISHED);
    community.clock.forward(Duration.ofMinutes(1));
    assertThat(community.caseOf(aKnownMembersPost()).reasons()).containsExactly("Nobody on duty has been active of late, so every post waits");
    community.atWork.note(community.caller(community.mo));
    assertThat(aKnownMembersPost().status()).isEqualTo(PostStatus.PUBLISHED);
  }

  @Test
  void theLeadMaySetTheRotaAside() {
    shift(0, 1);
    community.clock.forward(Duration.ofHours(2));
    community.plan.set(community.caller(community.lena), false, null);
    assertThat(aKnownMembersPost().status()).isEqualTo(PostStatus.PUBLISHED);
  }

  @Test
  void theLeadIsToldOfEachGapOnce() {
    shift(0, 1);
    community.sweep.round();
    assertThat(community.alerts.toLead()).isEmpty();
    community.clock.forward(Duration.ofHours(1));
    community.sweep.round();
    community.sweep.round();
    assertThat(community.alerts.toLead()).hasSize(1);
    shift(0, 1);
    community.sweep.round();
    community.clock.forward(Duration.ofHours(2));
    community.sweep.round();
    assertThat(community.alerts.toLead()).hasSize(2);
  }

  @Test
  void theHandOverListsWhatCameWhileNobodyWasThere() {
    shift(0, 1);
    var before = community.held();
    community.clock.forward(Duration.ofHours(1));
    community.sweep.round();
    var waiting = aKnownMembersPost();
    var decided = aKnownMembersPost();
    community.decides(community.mia, decided, "approve");
    var morning = community.handOver.list(community.caller(community.mo), null);
    assertThat(morning.waiting()).extracting(one -> one.id()).containsExactly(waiting.id()).doesNotContain(before.id());
    assertThat(morning.done()).extracting(one -> one.id()).containsExactly(decided.id());
  }

  @Test
  void onlyLeadsAndAdminsPlan() {
    var draft = new ShiftDraft(community.mo, in(0), in(1), null);
    refused(Refusal.WrongRole.class, () -> community.plan.add(community.caller(community.mo), draft));
    refused(Refusal.WrongRole.class, () -> community.plan.add(community.caller(community.ada), draft));
    assertThat(community.plan.add(community.caller(community.abe), draft)).hasSize(1);
    assertThat(community.auditOf(community.mo)).extracting(entry -> entry.action()).containsExactly("rota-added");
  }

  @Test
  void aShiftHasAPersonAnOrderAndAnEndToCome() {
    var lena = community.caller(community.lena);
    invalid("moderatorId", () -> community.plan.add(lena, new ShiftDraft(community.ada, in(0), in(1), null)));
    invalid("end", () -> community.plan.add(lena, new ShiftDraft(community.mo, in(2), in(1), null)));
    invalid("end", () -> community.plan.add(lena, new ShiftDraft(community.mo, in(-3), in(-1), null)));
    invalid("end", () -> community.plan.add(lena, new ShiftDraft(community.mo, in(0), in(25), null)));
    invalid("weeks", () -> community.plan.add(lena, new ShiftDraft(community.mo, in(0), in(1), 0)));
    assertThat(community.plan.add(lena, new ShiftDraft(community.mo, Samples.minutes(0), Samples.minutes(60), 3)))
        .extracting(Shift::start)
        .containsExactly(Samples.minutes(0), Samples.minutes(7 * 24 * 60), Samples.minutes(14 * 24 * 60));
  }
}
