package org.hearth.forum.notifying;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearth.forum.Community;
import org.hearth.forum.ToldAlerts;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.reporting.ReportDraft;
import org.hearth.forum.screening.Grade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AlertsHoldNobodysWordsTest {
  private final Community community = new Community();
  private final ToldAlerts alerts = new ToldAlerts();
  private final TellPeople tell = new TellPeople(alerts, "https://hearth.example");

  private Case caseOf(Grade grade) {
    community.screening.says(grade);
    var post = community.checked(community.asks(community.ada, community.open, "canary words"));
    return community.caseOf(post);
  }

  @ParameterizedTest
  @EnumSource(names = {"AMBER", "RED", "CRISIS"})
  void neitherOfThePostNorItsAuthorNorAReport(Grade grade) {
    var one = caseOf(grade);
    community.report.post(community.caller(community.ada), one.subject().threadId(), one.id(), new ReportDraft("other", "canary note", "canary@example.org"));
    tell.of(null, community.forum.cases.find(one.id()).orElseThrow());
    tell.breached(3, Risk.RED);
    assertThat(alerts.sent()).isNotEmpty().allSatisfy(alert -> assertThat(alert.subject() + alert.message())
        .doesNotContainIgnoringCase("canary").doesNotContain("Ada").doesNotContain("Title of").doesNotContain(community.open.name()));
    assertThat(alerts.sent().getFirst().message()).contains("https://hearth.example/case.html?id=" + one.id());
  }

  @ParameterizedTest
  @CsvSource({"AMBER, false, 8 hours", "RED, true, 60 minutes", "CRISIS, true, 15 minutes"})
  void aNewCaseIsToldToModeratorsAndDangerToTheLeadToo(Grade grade, boolean lead, String within) {
    tell.of(null, caseOf(grade));
    assertThat(alerts.toModerators()).hasSize(1);
    assertThat(alerts.toLead()).hasSize(lead ? 1 : 0);
    assertThat(alerts.sent().getFirst().message()).contains(within);
  }

  @Test
  void aNewcomersFirstPostIsNoAlarm() {
    var post = community.checked(community.asks(community.newcomer, community.open, "Hello"));
    tell.of(null, community.caseOf(post));
    assertThat(alerts.sent()).isEmpty();
  }

  @Test
  void whatChangesNothingForPeopleIsNotTold() {
    var before = caseOf(Grade.AMBER);
    tell.of(before, community.claim.by(community.caller(community.mo), before.id()));
    tell.of(before, before.changed(draft -> draft.reportCount++));
    tell.of(before, before.changed(draft -> draft.clocks = draft.clocks.breachTold(draft.openedAt)));
    tell.of(before, before.changed(draft -> draft.close(community.clock.instant())));
    assertThat(alerts.sent()).isEmpty();
  }

  @Test
  void whatBecomesMoreUrgentIsToldAgain() {
    var before = caseOf(Grade.AMBER);
    tell.of(before, before.changed(draft -> draft.open(Risk.RED, community.clock.instant())));
    assertThat(alerts.toLead()).hasSize(1);
  }

  @Test
  void whatIsOpenedAgainIsToldAgain() {
    var closed = caseOf(Grade.AMBER).changed(draft -> draft.close(community.clock.instant()));
    tell.of(closed, closed.changed(draft -> draft.open(Risk.AMBER, community.clock.instant())));
    assertThat(alerts.toModerators()).hasSize(1);
  }

  @Test
  void anAppealIsTold() {
    var before = caseOf(Grade.AMBER);
    tell.of(before, before.changed(draft ->
        draft.appeal = new Case.OpenAppeal("a", "d", community.mo, "canary", community.clock.instant())));
    assertThat(alerts.toModerators()).hasSize(1);
  }
}
