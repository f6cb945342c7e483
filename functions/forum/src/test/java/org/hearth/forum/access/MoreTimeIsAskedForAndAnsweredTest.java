package org.hearth.forum.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;
import static org.hearth.forum.Refusals.notFound;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import org.hearth.forum.Change;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.erasure.Erasure;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule: a member sees when their access ends, asks for more with a note, and is told by a lead or admin what becomes of it, and why (row 40). */
class MoreTimeIsAskedForAndAnsweredTest {
  private static final Duration STAY = Duration.ofDays(30);
  private final Community community = new Community();
  private final Caller lena = community.caller(community.lena);
  private final String group = community.closed.id();

  @BeforeEach
  void adaComesInForAMonth() {
    community.forum.commit(new Change().save(community.profile(community.ada).letInto(group, in(30))));
  }

  @Test
  void itIsSeenAskedAndGranted() {
    assertThat(own().until()).isEqualTo(in(30));
    assertThat(own().mayAsk()).isTrue();
    var request = asks("It does me good. May I stay until spring?");
    assertThat(own().mayAsk()).isFalse();
    assertThat(community.extend.waiting(lena)).singleElement().satisfies(waiting -> {
      assertThat(waiting.request()).isEqualTo(request);
      assertThat(waiting.member().id()).isEqualTo(community.ada);
    });
    answers(request, "grant", in(90));
    assertThat(community.extend.waiting(lena)).isEmpty();
    assertThat(own().until()).isEqualTo(in(90));
    assertThat(own().request().orElseThrow().answer().reason()).isEqualTo("You are welcome here");
    community.clock.forward(Duration.ofDays(60));
    assertThat(community.read.groups(community.caller(community.ada))).contains(community.closed);
  }

  @Test
  void itCanBeGrantedForGoodAndAfterTheEnd() {
    community.clock.forward(STAY.plusDays(2));
    assertThat(own().ended()).isTrue();
    answers(asks("I was ill and missed the day"), "grant", null);
    assertThat(own().until()).isNull();
    assertThat(own().ended()).isFalse();
    community.clock.forward(ExtendAccess.AFTERWARDS);
    assertThat(community.extend.of(community.caller(community.ada))).as("told long enough").isEmpty();
  }

  @Test
  void aRefusalHasAReasonAndIsOneForAWeek() {
    var request = asks("Please");
    answers(request, "refuse", null);
    assertThat(own().until()).isEqualTo(in(30));
    assertThat(own().request().orElseThrow().answer().granted()).isFalse();
    assertThat(refused(Refusal.Locked.class, () -> asks("Please, please")).why()).contains("You can ask again after 30 November");
    community.clock.forward(ExtendAccess.BETWEEN_REQUESTS);
    asks("Now that a week is over");
  }

  @Test
  void oneAtATimeAndOnlyForWhatEndsOrHasEndedOfLate() {
    asks("Please");
    refused(Refusal.Locked.class, () -> asks("Did you see it?"));
    notFound(() -> community.extend.ask(community.caller(community.bo), group, "Me too"));
    notFound(() -> community.extend.ask(community.caller(community.invited), group, "For longer than for good"));
    notFound(() -> community.extend.ask(community.caller(community.ada), community.open.id(), "There is no end here"));
    invalid("note", () -> asks(" "));
    invalid("note", () -> asks("a".repeat(2_001)));
    community.clock.forward(STAY.plus(ExtendAccess.AFTERWARDS));
    notFound(() -> community.extend.ask(community.caller(community.ada), group, "After all this time"));
  }

  @Test
  void onlyLeadsAndAdminsAnswerAndNobodyTheirOwn() {
    var request = asks("Please");
    refused(Refusal.WrongRole.class, () -> community.extend.waiting(community.caller(community.mo)));
    for (var who : new String[] {community.mo, community.ada}) {
      refused(Refusal.WrongRole.class, () -> community.extend.answer(community.caller(who), community.ada, group, draft(request, "grant", null)));
    }
    community.forum.commit(new Change().save(community.profile(community.lena).letInto(group, in(3))));
    var own = community.extend.ask(lena, group, "For me");
    refused(Refusal.WrongRole.class, () -> community.extend.answer(lena, community.lena, group, draft(own, "grant", null)));
    community.extend.answer(community.caller(community.abe), community.lena, group, draft(own, "grant", null));
  }

  @Test
  void ofTwoAnswersOneIsGiven() {
    var request = asks("Please");
    answers(request, "refuse", null);
    refused(Refusal.Changed.class, () -> answers(request, "grant", null));
    notFound(() -> community.extend.answer(lena, community.bo, group, draft(request, "grant", null)));
  }

  @Test
  void anAnswerHasAReasonAndALaterEnd() {
    var request = asks("Please");
    invalid("answer", () -> answers(request, "perhaps", null));
    invalid("until", () -> answers(request, "grant", in(29)));
    invalid("until", () -> answers(request, "grant", in(0)));
    invalid("reason", () -> community.extend.answer(lena, community.ada, group, new ExtendAccess.AnswerDraft("refuse", null, "", 1)));
    assertThat(community.extend.waiting(lena)).hasSize(1);
  }

  @Test
  void theLogSaysByIdsWhoAskedAndWhoAnswered() {
    answers(asks("My address is 4 Mill Lane"), "grant", in(40));
    assertThat(community.auditOf(community.ada)).extracting(entry -> entry.action() + " by " + entry.actor() + " of " + entry.rule())
        .containsExactly("extension-asked by " + community.ada + " of " + group, "extension-granted by " + community.lena + " of " + group);
  }

  @Test
  void aSuspendedMemberSeesItAndAsksLater() {
    community.standing(community.ada, Standing.State.SUSPENDED);
    assertThat(own().until()).isEqualTo(in(30));
    refused(Refusal.StandingForbids.class, () -> asks("Please"));
  }

  @Test
  void whatWasAskedIsExportedAndErased() {
    asks("My words");
    assertThat(community.account.export(community.caller(community.ada)).extensionRequests()).extracting("note").containsExactly("My words");
    community.erasure.ask(community.caller(community.ada), "remove");
    community.clock.forward(Erasure.COOLING_OFF.plusDays(1));
    community.erasing(failure -> { throw failure; }).round();
    assertThat(community.forum.access.of(community.ada)).isEmpty();
  }

  private ExtendAccess.TimedAccess own() {
    return community.extend.of(community.caller(community.ada)).getFirst();
  }

  private ExtensionRequest asks(String note) {
    return community.extend.ask(community.caller(community.ada), group, note);
  }

  private void answers(ExtensionRequest request, String answer, Instant until) {
    community.extend.answer(lena, request.memberId(), request.groupId(), draft(request, answer, until));
  }

  private static ExtendAccess.AnswerDraft draft(ExtensionRequest request, String answer, Instant until) {
    return new ExtendAccess.AnswerDraft(answer, until, "You are welcome here", (int) request.revision());
  }

  private final Instant noon = community.clock.instant();

  private Instant in(int days) {
    return noon.plus(Duration.ofDays(days));
  }
}
