package org.hearth.forum.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;
import static org.hearth.forum.Refusals.notFound;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Standing;
import org.junit.jupiter.api.Test;

/** Rule: an invitation lets in as many people as it says, for as long as it says; one that does not open tells nobody why (row 40). */
class AnInvitationOpensForWhoItSaysAndTellsNobodyElseTest {
  private final Community community = new Community();
  private final Caller lena = community.caller(community.lena);

  @Test
  void whoeverHasTheLinkSeesWhatItIsForAndComesIn() {
    var token = made(1, null, null).token();
    assertThat(community.accept.look(token).group()).isEqualTo(community.closed);
    notFound(() -> community.read.in(community.caller(community.ada), community.closed.id(), java.util.Optional.empty()));
    var accepted = community.accept.by(community.caller(community.ada), token);
    assertThat(accepted.until()).isNull();
    assertThat(community.profile(community.ada).belongs(community.closed.id(), Instant.MAX)).isTrue();
    community.read.in(community.caller(community.ada), community.closed.id(), java.util.Optional.empty());
  }

  @Test
  void theSecretIsKeptNowhere() {
    var made = made(1, null, null);
    var secret = made.token().substring(made.token().indexOf('.') + 1);
    assertThat(secret).hasSize(32);
    assertThat(community.forum.everything().values().toString()).contains(made.invitation().hash()).doesNotContain(secret);
  }

  @Test
  void whateverIsWrongWithItTheAnswerIsTheSame() {
    var good = made(1, null, null).token();
    var usedUp = made(1, null, null).token();
    community.accept.by(community.caller(community.bo), usedUp);
    var withdrawn = made(3, null, null);
    community.invite.withdraw(lena, withdrawn.invitation().id());
    var over = made(3, in(10), null).token();
    for (var token : new String[] {null, "", "x", good + "x", "01KJPXHTG00QT5V8XC3F7M2R9B." + "a".repeat(32), swapped(good), usedUp, withdrawn.token()}) {
      notFound(() -> community.accept.look(token));
      notFound(() -> community.accept.by(community.caller(community.ada), token));
    }
    community.clock.forward(Duration.ofDays(8));
    notFound(() -> community.accept.look(good));
    community.clock.forward(Duration.ofDays(3));
    notFound(() -> community.accept.by(community.caller(community.ada), over));
    assertThat(community.profile(community.ada).groups()).isEmpty();
  }

  private static String swapped(String token) {
    char last = token.charAt(token.length() - 1);
    return token.substring(0, token.length() - 1) + (last == 'a' ? 'b' : 'a');
  }

  @Test
  void whoeverMayStayAsLongAlreadyUsesNothingUp() {
    var made = made(2, null, 30);
    community.accept.by(community.caller(community.invited), made.token());
    community.accept.by(community.caller(community.ada), made.token());
    community.accept.by(community.caller(community.ada), made.token());
    assertThat(used(made)).isEqualTo(1);
    assertThat(community.profile(community.invited).accessEnds()).isEmpty();
    community.clock.forward(Duration.ofDays(1));
    community.accept.by(community.caller(community.ada), made.token());
    assertThat(used(made)).as("the link gives a day more than there was").isEqualTo(2);
  }

  @Test
  void whoeverIsKeptOutCantComeInByALink() {
    var made = made(5, null, null);
    var session = community.caller(community.ada);
    for (var state : new Standing.State[] {Standing.State.SUSPENDED, Standing.State.BANNED}) {
      community.standing(community.ada, state);
      refused(Refusal.StandingForbids.class, () -> community.accept.by(community.caller(community.ada), made.token()));
      refused(Refusal.StandingForbids.class, () -> community.accept.by(session, made.token()));
    }
    refused(Refusal.NotSignedIn.class, () -> community.accept.by(Caller.VISITOR, made.token()));
    assertThat(used(made)).isZero();
  }

  @Test
  void whoIsSuspendedBetweenTheLookAndTheStepIsNotLetIn() {
    var made = made(5, null, null);
    var session = community.caller(community.ada);
    community.forum.beforeNextCommit(() -> community.standing(community.ada, Standing.State.SUSPENDED));
    refused(Refusal.StandingForbids.class, () -> community.accept.by(session, made.token()));
    assertThat(used(made)).isZero();
  }

  @Test
  void onlyLeadsAndAdminsMakeListAndTakeThemBack() {
    var made = made(1, null, null);
    for (var who : new String[] {community.ada, community.invited, community.mo}) {
      var caller = community.caller(who);
      refused(Refusal.WrongRole.class, () -> community.invite.make(caller, draft(community.closed.id(), in(7), 1, null, null)));
      refused(Refusal.WrongRole.class, () -> community.invite.all(caller));
      refused(Refusal.WrongRole.class, () -> community.invite.withdraw(caller, made.invitation().id()));
    }
    assertThat(community.invite.all(community.caller(community.abe))).containsExactly(made.invitation());
    community.clock.forward(Duration.ofDays(7).plus(Invitation.LISTED));
    assertThat(community.invite.all(lena)).isEmpty();
  }

  @Test
  void theLogSaysByIdsWhoMadeUsedAndTookItBack() {
    var made = made(1, null, null);
    community.accept.by(community.caller(community.ada), made.token());
    community.invite.withdraw(lena, made.invitation().id());
    community.invite.withdraw(lena, made.invitation().id());
    assertThat(community.auditOf(made.invitation().id())).extracting(entry -> entry.action() + " by " + entry.actor())
        .containsExactly("invitation-made by " + community.lena, "invitation-used by " + community.ada, "invitation-withdrawn by " + community.lena);
  }

  @Test
  void itNeedsAGroupAnEndAndANumber() {
    var id = community.closed.id();
    invalid("groupId", () -> community.invite.make(lena, draft(community.open.id(), in(7), 1, null, null)));
    invalid("groupId", () -> community.invite.make(lena, draft(null, in(7), 1, null, null)));
    invalid("expiresAt", () -> community.invite.make(lena, draft(id, null, 1, null, null)));
    invalid("expiresAt", () -> community.invite.make(lena, draft(id, community.clock.instant(), 1, null, null)));
    invalid("expiresAt", () -> community.invite.make(lena, draft(id, in(91), 1, null, null)));
    invalid("uses", () -> community.invite.make(lena, draft(id, in(7), 0, null, null)));
    invalid("uses", () -> community.invite.make(lena, draft(id, in(7), 501, null, null)));
    invalid("stayDays", () -> community.invite.make(lena, draft(id, in(7), 1, in(30), 30)));
    invalid("stayDays", () -> community.invite.make(lena, draft(id, in(7), 1, null, 0)));
    invalid("stayUntil", () -> community.invite.make(lena, draft(id, in(7), 1, in(6), null)));
    assertThat(community.forum.access.all()).isEmpty();
  }

  private int used(Invite.Made made) {
    return community.forum.access.find(made.invitation().id()).orElseThrow().used();
  }

  private Invite.Made made(int uses, Instant until, Integer days) {
    return community.invite.make(lena, draft(community.closed.id(), in(7), uses, until, days));
  }

  private static Invite.Draft draft(String group, Instant expires, int uses, Instant until, Integer days) {
    return new Invite.Draft(group, expires, uses, until, days);
  }

  private Instant in(int days) {
    return community.clock.instant().plus(Duration.ofDays(days));
  }
}
