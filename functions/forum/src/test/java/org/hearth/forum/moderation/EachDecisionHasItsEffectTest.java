package org.hearth.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;

import java.time.Duration;
import java.util.Optional;
import org.hearth.forum.Community;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.members.Notice;
import org.hearth.forum.members.Standing;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.reporting.ReportDraft;
import org.hearth.forum.reporting.Sender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EachDecisionHasItsEffectTest {
  private final Community community = new Community();

  private DecisionDraft draft(String action) {
    return switch (action) {
      case "redact" -> Community.redact("[an address was here]");
      case "suspend", "mute" -> community.until(action, Duration.ofDays(7));
      default -> Community.draft(action);
    };
  }

  private Post reported() {
    var post = community.published(community.open);
    community.reports(community.bo, post);
    return post;
  }

  @ParameterizedTest
  @CsvSource({
    // what, on a post that waits: its status, whether others see it, standing, case
    "approve,  PUBLISHED, true,  ACTIVE,    CLOSED",
    "redact,   REDACTED,  true,  ACTIVE,    CLOSED",
    "hide,     HIDDEN,    false, ACTIVE,    CLOSED",
    "remove,   REMOVED,   false, ACTIVE,    CLOSED",
    "warn,     HIDDEN,    false, ACTIVE,    CLOSED",
    "mute,     HIDDEN,    false, MUTED,     CLOSED",
    "suspend,  HIDDEN,    false, SUSPENDED, CLOSED",
    "ban,      HIDDEN,    false, BANNED,    CLOSED",
    "escalate, ESCALATED, false, ACTIVE,    OPEN",
  })
  void onAPostThatWaits(String action, PostStatus status, boolean seen, Standing.State standing, Case.State state) {
    hasItsEffect(community.held(), action, status, seen, standing, state, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "approve,  PUBLISHED, true,  ACTIVE,    CLOSED",
    "redact,   REDACTED,  true,  ACTIVE,    CLOSED",
    "hide,     HIDDEN,    false, ACTIVE,    CLOSED",
    "remove,   REMOVED,   false, ACTIVE,    CLOSED",
    "warn,     PUBLISHED, true,  ACTIVE,    CLOSED",
    "mute,     PUBLISHED, true,  MUTED,     CLOSED",
    "suspend,  PUBLISHED, true,  SUSPENDED, CLOSED",
    "ban,      PUBLISHED, true,  BANNED,    CLOSED",
    "escalate, PUBLISHED, true,  ACTIVE,    OPEN",
    "close,    PUBLISHED, true,  ACTIVE,    CLOSED",
  })
  void onAPostThatIsShown(String action, PostStatus status, boolean seen, Standing.State standing, Case.State state) {
    hasItsEffect(reported(), action, status, seen, standing, state, 1);
  }

  private void hasItsEffect(
      Post post, String action, PostStatus status, boolean seen, Standing.State standing, Case.State state, int entriesSaved) {
    var decided = community.decides(community.mo, post.id(), draft(action));
    var now = community.clock.instant();

    assertThat(community.now(post).status()).isEqualTo(status);
    assertThat(community.sees(Community.VISITOR, post)).isEqualTo(seen);
    assertThat(community.thread(post).listed()).isEqualTo(seen);
    assertThat(community.profile(community.ada).publishedCount()).isEqualTo(Community.KNOWN + (seen ? 1 : 0));
    assertThat(community.profile(community.ada).standing().state()).isEqualTo(standing);
    if (standing == Standing.State.MUTED || standing == Standing.State.SUSPENDED) {
      assertThat(community.profile(community.ada).standing().until()).isEqualTo(now.plus(Duration.ofDays(7)));
    }

    var theCase = community.caseOf(post);
    assertThat(theCase).isEqualTo(decided.theCase());
    assertThat(theCase.state()).isEqualTo(state);
    assertThat(theCase.claim()).isNull();
    assertThat(theCase.closedAt()).isEqualTo(state == Case.State.CLOSED ? now : null);
    assertThat(theCase.events().getLast()).isEqualTo(new Case.Event(now, "Decided: " + action, "Mo"));
    assertThat(community.forum.cases.file(post.id()).orElseThrow().decisions()).containsExactly(decided.decision());
    assertThat(decided.decision().concerns()).isEqualTo(community.ada);
    assertThat(community.forum.cases.concerning(community.ada, 5)).containsExactly(decided.decision());

    var entry = community.auditOf(post.id()).getLast();
    assertThat(entry.actor()).isEqualTo(community.mo);
    assertThat(entry.action()).isEqualTo(action);
    assertThat(entry.rule()).isEqualTo(decided.decision().rule());
    assertThat(community.forum.all(AuditEntry.class)).hasSize(2 - entriesSaved);
  }

  @ParameterizedTest
  @CsvSource({"approve", "redact", "hide", "remove"})
  void theAuthorIsToldAboutThePost(String action) {
    var held = community.held();
    var decision = community.decides(community.mo, held.id(), draft(action)).decision();
    assertThat(community.now(held).notice()).isEqualTo(
        new Notice(decision.id(), action, decision.rule(), decision.reason(), decision.at(), true, null));
    assertThat(community.now(held).ruled()).isTrue();
    assertThat(community.profile(community.ada).notice()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"warn", "mute", "suspend", "ban"})
  void theMemberIsToldAboutThemselves(String action) {
    var decision = community.decides(community.mo, reported().id(), draft(action)).decision();
    assertThat(community.profile(community.ada).notice()).isEqualTo(
        new Notice(decision.id(), action, decision.rule(), decision.reason(), decision.at(), false, null));
  }

  @Test
  void aRedactionShowsTheOtherWordsAsANewVersion() {
    var held = community.held();
    community.decides(community.mo, held.id(), Community.redact("[an address was here]"));
    assertThat(community.now(held).shownText()).isEqualTo("[an address was here]");
    assertThat(community.now(held).version()).isEqualTo(2);
    assertThat(community.caseOf(held).lastSnapshot().text()).isEqualTo(held.text());
  }

  @Test
  void escalatingMakesItMoreUrgentAndHandsItOver() {
    var held = community.held();
    community.decides(community.mo, held, "escalate");
    assertThat(community.caseOf(held).risk()).isEqualTo(Risk.RED);
    assertThat(community.now(held).expectedBy()).isEqualTo(community.clock.instant().plus(Risk.RED.target()));
    community.decides(community.lena, held, "escalate");
    assertThat(community.caseOf(held).risk()).isEqualTo(Risk.CRISIS);
  }

  @Test
  void whatWaitsIsNotClosedWithoutAnAnswer() {
    var held = community.held();
    invalid("action", () -> community.decides(community.mo, held, "close"));
    invalid("action", () -> community.decides(community.mo, held, "restore"));
  }

  @Test
  void aComplaintIsEscalatedOrClosed() {
    community.report.complaint(Sender.of(Community.VISITOR), new ReportDraft("other", "Nobody answers me", null));
    var complaint = community.forum.cases.in(Case.State.OPEN, Optional.empty(), 1).items().getFirst().id();
    for (var action : new String[] {"approve", "redact", "hide", "remove", "restore", "warn", "mute", "suspend", "ban"}) {
      invalid("action", () -> community.decides(community.mo, complaint, draft(action)));
    }
    community.decides(community.mo, complaint, draft("escalate"));
    community.decides(community.lena, complaint, draft("close"));
    assertThat(community.forum.cases.find(complaint).orElseThrow().open()).isFalse();
  }

  @Test
  void aboutAMemberWithoutAPost() {
    community.decide.about(community.caller(community.mo), community.ada, community.until("suspend", Duration.ofDays(1)));
    assertThat(community.profile(community.ada).standing().state()).isEqualTo(Standing.State.SUSPENDED);
    assertThat(community.caseOf(community.ada).orElseThrow().kind()).isEqualTo(Case.Kind.MEMBER);
    community.decide.about(community.caller(community.mia), community.ada, Community.draft("restore"));
    assertThat(community.profile(community.ada).standing()).isEqualTo(Standing.GOOD);
    assertThat(community.auditOf(community.ada)).extracting(AuditEntry::action).containsExactly("suspend", "restore");
    for (var action : new String[] {"approve", "hide", "remove", "escalate", "close"}) {
      invalid("action", () -> community.decide.about(community.caller(community.mo), community.ada, draft(action)));
    }
  }
}
