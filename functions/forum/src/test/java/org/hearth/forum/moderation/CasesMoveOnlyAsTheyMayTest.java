package org.hearth.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hearth.forum.Community;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.members.Notice;
import org.hearth.forum.members.Profile;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.screening.Grade;

/** Whatever members, moderators, checks and time do to a post, its case stays in one piece, and what is refused changes nothing. */
class CasesMoveOnlyAsTheyMayTest {

  private enum What {
    REPORT, CLAIM, HAND_BACK, DECIDE, APPEAL, FOLLOW_UP, EDIT, DELETE, WAIT, SWEEP
  }

  private record Step(What what, int who, Action action, Grade grade) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(Arbitraries.of(What.values()), Arbitraries.integers().between(0, 2), Arbitraries.of(Action.values()),
        Arbitraries.of(Grade.values())).as(Step::new).list().ofMinSize(5).ofMaxSize(40);
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void throughAnyDay(@ForAll("steps") List<Step> steps, @ForAll Grade first) {
    var community = new Community();
    community.screening.says(first);
    var post = community.checked(community.asks(community.ada, community.open, "Words of the day"));
    for (var step : steps) {
      if (step.what() == What.DECIDE) {
        does(community, post, new Step(What.CLAIM, step.who(), step.action(), step.grade())); // else hardly any decision was ever made
      }
      var before = community.forum.everything();
      var known = community.forum.cases.find(post.id());
      int decisions = community.forum.all(Decision.class).size();
      boolean done = does(community, post, step);
      if (!done) {
        assertThat(community.forum.everything()).as("refused: " + step).isEqualTo(before);
      }
      community.forum.cases.find(post.id()).ifPresent(found -> {
        isWhole(found);
        known.ifPresent(earlier -> follows(earlier, found));
      });
      isWhole(community, post);
      int more = community.forum.all(Decision.class).size() - decisions;
      assertThat(more).isEqualTo(done && step.what() == What.DECIDE ? 1 : 0);
    }
    assertThat(decided(community)).as("one entry each").isEqualTo(community.forum.all(Decision.class).size());
  }

  private static boolean does(Community community, Post post, Step step) {
    var moderator = List.of(community.mo, community.mia, community.lena).get(step.who());
    try {
      switch (step.what()) {
        case REPORT -> community.reports(List.of(community.bo, community.invited, community.newcomer).get(step.who()), post);
        case CLAIM -> community.claim.by(community.caller(moderator), post.id());
        case HAND_BACK -> community.claim.handBack(community.caller(moderator), post.id());
        case DECIDE -> community.decide.by(community.caller(moderator), post.id(), draft(community, post, step.action()));
        case APPEAL -> community.appeal.by(community.caller(community.ada), newest(community), "Please look again");
        case FOLLOW_UP -> community.followUps.record(community.caller(moderator), post.id(), "We spoke.");
        case EDIT -> {
          community.screening.says(step.grade());
          community.checked(community.edits(post, "Words at " + community.clock.instant() + step.who()));
        }
        case DELETE -> community.deletes(post);
        case WAIT -> community.clock.forward(Duration.ofMinutes(7));
        case SWEEP -> community.sweep.round();
      }
      return true;
    } catch (Refused refused) {
      return false;
    }
  }

  private static DecisionDraft draft(Community community, Post post, Action action) {
    var draft = switch (action) {
      case REDACT -> Community.redact("[left] " + community.clock.instant());
      case SUSPEND -> community.until("suspend", Duration.ofMinutes(20));
      case APPROVE, HIDE, REMOVE, RESTORE, WARN, MUTE, BAN, ESCALATE, CLOSE -> Community.draft(action.id());
    };
    boolean writes = action != Action.ESCALATE && community.forum.cases.find(post.id()).filter(Case::wantsReply).isPresent();
    return writes ? Community.replying(draft, Community.PERSONAL_REPLY) : draft;
  }

  private static String newest(Community community) {
    return community.forum.cases.concerning(community.ada, 1).stream().map(Decision::id).findFirst().orElse("d-none");
  }

  private static void isWhole(Case found) {
    boolean owed = found.followUp() != null && !found.followUp().done();
    switch (found.state()) {
      case OPEN -> assertThat(found.closedAt()).isNull();
      case FOLLOW_UP -> assertThat(owed).isTrue();
      case CLOSED -> assertThat(owed).isFalse();
    }
    if (!found.open()) {
      assertThat(found.closedAt()).isNotNull();
      assertThat(found.appeal()).isNull();
      assertThat(found.outcome()).as("nothing is closed but by a decision, or as its post was taken back").satisfiesAnyOf(
          outcome -> assertThat(outcome).isNotNull(),
          outcome -> assertThat(found.events()).anyMatch(event -> event.what().contains("deleted")));
    }
    if (found.risk() == Risk.CRISIS) {
      assertThat(found.followUp()).isNotNull();
    }
    assertThat(found.snapshots()).hasSizeLessThanOrEqualTo(5);
    assertThat(found.events()).hasSizeLessThanOrEqualTo(100);
  }

  private static void follows(Case earlier, Case later) {
    assertThat(later.revision()).isGreaterThanOrEqualTo(earlier.revision());
    assertThat(later.reportCount()).isGreaterThanOrEqualTo(earlier.reportCount());
    if (!earlier.snapshots().isEmpty()) {
      assertThat(later.snapshots().getFirst()).as("the first words stay").isEqualTo(earlier.snapshots().getFirst());
    }
    if (earlier.open() && later.open()) {
      assertThat(later.risk().isMoreUrgentThan(earlier.risk()) || later.risk() == earlier.risk()).as("an open case never becomes less urgent").isTrue();
    }
  }

  private static void isWhole(Community community, Post post) {
    var now = community.now(post);
    var found = community.forum.cases.find(post.id());
    if (now.status() == PostStatus.HELD || now.status() == PostStatus.ESCALATED) {
      assertThat(found.filter(Case::open)).as("nothing waits that nobody is asked to look at").isPresent();
    }
    boolean appealed = found.map(Case::appeal).isPresent();
    assertThat(appealed).as("an appeal is open for both or for neither")
        .isEqualTo(open(Optional.ofNullable(now.notice())) || open(Optional.of(community.profile(community.ada)).map(Profile::notice)));
    if (community.profile(community.ada).standing().at(community.clock.instant()).state() != org.hearth.forum.members.Standing.State.ACTIVE) {
      assertThat(community.profile(community.ada).notice()).as("nobody is kept out without being told why").isNotNull();
    }
  }

  private static boolean open(Optional<Notice> notice) {
    return notice.map(Notice::appeal).filter(appeal -> appeal.state() == Notice.Appeal.State.OPEN).isPresent();
  }

  private static long decided(Community community) {
    var actions = List.of(Action.values()).stream().map(Action::id).toList();
    return community.forum.all(AuditEntry.class).stream().filter(entry -> actions.contains(entry.action())).count();
  }
}
