package org.hearth.forum.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.posting.Post;
import org.hearth.forum.rota.ShiftDraft;
import org.hearth.forum.screening.Grade;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhoeverHasReadEnoughIsSparedTest {
  private static final int ENOUGH = 2;
  private final Community community = new Community();

  @BeforeEach
  void twoAreEnough() {
    community.care.set(community.caller(community.lena), ENOUGH, 30);
  }

  private Case aCase(Grade grade) {
    community.screening.says(grade);
    Post post = community.checked(community.asks(community.ada, community.open, "A post that is read by a person"));
    return community.caseOf(post);
  }

  private Care.State moReads(Grade grade) {
    return community.care.opened(community.caller(community.mo), aCase(grade).id());
  }

  private void moHasReadEnough() {
    moReads(Grade.RED);
    moReads(Grade.CRISIS);
  }

  private void miaIsThere() {
    community.atWork.note(community.caller(community.mia));
  }

  private void moClaims(Case one) {
    community.claim.by(community.caller(community.mo), one.id());
  }

  private void pass(int minutes) {
    community.clock.forward(Duration.ofMinutes(minutes));
  }

  @Test
  void eachHardCaseCountsOnceAndALightOneNever() {
    var red = aCase(Grade.RED);
    var mo = community.caller(community.mo);
    community.care.opened(mo, red.id());
    assertThat(community.care.opened(mo, red.id()).opened()).isEqualTo(1);
    assertThat(moReads(Grade.AMBER).opened()).isEqualTo(1);
    assertThat(moReads(Grade.CRISIS).spent()).isTrue();
  }

  @Test
  void thenTheyRestAndNothingIsTheirsToTakeWhileSomebodyElseIsThere() {
    moHasReadEnough();
    miaIsThere();
    refused(Refusal.Locked.class, () -> moClaims(aCase(Grade.AMBER)));
    refused(Refusal.Locked.class, () -> moClaims(aCase(Grade.CRISIS)));
  }

  @Test
  void afterTheRestTheLighterOnesAreTheirsAndTheHardOnesOthers() {
    moHasReadEnough();
    pass(31);
    miaIsThere();
    moClaims(aCase(Grade.AMBER));
    var red = aCase(Grade.RED);
    refused(Refusal.Locked.class, () -> moClaims(red));
    assertThat(community.care.of(community.caller(community.mo)).spares(red)).isTrue();
    assertThat(community.care.of(community.caller(community.mo)).spares(aCase(Grade.AMBER))).isFalse();
  }

  @Test
  void whenNobodyElseIsThereACrisisIsNeverKeptFromThemAndTheLeadIsToldOnce() {
    moHasReadEnough();
    moReads(Grade.RED);
    moClaims(aCase(Grade.CRISIS));
    refused(Refusal.Locked.class, () -> moClaims(aCase(Grade.RED)));
    pass(31);
    moClaims(aCase(Grade.RED));
    assertThat(community.alerts.toLead()).filteredOn(alert -> alert.subject().contains("relief")).hasSize(1);
  }

  @Test
  void aCrisisThatNobodyElseOpensIsTheirsAfterAll() {
    moHasReadEnough();
    miaIsThere();
    var crisis = aCase(Grade.CRISIS);
    pass((int) Risk.CRISIS.seenTarget().toMinutes() + 1);
    moClaims(crisis);
  }

  @Test
  void somebodyElseWhoHasReadEnoughTooIsNobodyElse() {
    miaIsThere();
    var mia = community.caller(community.mia);
    community.care.opened(mia, aCase(Grade.RED).id());
    community.care.opened(mia, aCase(Grade.RED).id());
    moHasReadEnough();
    moClaims(aCase(Grade.CRISIS));
  }

  @Test
  void whatTheyHoldTheyMayFinish() {
    var held = aCase(Grade.RED);
    miaIsThere();
    moClaims(held);
    moHasReadEnough();
    moClaims(held);
  }

  @Test
  void anotherShiftBeginsAnew() {
    moHasReadEnough();
    pass(60);
    community.atWork.note(community.caller(community.mo));
    var now = community.clock.instant();
    community.plan.add(community.caller(community.lena), new ShiftDraft(community.mo, now, now.plus(Duration.ofHours(4)), null));
    pass(1);
    miaIsThere();
    assertThat(community.care.of(community.caller(community.mo)).spent()).isFalse();
    moClaims(aCase(Grade.RED));
  }

  @Test
  void withoutARotaAShiftIsOverAfterEightHours() {
    moHasReadEnough();
    pass(8 * 60);
    assertThat(community.care.of(community.caller(community.mo)).opened()).isZero();
  }

  @Test
  void whoeverAsksToTalkReachesTheLeadWithoutAReasonAndWithoutAName() {
    community.care.askToTalk(community.caller(community.mo));
    community.care.askToTalk(community.caller(community.mo));
    assertThat(community.alerts.toLead()).singleElement()
        .satisfies(alert -> assertThat(alert.subject() + alert.message()).contains("talk").doesNotContain("Mo "));
    var lena = community.caller(community.lena);
    assertThat(community.care.waitingToTalk(lena)).extracting(Load::name).containsExactly("Mo");
    community.care.talked(lena, community.mo);
    assertThat(community.care.waitingToTalk(lena)).isEmpty();
  }

  @Test
  void onlyTheLeadSeesWhoWantsToTalkAndSetsWhatIsEnough() {
    for (var other : new String[] {community.mo, community.abe}) {
      refused(Refusal.WrongRole.class, () -> community.care.waitingToTalk(community.caller(other)));
      refused(Refusal.WrongRole.class, () -> community.care.set(community.caller(other), 5, 10));
    }
    invalid("budget", () -> community.care.set(community.caller(community.lena), 0, 30));
    invalid("restMinutes", () -> community.care.set(community.caller(community.lena), 5, 500));
  }
}
