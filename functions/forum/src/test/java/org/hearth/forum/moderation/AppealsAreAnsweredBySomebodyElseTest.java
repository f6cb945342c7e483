package org.hearth.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;
import static org.hearth.forum.Refusals.notFound;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.members.Notice;
import org.hearth.forum.members.Notice.Appeal.State;
import org.hearth.forum.members.Standing;
import org.hearth.forum.posting.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppealsAreAnsweredBySomebodyElseTest {
  private final Community community = new Community();
  private final Post held = community.held();

  private Case.OpenAppeal appeals(Decision decision) {
    return community.appeal.by(community.caller(community.ada), decision.id(), "Please look again");
  }

  private Decision decided(String action) {
    var draft = action.equals("redact") ? Community.redact("[redacted]") : Community.draft(action);
    return community.decides(community.mo, held.id(), draft).decision();
  }

  @Test
  void anAppealOpensTheCaseAndTheAuthorSeesIt() {
    var decision = decided("hide");
    community.clock.forward(Duration.ofHours(1));
    var appeal = appeals(decision);
    assertThat(appeal.decidedBy()).isEqualTo(community.mo);
    assertThat(community.caseOf(held).open()).isTrue();
    assertThat(community.caseOf(held).appeal()).isEqualTo(appeal);
    assertThat(community.caseOf(held).openedAt()).isEqualTo(community.clock.instant());
    assertThat(community.caseOf(held).reasons()).containsExactly("The member appeals");
    assertThat(community.now(held).notice().appeal()).isEqualTo(new Notice.Appeal(State.OPEN, community.clock.instant()));
    assertThat(community.sees(Community.VISITOR, held)).as("an appeal alone changes nothing").isFalse();
  }

  @Test
  void oncePerDecision() {
    var decision = decided("hide");
    appeals(decision);
    refused(Refusal.Locked.class, () -> appeals(decision));
    community.decides(community.mia, held, "close");
    refused(Refusal.Locked.class, () -> appeals(decision));
  }

  @Test
  void theNewestOnly() {
    var first = decided("hide");
    var second = decided("remove");
    refused(Refusal.Locked.class, () -> appeals(first));
    appeals(second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"approve", "escalate"})
  void whatTookNothingIsNotAppealed(String action) {
    var decision = decided(action);
    invalid("decisionId", () -> appeals(decision));
  }

  @Test
  void onlyOnesOwn() {
    var decision = decided("hide");
    notFound(() -> community.appeal.by(community.caller(community.bo), decision.id(), "Please"));
    notFound(() -> community.appeal.by(community.caller(community.mo), decision.id(), "Please"));
    notFound(() -> community.appeal.by(community.caller(community.ada), "d-none", "Please"));
    refused(Refusal.NotSignedIn.class, () -> community.appeal.by(Community.VISITOR, decision.id(), "Please"));
    invalid("note", () -> community.appeal.by(community.caller(community.ada), decision.id(), "x".repeat(2_001)));
  }

  @ParameterizedTest
  @CsvSource({
    "hide, close, UPHELD", "remove, close, UPHELD", "redact, close, UPHELD",
    "hide, restore, OVERTURNED", "remove, restore, OVERTURNED", "redact, restore, OVERTURNED", "hide, approve, OVERTURNED",
    "hide, warn, UPHELD", "hide, ban, UPHELD",
  })
  void theAuthorIsToldTheAnswerAboutTheirPost(String decision, String answer, State told) {
    appeals(decided(decision));
    refused(Refusal.Locked.class, () -> community.decides(community.mo, held, answer));
    community.decides(community.mia, held, answer);
    assertThat(community.now(held).notice().appeal().state()).isEqualTo(told);
    assertThat(community.caseOf(held).open()).isFalse();
    assertThat(community.caseOf(held).appeal()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"warn, close", "mute, close", "ban, close", "mute, approve", "mute, hide", "mute, remove"})
  void aSanctionThatStaysIsUpheld(String sanction, String answer) {
    var shown = community.published(community.open);
    community.reports(community.bo, shown);
    var decision = community.decides(community.mo, shown, sanction).decision();
    appeals(decision);
    community.decides(community.mia, shown, answer);
    assertThat(community.profile(community.ada).notice().decisionId()).isEqualTo(decision.id());
    assertThat(community.profile(community.ada).notice().appeal().state()).isEqualTo(State.UPHELD);
  }

  @ParameterizedTest
  @CsvSource({
    "hide, remove, REPLACED", "redact, hide, REPLACED", "redact, remove, REPLACED", "remove, hide, OVERTURNED", "hide, redact, OVERTURNED",
    "hide, hide, UPHELD", "remove, remove, UPHELD",
  })
  void aStricterDecisionIsNotToldAsAWonAppeal(String decision, String answer, State told) {
    appeals(decided(decision));
    var next = community.decides(community.mia, held.id(), answer.equals("redact") ? Community.redact("[left]") : Community.draft(answer)).decision();
    assertThat(community.now(held).notice().action()).isEqualTo(answer);
    assertThat(community.now(held).notice().appeal().state()).isEqualTo(told);
    if (told == State.REPLACED) {
      appeals(next);
      refused(Refusal.Locked.class, () -> community.decides(community.mia, held, "restore"));
      community.decides(community.lena, held, "restore");
      assertThat(community.now(held).notice().appeal().state()).isEqualTo(State.OVERTURNED);
    } else {
      refused(Refusal.Locked.class, () -> appeals(next));
    }
  }

  @ParameterizedTest
  @CsvSource({"30, 60, REPLACED", "30, 30, UPHELD", "30, 7, OVERTURNED"})
  void aLongerSuspensionIsStricterAndAShorterOneMilder(int days, int then, State told) {
    var shown = community.published(community.open);
    community.reports(community.bo, shown);
    appeals(community.decides(community.mo, shown.id(), community.until("suspend", Duration.ofDays(days))).decision());
    community.decides(community.mia, shown.id(), community.until("suspend", Duration.ofDays(then)));
    assertThat(community.profile(community.ada).notice().appeal().state()).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"mute, ban, REPLACED", "ban, mute, OVERTURNED", "ban, ban, UPHELD", "mute, warn, UPHELD"})
  void aSanctionIsComparedWithTheOneBefore(String sanction, String then, State told) {
    var shown = community.published(community.open);
    community.reports(community.bo, shown);
    appeals(community.decides(community.mo, shown, sanction).decision());
    community.decides(community.mia, shown, then);
    assertThat(community.profile(community.ada).notice().appeal().state()).isEqualTo(told);
  }

  @Test
  void aSanctionThatIsLiftedIsOverturned() {
    var decision = community.decide.about(community.caller(community.mo), community.ada, Community.draft("ban")).decision();
    appeals(decision);
    refused(Refusal.Locked.class,
        () -> community.decide.about(community.caller(community.mo), community.ada, Community.draft("restore")));
    community.decide.about(community.caller(community.mia), community.ada, Community.draft("restore"));
    assertThat(community.profile(community.ada).standing()).isEqualTo(Standing.GOOD);
    assertThat(community.profile(community.ada).notice().appeal().state()).isEqualTo(State.OVERTURNED);
  }

  @Test
  void aNewSanctionInAnAppealsCaseCanBeAppealedItself() {
    appeals(decided("hide"));
    var ban = community.decides(community.mia, held, "ban").decision();
    assertThat(community.profile(community.ada).notice().appeal()).isNull();
    appeals(ban);
  }

  @Test
  void aCaseHasOneAppealAtATime() {
    var shown = community.published(community.open);
    community.reports(community.bo, shown);
    var hidden = community.decides(community.mo, shown, "hide").decision();
    var muted = community.decides(community.mo, shown, "mute").decision();
    appeals(hidden);
    refused(Refusal.Locked.class, () -> appeals(muted));
    community.decides(community.mia, shown, "close");
    assertThat(community.now(shown).notice().appeal().state()).isEqualTo(State.UPHELD);
    appeals(muted);
  }

  @Test
  void escalatingKeepsTheAppealOpen() {
    appeals(decided("hide"));
    community.decides(community.mia, held, "escalate");
    assertThat(community.caseOf(held).appeal()).isNotNull();
    assertThat(community.now(held).notice().appeal().state()).isEqualTo(State.OPEN);
    refused(Refusal.Locked.class, () -> community.decides(community.mo, held, "close"));
    community.decides(community.lena, held, "close");
    assertThat(community.now(held).notice().appeal().state()).isEqualTo(State.UPHELD);
  }
}
