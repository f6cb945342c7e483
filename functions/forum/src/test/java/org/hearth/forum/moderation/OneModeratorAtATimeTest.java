package org.hearth.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.notFound;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.posting.Post;
import org.junit.jupiter.api.Test;

class OneModeratorAtATimeTest {
  private final Community community = new Community();
  private final Post held = community.held();

  private Case claims(String moderator) {
    return community.claim.by(community.caller(moderator), held.id());
  }

  @Test
  void theFirstHasItForTenMinutesAndTheSecondIsToldWho() {
    var claimed = claims(community.mo);
    assertThat(claimed.claim()).isEqualTo(new Case.Claim(community.mo, "Mo", community.clock.instant().plus(Duration.ofMinutes(10))));
    assertThat(claimed.clocks().seenAt()).isEqualTo(community.clock.instant());
    var refusal = refused(Refusal.Claimed.class, () -> claims(community.mia));
    assertThat(refusal).isEqualTo(new Refusal.Claimed("Mo", claimed.claim().until()));
    refused(Refusal.Claimed.class, () -> community.decide.by(community.caller(community.mia), held.id(), Community.draft("approve")));
  }

  @Test
  void ofTwoAtTheSameMomentOneHasIt() {
    community.forum.beforeNextCommit(() -> claims(community.mia));
    refused(Refusal.Claimed.class, () -> claims(community.mo));
    assertThat(community.caseOf(held).claim().moderatorId()).isEqualTo(community.mia);
  }

  @Test
  void claimingAgainRenewsIt() {
    claims(community.mo);
    community.clock.forward(Duration.ofMinutes(9));
    assertThat(claims(community.mo).claim().until()).isEqualTo(community.clock.instant().plus(Duration.ofMinutes(10)));
    assertThat(community.caseOf(held).events()).extracting(Case.Event::what).containsOnlyOnce("Claimed");
  }

  @Test
  void itLapses() {
    claims(community.mo);
    community.clock.forward(Duration.ofMinutes(10).minusMillis(1));
    refused(Refusal.Claimed.class, () -> claims(community.mia));
    community.clock.forward(Duration.ofMillis(1));
    refused(Refusal.NotClaimed.class, () -> community.decide.by(community.caller(community.mo), held.id(), Community.draft("approve")));
    claims(community.mia);
    refused(Refusal.Claimed.class, () -> claims(community.mo));
  }

  @Test
  void itIsHandedBack() {
    claims(community.mo);
    community.claim.handBack(community.caller(community.mo), held.id());
    claims(community.mia);
    assertThat(community.caseOf(held).events()).extracting(Case.Event::what).endsWith("Claimed", "Handed back", "Claimed");
  }

  @Test
  void nobodyHandsBackWhatSomebodyElseHolds() {
    claims(community.mo);
    var before = community.forum.everything();
    community.claim.handBack(community.caller(community.mia), held.id());
    assertThat(community.forum.everything()).isEqualTo(before);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    notFound(() -> community.claim.by(community.caller(community.mo), "c-none"));
    notFound(() -> community.claim.handBack(community.caller(community.mo), "c-none"));
  }
}
