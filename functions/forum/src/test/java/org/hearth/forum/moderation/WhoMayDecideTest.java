package org.hearth.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hearth.forum.Refusals.notFound;
import static org.hearth.forum.Refusals.refused;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Role;
import org.hearth.forum.members.Standing.State;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.junit.jupiter.api.Test;

class WhoMayDecideTest {
  private final Community community = new Community();
  private final Post held = community.held();

  private List<ThrowingCallable> everything(Caller caller) {
    return List.of(
        () -> community.cases.queue(caller, Case.State.OPEN, Optional.empty()),
        () -> community.cases.open(caller, held.id()),
        () -> community.cases.member(caller, community.ada),
        () -> community.claim.by(caller, held.id()),
        () -> community.claim.handBack(caller, held.id()),
        () -> community.decide.by(caller, held.id(), Community.draft("approve")),
        () -> community.decide.about(caller, community.ada, Community.draft("warn")));
  }

  @Test
  void moderatorsAndLeads() {
    for (var moderator : List.of(community.mo, community.lena)) {
      var theirs = community.held();
      community.cases.queue(community.caller(moderator), Case.State.OPEN, Optional.empty());
      community.cases.open(community.caller(moderator), theirs.id());
      community.decides(moderator, theirs, "approve");
    }
  }

  @Test
  void nobodyElse() {
    var before = community.forum.everything();
    Stream.of(community.ada, community.bo, community.newcomer, community.abe).map(community::caller)
        .flatMap(caller -> everything(caller).stream()).forEach(call -> refused(Refusal.WrongRole.class, call));
    everything(Community.VISITOR).forEach(call -> refused(Refusal.NotSignedIn.class, call));
    everything(new Caller.Unnamed("m-new", Role.MODERATOR)).forEach(call -> refused(Refusal.NeedsName.class, call));
    assertThat(community.forum.everything()).isEqualTo(before);
  }

  @Test
  void notAModeratorWhoMayNotWrite() {
    community.standing(community.mo, State.MUTED);
    everything(community.caller(community.mo)).forEach(call -> refused(Refusal.StandingForbids.class, call));
  }

  @Test
  void notWithoutTheClaim() {
    refused(Refusal.NotClaimed.class, () -> community.decide.by(community.caller(community.mo), held.id(), Community.draft("approve")));
    notFound(() -> community.decide.by(community.caller(community.mo), "c-none", Community.draft("approve")));
  }

  @Test
  void notAboutThemselves() {
    var own = community.published(community.open);
    var mos = community.checked(community.replies(community.mo, own.threadId(), "I am off at ten"));
    community.reports(community.bo, mos);
    refused(Refusal.Locked.class, () -> community.claim.by(community.caller(community.mo), mos.id()));
    refused(Refusal.Locked.class, () -> community.decide.about(community.caller(community.mo), community.mo, Community.draft("restore")));
    community.decides(community.mia, mos, "close");
  }

  @Test
  void notOnAnAppealAgainstTheirOwnDecision() {
    var decision = community.decides(community.mo, held, "hide").decision();
    community.appeal.by(community.caller(community.ada), decision.id(), "Please look again");
    refused(Refusal.Locked.class, () -> community.claim.by(community.caller(community.mo), held.id()));
    community.decides(community.mia, held, "restore");
  }

  @Test
  void notWhenTheAppealCameWhileTheyHeldTheClaim() {
    var decision = community.decides(community.mo, held, "hide").decision();
    community.claim.by(community.caller(community.mo), held.id());
    community.appeal.by(community.caller(community.ada), decision.id(), "Please look again");
    var refused = catchThrowableOfType(Refused.class,
        () -> community.decide.by(community.caller(community.mo), held.id(), Community.draft("close")));
    assertThat(refused).isNotNull();
    assertThat(community.caseOf(held).open()).isTrue();
  }

  @Test
  void peopleWhoWorkHereAreNotSanctionedHere() {
    var opening = community.published(community.open);
    var mias = community.checked(community.replies(community.mia, opening.threadId(), "Hm"));
    community.reports(community.bo, mias);
    community.claim.by(community.caller(community.mo), mias.id());
    for (var action : List.of("warn", "mute", "ban")) {
      refused(Refusal.Locked.class, () -> community.decide.by(community.caller(community.mo), mias.id(), Community.draft(action)));
      refused(Refusal.Locked.class, () -> community.decide.about(community.caller(community.mo), community.mia, Community.draft(action)));
    }
    community.decide.by(community.caller(community.mo), mias.id(), Community.draft("hide"));
  }

  @Test
  void ofTwoDecisionsAtOnceOneIsMade() {
    community.claim.by(community.caller(community.mo), held.id());
    var mo = community.caller(community.mo);
    community.forum.beforeNextCommit(() -> community.decide.by(mo, held.id(), Community.draft("remove")));
    refused(Refusal.NotClaimed.class, () -> community.decide.by(mo, held.id(), Community.draft("approve")));
    assertThat(community.now(held).status()).isEqualTo(PostStatus.REMOVED);
    assertThat(community.forum.all(Decision.class)).hasSize(1);
    assertThat(community.auditOf(held.id())).hasSize(2);
  }
}
