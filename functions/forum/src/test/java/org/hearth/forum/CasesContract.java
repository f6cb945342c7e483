package org.hearth.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Samples.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hearth.forum.moderation.Action;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.CaseFilter;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.reporting.ReportReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases, their queue, their files, and what was decided about a member. */
public abstract class CasesContract {
  private Stores stores;

  protected abstract Stores stores();

  @BeforeEach
  void empty() {
    stores = stores();
  }

  @Test
  void findsACase() {
    var one = Samples.openCase(Risk.RED, minutes(0));
    stores.add(one);
    assertThat(stores.cases().find(one.id())).contains(one);
    assertThat(stores.cases().find(TestIds.any())).isEmpty();
  }

  @Test
  void findsSeveralCasesAtOnce() {
    var one = Samples.openCase(Risk.RED, minutes(0));
    var other = Samples.openCase(Risk.GREEN, minutes(1));
    stores.add(one, other, Samples.openCase(Risk.GREEN, minutes(2)));
    assertThat(stores.cases().all(List.of(other.id(), TestIds.any(), one.id()))).containsExactlyInAnyOrder(one, other);
    assertThat(stores.cases().all(List.of())).isEmpty();
  }

  @Test
  void openCasesComeByRiskThenAge() {
    var newCrisis = Samples.openCase(Risk.CRISIS, minutes(9));
    var oldRed = Samples.openCase(Risk.RED, minutes(1));
    var newRed = Samples.openCase(Risk.RED, minutes(5));
    var oldAmber = Samples.openCase(Risk.AMBER, minutes(0));
    var oldGreen = Samples.openCase(Risk.GREEN, minutes(-60));
    stores.add(oldGreen, newRed, oldAmber, newCrisis, oldRed);
    assertThat(ids(stores.cases().in(Case.State.OPEN, Optional.empty(), 25).items()))
        .isEqualTo(ids(List.of(newCrisis, oldRed, newRed, oldAmber, oldGreen)));
    assertThat(stores.cases().in(Case.State.CLOSED, Optional.empty(), 25).items()).isEmpty();
  }

  @Test
  void closedCasesComeNewestFirst() {
    var cases = IntStream.range(0, 3).mapToObj(n -> Samples.openCase(Risk.AMBER, minutes(-n))).toList();
    cases.forEach(stores::add);
    stores.changes().commit(new Change().save(cases.get(1).changed(draft -> draft.close(minutes(5)))));
    stores.changes().commit(new Change().save(cases.get(2).changed(draft -> draft.close(minutes(9)))));
    stores.changes().commit(new Change().save(cases.get(0).changed(draft -> draft.close(minutes(7)))));
    assertThat(ids(stores.cases().in(Case.State.CLOSED, Optional.empty(), 25).items()))
        .containsExactly(cases.get(2).id(), cases.get(0).id(), cases.get(1).id());
    assertThat(stores.cases().in(Case.State.OPEN, Optional.empty(), 25).items()).isEmpty();
  }

  @Test
  void aCaseThatBecomesMoreUrgentMovesUp() {
    var amber = Samples.openCase(Risk.AMBER, minutes(0));
    var other = Samples.openCase(Risk.AMBER, minutes(-5));
    stores.add(amber, other);
    stores.changes().commit(new Change().save(amber.changed(draft -> draft.open(Risk.RED, minutes(3)))));
    assertThat(ids(stores.cases().in(Case.State.OPEN, Optional.empty(), 25).items())).containsExactly(amber.id(), other.id());
  }

  @Test
  void bothListsArePagedWithoutGapOrRepeat() {
    var cases = IntStream.range(0, 7).mapToObj(n -> Samples.openCase(Risk.values()[n / 2], minutes(n))).toList();
    cases.reversed().forEach(stores::add);
    for (int size : new int[] {1, 2, 3, 6, 7, 8}) {
      assertThat(ids(paged(Case.State.OPEN, size))).as("open, pages of " + size).isEqualTo(ids(cases));
    }
    for (var one : cases) {
      stores.changes().commit(new Change().save(one.changed(draft -> {
        draft.followUp = null;
        draft.close(one.openedAt().plusSeconds(1));
      })));
    }
    for (int size : new int[] {1, 2, 3, 6, 7, 8}) {
      assertThat(ids(paged(Case.State.CLOSED, size))).as("closed, pages of " + size).isEqualTo(ids(cases).reversed());
    }
  }

  private List<Case> paged(Case.State state, int size) {
    var page = stores.cases().in(state, Optional.empty(), size);
    var seen = new ArrayList<>(page.items());
    while (page.next().isPresent()) {
      assertThat(page.items()).hasSize(size);
      page = stores.cases().in(state, page.next(), size);
      seen.addAll(page.items());
    }
    assertThat(page.items()).as("the last page of " + size + " is never empty").isNotEmpty();
    return seen;
  }

  @Test
  void aListCanBeFiltered() {
    var crisis = Samples.openCase(Risk.CRISIS, minutes(0));
    var red = Samples.openCase(Risk.RED, minutes(1)).changed(draft -> {
      draft.claim = new Case.Claim("m-mo", "Mo", minutes(20));
      draft.subject = new Case.Subject("p", "t", "g-other", "Others", "m-ada", "Ada", null, "The kettle is on");
    });
    var amber = Samples.openCase(Risk.AMBER, minutes(2)).changed(draft -> draft.claim = new Case.Claim("m-mia", "Mia", minutes(20)));
    var lapsed = Samples.openCase(Risk.AMBER, minutes(3)).changed(draft -> draft.claim = new Case.Claim("m-mo", "Mo", minutes(9)));
    var complaint = Case.opened(TestIds.any(), Case.Kind.COMPLAINT, Risk.GREEN,
        new Case.Subject(null, null, null, null, null, null, null, "A link is broken"), minutes(4)).changed(draft -> draft.reportCount = 1);
    for (var one : List.of(crisis, red, amber, lapsed, complaint)) {
      stores.changes().commit(new Change().add(one));
    }
    assertThat(filtered(new CaseFilter(Risk.AMBER, null, null, null, "m-mo", minutes(10)))).containsExactly(amber.id(), lapsed.id());
    assertThat(filtered(new CaseFilter(Risk.RED, null, null, null, "m-mo", minutes(10)))).containsExactly(red.id());
    assertThat(filtered(new CaseFilter(Risk.GREEN, null, null, null, "m-mo", minutes(10)))).containsExactly(complaint.id());
    assertThat(filtered(new CaseFilter(null, "g-other", null, null, "m-mo", minutes(10)))).containsExactly(red.id());
    assertThat(filtered(new CaseFilter(null, null, Case.Kind.COMPLAINT, null, "m-mo", minutes(10)))).containsExactly(complaint.id());
    assertThat(filtered(new CaseFilter(null, null, null, CaseFilter.Holder.MINE, "m-mo", minutes(10)))).containsExactly(red.id());
    assertThat(filtered(new CaseFilter(null, null, null, CaseFilter.Holder.NOBODY, "m-mo", minutes(10))))
        .containsExactly(crisis.id(), lapsed.id(), complaint.id());
    assertThat(filtered(new CaseFilter(Risk.AMBER, null, Case.Kind.COMPLAINT, null, "m-mo", minutes(10)))).isEmpty();
  }

  private List<String> filtered(CaseFilter filter) {
    var seen = new ArrayList<String>();
    Optional<String> position = Optional.empty();
    do {
      var page = stores.cases().in(Case.State.OPEN, filter, position, 1);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(1);
      seen.addAll(ids(page.items()));
      position = page.next();
    } while (position.isPresent());
    return seen;
  }

  @Test
  void aListHoldsAllThatASummaryShowsAndNotTheWords() {
    var one = Samples.openCase(Risk.RED, minutes(0)).changed(draft -> {
      draft.event(minutes(1), "Claimed", "Mo").because("Reported: spam");
      draft.claim = new Case.Claim("m-mo", "Mo", minutes(11));
      draft.appeal = new Case.OpenAppeal("a", "d", "m-mia", "Please look again", minutes(1));
      draft.reportCount = 3;
      draft.checkFailed = true;
      draft.clocks = new Case.Clocks(minutes(1), null, minutes(2), minutes(2), true);
      draft.outcome = new Case.Outcome(Action.HIDE, minutes(1));
      draft.followUp = new Case.FollowUp(minutes(60), null, null, null);
    });
    stores.add(Samples.openCase(Risk.GREEN, minutes(0)));
    stores.changes().commit(new Change().add(one));
    assertThat(stores.cases().in(Case.State.OPEN, Optional.empty(), 1).items()).containsExactly(
        new Case(one.id(), one.kind(), one.state(), one.risk(), one.openedAt(), one.closedAt(), one.subject(), List.of(), List.of(), one.reasons(),
            3, one.claim(), one.appeal(), List.of(), one.clocks(), true, 0,
            one.followUp(), one.outcome(), one.revision()));
  }

  @Test
  void aFileHasAllReportsAndDecisionsOldestFirst() {
    var one = Samples.openCase(Risk.AMBER, minutes(0));
    var other = Samples.openCase(Risk.AMBER, minutes(0));
    var late = Samples.report(one.id(), "m-1", minutes(9));
    var early = Samples.report(one.id(), "m-2", minutes(3));
    var fromAVisitor = Samples.report(one.id(), null, minutes(5));
    var secondFromAVisitor = Samples.report(one.id(), null, minutes(6));
    var first = Samples.decision(one.id(), "m-ada", minutes(10));
    var second = Samples.decision(one.id(), "m-ada", minutes(20));
    stores.add(one, other, late, early, fromAVisitor, secondFromAVisitor, second, first);
    stores.add(Samples.report(other.id(), "m-1", minutes(1)), Samples.decision(other.id(), "m-ada", minutes(1)));

    var file = stores.cases().file(one.id()).orElseThrow();
    assertThat(file.theCase()).isEqualTo(one);
    assertThat(file.reports()).containsExactly(early, fromAVisitor, secondFromAVisitor, late);
    assertThat(file.decisions()).containsExactly(first, second);
    assertThat(stores.cases().file(TestIds.any())).isEmpty();
  }

  @Test
  void aMembersReportOfACaseIsFoundAgain() {
    var one = Samples.openCase(Risk.AMBER, minutes(0));
    var report = Samples.report(one.id(), "m-1", minutes(1));
    stores.add(one, report, Samples.report(one.id(), null, minutes(2)));
    assertThat(stores.cases().reportBy(one.id(), "m-1")).contains(report);
    assertThat(stores.cases().reportBy(one.id(), "m-2")).isEmpty();
    assertThat(stores.cases().reportBy(TestIds.any(), "m-1")).isEmpty();
  }

  @Test
  void whatConcernsAMemberComesNewestFirst() {
    var ada = "m-" + TestIds.any();
    var decisions = IntStream.range(0, 5).mapToObj(n -> Samples.decision("c-" + n % 2 + "-" + ada, ada, minutes(n))).toList();
    decisions.forEach(stores::add);
    stores.add(Samples.decision("c-x-" + ada, "m-" + TestIds.any(), minutes(2)), Samples.decision("c-y-" + ada, null, minutes(2)));
    assertThat(stores.cases().concerning(ada, 20)).isEqualTo(decisions.reversed());
    assertThat(stores.cases().concerning(ada, 2)).isEqualTo(decisions.reversed().subList(0, 2));
    assertThat(stores.cases().concerning("m-nobody", 20)).isEmpty();
  }

  private static List<String> ids(List<Case> cases) {
    return cases.stream().map(Case::id).toList();
  }

  @Test
  void anAmberCaseRisesPastTheRedOnesThatCameAfterItsTarget() {
    var amber = Samples.openCase(Risk.AMBER, minutes(0));
    var redWithin = Samples.openCase(Risk.RED, minutes(8 * 60 - 1));
    var redAfter = Samples.openCase(Risk.RED, minutes(8 * 60 + 1));
    var crisis = Samples.openCase(Risk.CRISIS, minutes(9 * 60));
    stores.add(amber, redAfter, redWithin, crisis);
    assertThat(ids(stores.cases().in(Case.State.OPEN, Optional.empty(), 25).items()))
        .containsExactly(crisis.id(), redWithin.id(), amber.id(), redAfter.id());
  }

  @Test
  void listsWhatWasOpenedOrClosedSince() {
    var before = Samples.openCase(Risk.GREEN, minutes(-30));
    var amber = Samples.openCase(Risk.AMBER, minutes(1));
    var crisis = Samples.openCase(Risk.CRISIS, minutes(5));
    var earlier = Samples.openCase(Risk.AMBER, minutes(-60));
    stores.add(before, amber, crisis, earlier);
    stores.changes().commit(new Change().save(earlier.changed(draft -> draft.close(minutes(3)))));
    assertThat(ids(stores.cases().since(minutes(0), 25))).containsExactly(crisis.id(), amber.id(), earlier.id());
  }

  @Test
  void findsAMembersReportsAndWhoseAReferenceIs() {
    var one = Samples.openCase(Risk.AMBER, minutes(0));
    var reporter = "m-" + TestIds.any();
    var report = Samples.report(one.id(), reporter, minutes(1));
    stores.add(one, report, Samples.report(one.id(), "m-" + TestIds.any(), minutes(2)), Samples.decision(one.id(), reporter, minutes(3)),
        new ReportReference(report.reference(), one.id(), 1));
    assertThat(stores.cases().reportsBy(reporter, 20)).containsExactly(report);
    assertThat(stores.cases().reportOf(report.reference())).contains(report);
    assertThat(stores.cases().reportOf("HR-0000-0000")).isEmpty();
    assertThat(stores.cases().concerning(reporter, 20)).hasSize(1);
  }
}
