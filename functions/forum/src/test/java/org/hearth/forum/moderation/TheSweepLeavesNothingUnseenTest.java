package org.hearth.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hearth.forum.Change;
import org.hearth.forum.Community;
import org.hearth.forum.Samples;
import org.hearth.forum.ToldAlerts;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.posting.ScreenPost;
import org.hearth.forum.screening.Grade;
import org.junit.jupiter.api.Test;

class TheSweepLeavesNothingUnseenTest {
  private final Community community = new Community();

  @Test
  void aPostThatTheStreamForgotIsChecked() {
    var post = community.asks(community.ada, community.open, "Forgotten");
    community.clock.forward(ScreenPost.OVERDUE);
    assertThat(community.sweep.round()).isEqualTo(new Sweep.Round(0, 0, 0, false, false));
    community.clock.forward(Duration.ofMillis(1));
    assertThat(community.sweep.round()).isEqualTo(new Sweep.Round(1, 0, 0, false, false));
    assertThat(community.now(post).status()).isEqualTo(PostStatus.PUBLISHED);
    assertThat(community.sweep.round()).isEqualTo(new Sweep.Round(0, 0, 0, false, false));
  }

  @Test
  void anEditThatTheStreamForgotToo() {
    var post = community.published(community.open);
    community.clock.forward(Duration.ofHours(1));
    var edited = community.edits(post, "Newer words");
    assertThat(community.sweep.round().checked()).isZero();
    community.clock.forward(ScreenPost.OVERDUE.plusMillis(1));
    assertThat(community.sweep.round().checked()).isEqualTo(1);
    assertThat(community.now(edited).shownText()).isEqualTo("Newer words");
  }

  @Test
  void whatCannotBeCheckedGoesToAPersonAndTheOthersAreCheckedStill() {
    var poison = community.asks(community.ada, community.open, "Nothing can write a verdict on this");
    var sound = community.asks(community.bo, community.open, "Sound");
    community.forum.beforeEachCommit(change -> refuseToPublish(change, poison));
    community.clock.forward(ScreenPost.OVERDUE.plusMillis(1));

    assertThat(community.sweep.round()).isEqualTo(new Sweep.Round(1, 1, 0, false, false));
    assertThat(community.sweepFailures).hasSize(1);
    assertThat(community.now(poison).status()).isEqualTo(PostStatus.HELD);
    assertThat(community.caseOf(poison).checkFailed()).isTrue();
    assertThat(community.caseOf(poison).risk()).isEqualTo(Risk.AMBER);
    assertThat(community.auditOf(poison.id())).extracting(AuditEntry::actor).containsExactly("sweep");
    assertThat(community.now(sound).status()).isEqualTo(PostStatus.PUBLISHED);
  }

  private static void refuseToPublish(Change change, Post post) {
    boolean publishes = change.steps().stream().anyMatch(step -> step instanceof Change.Replace(var item)
        && item instanceof Post written && written.id().equals(post.id()) && written.status() == PostStatus.PUBLISHED);
    if (publishes) {
      throw new IllegalStateException("the store is broken for this one");
    }
  }

  @Test
  void aCaseThatWaitsTooLongIsToldOnce() {
    var post = community.held();
    community.clock.forward(Risk.AMBER.target());
    assertThat(community.sweep.round().breached()).isZero();
    community.clock.forward(Duration.ofMillis(1));
    assertThat(community.sweep.round().breached()).isEqualTo(1);
    assertThat(community.alerts.toLead()).hasSize(1);
    assertThat(community.alerts.toModerators()).isEmpty();
    assertThat(community.caseOf(post).clocks().breachTold()).isTrue();

    community.clock.forward(Duration.ofDays(1));
    assertThat(community.sweep.round().breached()).isZero();
    assertThat(community.alerts.sent()).hasSize(1);
  }

  @Test
  void theLastOfAThousandIsNotForgotten() {
    for (int i = 0; i < 1_100; i++) {
      community.forum.put(Samples.openCase(Risk.RED, community.clock.instant()));
    }
    var last = Samples.openCase(Risk.GREEN, community.clock.instant());
    community.forum.put(last);
    community.clock.forward(Risk.GREEN.target().plusMillis(1));
    assertThat(List.of(community.sweep.round().breached(), community.sweep.round().breached(), community.sweep.round().breached()))
        .containsExactly(500, 500, 101);
    assertThat(community.forum.cases.find(last.id()).orElseThrow().clocks().breachTold()).isTrue();
    assertThat(ofWaitingTooLong()).hasSize(3);
    assertThat(community.sweep.round().breached()).isZero();
  }

  @Test
  void aFloodOfCrisesIsToldAgainInPortionsUntilEachWas() {
    for (int i = 0; i < 50; i++) {
      community.forum.put(Samples.openCase(Risk.CRISIS, community.clock.instant()));
    }
    community.clock.forward(Duration.ofMinutes(6));
    community.sweep.round();
    assertThat(community.alerts.toModerators()).hasSize(20);
    community.sweep.round();
    community.sweep.round();
    assertThat(community.alerts.toModerators()).hasSize(50);
    community.sweep.round();
    assertThat(community.alerts.toModerators()).hasSize(50);
  }

  @Test
  void itCountsTheQueueAndWritesThatDownOnlyWhenItChanged() {
    assertThat(community.cases.counts(community.caller(community.mo))).isEmpty();
    community.held();
    community.sweep.round();
    var counted = new QueueCounts(Map.of(Risk.AMBER, 1), 0, 1);
    assertThat(community.cases.counts(community.caller(community.mo))).contains(counted);
    community.sweep.round();
    assertThat(community.cases.counts(community.caller(community.mo))).contains(counted);
    community.screening.says(Grade.CRISIS);
    var crisis = community.checked(community.asks(community.bo, community.open, "Words that frighten"));
    community.decides(community.mo, crisis, "hide");
    community.sweep.round();
    assertThat(community.cases.counts(community.caller(community.mo))).contains(new QueueCounts(Map.of(Risk.AMBER, 1), 1, 2));
  }

  @Test
  void severalInOneMessageNamedByTheMostUrgent() {
    community.held();
    community.screening.says(Grade.CRISIS);
    community.checked(community.asks(community.bo, community.open, "Words that frighten"));
    community.clock.forward(Duration.ofDays(1));
    community.sweep.round();
    assertThat(ofWaitingTooLong()).hasSize(1);
    assertThat(ofWaitingTooLong().getFirst().message()).startsWith("2 cases").contains("crisis");
  }

  @Test
  void aCaseThatBecameMoreUrgentHasItsOwnClock() {
    var post = community.held();
    community.clock.forward(Duration.ofHours(9));
    community.sweep.round();
    community.decides(community.mo, post, "escalate");
    community.clock.forward(Duration.ofMinutes(61));
    assertThat(community.sweep.round().breached()).isEqualTo(1);
    assertThat(ofWaitingTooLong()).hasSize(2);
  }

  private List<ToldAlerts.Alert> ofWaitingTooLong() {
    return community.alerts.toLead().stream().filter(alert -> alert.subject().endsWith("waiting too long")).toList();
  }

  @Test
  void whatMayBeDangerIsToldAgainUntilSomebodyHasOpenedIt() {
    community.screening.says(Grade.CRISIS);
    var post = community.checked(community.asks(community.bo, community.open, "Words that frighten"));
    community.tellOfCase.of(null, community.caseOf(post));
    assertThat(community.alerts.toModerators()).hasSize(1);
    assertThat(community.caseOf(post).clocks().leadToldAt()).isEqualTo(community.clock.instant());
    community.clock.forward(Duration.ofMinutes(6));
    community.sweep.round();
    community.sweep.round();
    assertThat(community.alerts.toModerators()).hasSize(2);
    community.clock.forward(Duration.ofMinutes(6));
    community.sweep.round();
    assertThat(community.alerts.toModerators()).hasSize(3);
    community.cases.open(community.caller(community.mo), post.id());
    community.clock.forward(Duration.ofMinutes(60));
    community.sweep.round();
    assertThat(community.alerts.toModerators()).hasSize(3);
  }

  @Test
  void whatWasDecidedIsNotTold() {
    community.decides(community.mo, community.held(), "approve");
    community.clock.forward(Duration.ofDays(2));
    assertThat(community.sweep.round().breached()).isZero();
  }

  @Test
  void whenTheTellingIsNotWrittenDownTheLeadHearsTwiceRatherThanNever() {
    var post = community.held();
    community.clock.forward(Duration.ofDays(1));
    community.forum.beforeNextCommit(() -> {
      throw new IllegalStateException("the store is away");
    });
    try {
      community.sweep.round();
    } catch (IllegalStateException away) {
      assertThat(community.caseOf(post).clocks().breachTold()).isFalse();
    }
    community.sweep.round();
    assertThat(community.alerts.toLead()).hasSize(2);
  }
}
