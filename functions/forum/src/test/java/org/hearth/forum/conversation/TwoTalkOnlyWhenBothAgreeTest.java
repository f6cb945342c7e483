package org.hearth.forum.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;
import static org.hearth.forum.Refusals.notFound;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.forum.Change;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.conversation.Companion.State;
import org.hearth.forum.erasure.Erasure;
import org.hearth.forum.members.Preferences;
import org.hearth.forum.members.Standing;
import org.hearth.forum.posting.BetweenTwo;
import org.hearth.forum.posting.Draft;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.screening.Grade;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule: two members talk only when both have agreed; what they write is checked and reportable, and nobody else's (row 26). */
class TwoTalkOnlyWhenBothAgreeTest {
  private final Community community = new Community();

  @BeforeEach
  void bothTurnThemOn() {
    community.allow.set(community.caller(community.lena), true);
    for (var id : List.of(community.ada, community.bo, community.newcomer, community.invited)) {
      takes(id, Map.of());
    }
    community.screening.says(Grade.GREEN);
  }

  // Beginning

  @Test
  void oneAsksTheOtherAgreesAndTheyTalk() {
    var thread = open();
    var said = community.checked(community.replies(community.ada, thread, "Thank you for what you wrote in the evening group"));
    assertThat(said.status()).isEqualTo(PostStatus.PUBLISHED);
    assertThat(community.sees(community.caller(community.bo), said)).isTrue();
    community.checked(community.replies(community.bo, thread, "I am glad that it helped"));
    for (var other : List.of(community.invited, community.mo, community.lena, community.abe)) {
      notFound(() -> community.read.thread(community.caller(other), thread, Optional.empty()));
      notFound(() -> community.read.post(community.caller(other), thread, said.id()));
      notFound(() -> community.read.history(community.caller(other), thread, said.id()));
      notFound(() -> community.replies(other, thread, "May I join in?"));
      notFound(() -> community.reports(other, said));
    }
    notFound(() -> community.read.thread(Community.VISITOR, thread, Optional.empty()));
  }

  @Test
  void beforeThatNobodyWritesAnythingToAnybody() {
    asks(community.ada, community.bo);
    assertThat(state(community.ada, community.bo)).isEqualTo(State.ASKED);
    assertThat(community.converse.of(community.caller(community.bo)).items()).singleElement()
        .satisfies(told -> assertThat(told.side().state()).isEqualTo(State.ASKS));
    notFound(() -> community.converse.agree(community.caller(community.ada), community.bo));
    notFound(() -> community.converse.agree(community.caller(community.bo), community.invited));
  }

  @Test
  void whoeverAsksWhoeverAsksAgrees() {
    asks(community.ada, community.bo);
    asks(community.bo, community.ada);
    assertThat(state(community.ada, community.bo)).isEqualTo(State.OPEN);
  }

  @Test
  void itNeedsTheCommunitysYesAndBothMembers() {
    community.allow.set(community.caller(community.abe), false);
    refused(Refusal.Locked.class, () -> asks(community.ada, community.bo));
    community.allow.set(community.caller(community.abe), true);
    var cat = community.known("Cat");
    refused(Refusal.Locked.class, () -> asks(community.ada, cat));
    refused(Refusal.Locked.class, () -> asks(cat, community.ada));
    assertThat(community.converse.takes(cat)).isFalse();
    notFound(() -> asks(community.ada, community.ada));
    notFound(() -> asks(community.ada, "nobody"));
    refused(Refusal.WrongRole.class, () -> community.allow.set(community.caller(community.mo), true));
  }

  @Test
  void aNewcomerCanBeAskedAndCantAsk() {
    assertThat(refused(Refusal.Locked.class, () -> asks(community.newcomer, community.bo)).why()).contains("once a few of your posts are out");
    asks(community.bo, community.newcomer);
    community.converse.agree(community.caller(community.newcomer), community.bo);
    var thread = thread(community.bo, community.newcomer);
    assertThat(community.checked(community.replies(community.newcomer, thread, "Hello")).status()).isEqualTo(PostStatus.HELD);
  }

  @Test
  void whoeverIsKeptFromWritingNeitherAsksNorAgrees() {
    var session = community.caller(community.ada);
    community.standing(community.ada, Standing.State.MUTED);
    refused(Refusal.StandingForbids.class, () -> asks(community.ada, community.bo));
    refused(Refusal.StandingForbids.class, () -> community.converse.ask(session, community.bo));
  }

  // Saying no

  @Test
  void whoeverAskedCantTellANoFromSilenceOrFromBeingMuted() {
    takes(community.invited, Map.of(community.ada, "Ada"));
    asks(community.ada, community.bo);
    asks(community.ada, community.invited);
    community.converse.decline(community.caller(community.bo), community.ada);
    var told = community.converse.of(community.caller(community.ada)).items();
    assertThat(told).hasSize(2).allSatisfy(one -> assertThat(one.side().state()).isEqualTo(State.ASKED));
    assertThat(told.getFirst().side().since()).isEqualTo(told.getLast().side().since());
    assertThat(community.converse.of(community.caller(community.invited)).items()).as("who is muted is never shown").isEmpty();
    assertThat(community.converse.of(community.caller(community.bo)).items()).isEmpty();
    for (var other : List.of(community.bo, community.invited)) {
      assertThat(refused(Refusal.Locked.class, () -> asks(community.ada, other)).why()).contains("Not now").contains("after 23 December");
    }
    community.clock.forward(Converse.BETWEEN_ASKS);
    assertThat(community.converse.of(community.caller(community.ada)).items()).isEmpty();
    for (var other : List.of(community.bo, community.invited)) {
      asks(community.ada, other);
      community.clock.forward(Converse.BETWEEN_ASKS);
      assertThat(refused(Refusal.Locked.class, () -> asks(community.ada, other)).why()).contains("twice");
    }
  }

  @Test
  void whoIsMutedAfterTheyAskedIsNotShownEither() {
    asks(community.ada, community.bo);
    takes(community.bo, Map.of(community.ada, "Ada"));
    assertThat(community.converse.of(community.caller(community.bo)).items()).isEmpty();
  }

  @Test
  void nobodyAsksEverybody() {
    for (int i = 0; i < Converse.ASKS_A_DAY; i++) {
      asks(community.ada, willing("Wren " + i));
    }
    var wait = refused(Refusal.TooMany.class, () -> asks(community.ada, community.bo)).retryAfter();
    assertThat(wait).isEqualTo(Duration.ofDays(1));
    community.clock.forward(wait);
    asks(community.ada, community.bo);
  }

  // What is said

  @Test
  void itIsHeldLikeAnyPostAndAModeratorDecides() {
    var thread = open();
    community.screening.says(Grade.RED);
    var held = community.checked(community.replies(community.ada, thread, "Something that the checks hold"));
    assertThat(held.status()).isEqualTo(PostStatus.ESCALATED);
    assertThat(community.sees(community.caller(community.bo), held)).isFalse();
    var theCase = community.caseOf(held);
    assertThat(theCase.subject().snippet()).as("no words in a list").isEmpty();
    assertThat(theCase.snapshots().getLast().text()).isEqualTo("Something that the checks hold");
    assertThat(community.cases.open(community.caller(community.lena), held.id()).post()).isPresent();
    assertThat(community.auditOf(held.id())).extracting("action").contains("read-restricted");
    community.decides(community.lena, held, "approve");
    assertThat(community.sees(community.caller(community.bo), held)).isTrue();
  }

  @Test
  void aModeratorSeesWhatIsReportedAndAFewPostsBefore() {
    var thread = open();
    var said = new Post[6];
    for (int i = 0; i < said.length; i++) {
      community.clock.forward(Duration.ofMinutes(1));
      said[i] = community.checked(community.replies(i % 2 == 0 ? community.ada : community.bo, thread, "Message number " + i));
    }
    community.reports(community.bo, said[4]);
    var opened = community.cases.open(community.caller(community.mo), said[4].id());
    assertThat(opened.context()).extracting(Post::text).containsExactly("Message number 1", "Message number 2", "Message number 3");
    assertThat(community.cases.member(community.caller(community.mo), community.ada).recentPosts()).isEmpty();
    notFound(() -> community.read.thread(community.caller(community.mo), thread, Optional.empty()));
    notFound(() -> community.arrange.by(community.caller(community.mo), thread, new org.hearth.forum.moderation.ThreadDraft("pin", null, null)));
  }

  @Test
  void itStandsInNoListAndNoOtherThreadBeginsThere() {
    var thread = open();
    var space = community.forum.posts.thread(thread).orElseThrow().groupId();
    community.checked(community.replies(community.ada, thread, "Only you can read this"));
    var ada = community.caller(community.ada);
    assertThat(community.read.groups(ada)).noneMatch(group -> BetweenTwo.is(group.id()));
    notFound(() -> community.read.in(ada, space, Optional.empty()));
    notFound(() -> community.start.by(ada, space, "Another title", "Another thread", null));
    community.clock.forward(Duration.ofHours(5));
    assertThat(community.greet.newlyWaiting()).isEmpty();
    assertThat(community.greet.waiting(community.caller(community.mo))).isEmpty();
  }

  @Test
  void thereIsNobodyToBeAnonymousBeforeOrToSpeakFor() {
    var thread = open();
    invalid("anonymous", () -> community.reply.by(community.caller(community.ada), thread, new Draft(null, "Guess who", List.of(), null, true), null));
  }

  // Ending

  @Test
  void eitherClosesItAndTheOtherCantAskAgain() {
    var thread = open();
    var said = community.checked(community.replies(community.ada, thread, "Until tomorrow"));
    community.converse.close(community.caller(community.bo), community.ada);
    community.converse.close(community.caller(community.bo), community.ada);
    refused(Refusal.Locked.class, () -> community.replies(community.ada, thread, "Why?"));
    refused(Refusal.Locked.class, () -> community.replies(community.bo, thread, "Because"));
    assertThat(refused(Refusal.Locked.class, () -> asks(community.ada, community.bo)).why()).contains("closed");
    assertThat(community.sees(community.caller(community.ada), said)).isTrue();
    community.reports(community.bo, said);
    community.clock.forward(Converse.READABLE);
    for (var who : List.of(community.ada, community.bo)) {
      notFound(() -> community.read.thread(community.caller(who), thread, Optional.empty()));
      assertThat(community.converse.of(community.caller(who)).items()).isEmpty();
    }
    refused(Refusal.Locked.class, () -> asks(community.ada, community.bo));
    asks(community.bo, community.ada);
    community.converse.agree(community.caller(community.ada), community.bo);
    assertThat(thread(community.ada, community.bo)).isNotEqualTo(thread);
  }

  @Test
  void nothingIsWrittenWhileItIsBeingClosed() {
    var thread = open();
    var before = community.forum.all(Post.class).size();
    community.forum.beforeNextCommit(() -> community.converse.close(community.caller(community.bo), community.ada));
    refused(Refusal.Locked.class, () -> community.replies(community.ada, thread, "One last word"));
    assertThat(community.forum.all(Post.class)).hasSize(before);
  }

  @Test
  void whenTheCommunityTurnsThemOffNobodyWritesAndWhatWasSaidStays() {
    var thread = open();
    var said = community.checked(community.replies(community.ada, thread, "Until tomorrow"));
    community.allow.set(community.caller(community.lena), false);
    refused(Refusal.Locked.class, () -> community.replies(community.ada, thread, "Still there?"));
    refused(Refusal.Locked.class, () -> community.edits(said, "Still there?"));
    assertThat(community.sees(community.caller(community.bo), said)).isTrue();
    community.converse.close(community.caller(community.ada), community.bo);
    assertThat(community.auditOf("conversations")).extracting("action").containsExactly("conversations-on", "conversations-off");
  }

  @Test
  void itIsExportedAndErasedWithTheMember() {
    var thread = open();
    var said = community.checked(community.replies(community.ada, thread, "My words"));
    var kept = community.account.export(community.caller(community.ada));
    assertThat(kept.posts()).extracting(Post::id).contains(said.id());
    assertThat(kept.companions()).extracting(Companion::otherId).containsExactly(community.bo);
    community.erasure.ask(community.caller(community.ada), "keep-unnamed");
    community.clock.forward(Erasure.COOLING_OFF.plusDays(1));
    community.erasing(failure -> { throw failure; }).round();
    assertThat(community.forum.conversations.of(community.ada)).isEmpty();
    assertThat(community.forum.conversations.of(community.bo)).isEmpty();
    assertThat(community.now(said).text()).as("whose words they were would be plain to see").isEmpty();
    assertThat(community.forum.posts.thread(thread).orElseThrow().locked()).isTrue();
    community.clock.forward(Converse.READABLE);
    notFound(() -> community.read.thread(community.caller(community.bo), thread, Optional.empty()));
  }

  private String open() {
    asks(community.ada, community.bo);
    community.converse.agree(community.caller(community.bo), community.ada);
    return thread(community.ada, community.bo);
  }

  private void asks(String one, String other) {
    community.converse.ask(community.caller(one), other);
  }

  private State state(String one, String other) {
    return community.forum.conversations.find(one, other).orElseThrow().state();
  }

  private String thread(String one, String other) {
    return community.forum.conversations.find(one, other).orElseThrow().threadId();
  }

  private String willing(String name) {
    var id = community.known(name);
    takes(id, Map.of());
    return id;
  }

  private void takes(String memberId, Map<String, String> muted) {
    var revision = community.forum.members.preferences(memberId).map(Preferences::revision).orElse(0L);
    community.forum.commit(new Change().save(new Preferences(memberId, null, new Preferences.Filters(Map.of(), muted, Map.of()), Preferences.Mail.NONE, true,
        revision + 1)));
  }
}
