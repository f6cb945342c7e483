package org.hearth.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;
import static org.hearth.forum.Refusals.notFound;
import static org.hearth.forum.Refusals.refused;

import java.util.List;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.erasure.Erasure;
import org.hearth.forum.members.Caller;
import org.junit.jupiter.api.Test;

class NotesAboutMembersAreForOtherModeratorsTest {
  private static final String WORDS = "Prefers to be asked in private";
  private final Community community = new Community();

  private MemberNote noted(String moderatorId, String memberId) {
    return community.notes.add(community.caller(moderatorId), memberId, WORDS);
  }

  @Test
  void everyModeratorReadsThemOnTheMembersPageAndInTheirCases() {
    var first = noted(community.mo, community.ada);
    var second = noted(community.lena, community.ada);
    assertThat(community.cases.member(community.caller(community.mia), community.ada).notes()).containsExactly(second, first);
    var held = community.held();
    assertThat(community.cases.open(community.caller(community.mia), held.id()).author().orElseThrow().notes()).containsExactly(second, first);
    assertThat(community.cases.member(community.caller(community.mia), community.bo).notes()).isEmpty();
  }

  @Test
  void nobodyElseWritesOrReadsThem() {
    noted(community.mo, community.ada);
    for (var somebody : List.of(community.ada, community.bo, community.abe)) {
      refused(Refusal.WrongRole.class, () -> noted(somebody, community.ada));
      refused(Refusal.WrongRole.class, () -> community.cases.member(community.caller(somebody), community.ada));
    }
    refused(Refusal.NotSignedIn.class, () -> community.notes.add(Caller.VISITOR, community.ada, WORDS));
    assertThat(community.account.export(community.caller(community.ada)).toString()).doesNotContain(WORDS);
    assertThat(community.account.posts(community.caller(community.ada), java.util.Optional.empty()).toString()).doesNotContain(WORDS);
  }

  @Test
  void nobodyReadsOrWritesAnyAboutThemselves() {
    noted(community.lena, community.mo);
    refused(Refusal.Locked.class, () -> noted(community.mo, community.mo));
    assertThat(community.cases.member(community.caller(community.mo), community.mo).notes()).isEmpty();
    var about = community.forum.all(MemberNote.class).getFirst();
    notFound(() -> community.notes.remove(community.caller(community.mo), community.mo, about.id()));
  }

  @Test
  void thatTheyWereWrittenAndTakenOutStaysInTheLogWithoutTheirWords() {
    var note = noted(community.mo, community.ada);
    refused(Refusal.WrongRole.class, () -> community.notes.remove(community.caller(community.mia), community.ada, note.id()));
    community.notes.remove(community.caller(community.mo), community.ada, note.id());
    notFound(() -> community.notes.remove(community.caller(community.mo), community.ada, note.id()));
    var other = noted(community.mo, community.ada);
    community.notes.remove(community.caller(community.lena), community.ada, other.id());
    assertThat(community.auditOf(community.ada)).extracting(AuditEntry::action).containsExactly("noted", "note-removed", "noted", "note-removed");
    assertThat(community.forum.all(AuditEntry.class).toString()).doesNotContain(WORDS);
  }

  @Test
  void theyGoWithTheMember() {
    noted(community.mo, community.ada);
    community.erasure.ask(community.caller(community.ada), Erasure.Choice.KEEP_UNNAMED.id());
    community.clock.forward(Erasure.COOLING_OFF.plusSeconds(1));
    community.erasing(failed -> { throw failed; }).round();
    assertThat(community.forum.all(MemberNote.class)).isEmpty();
  }

  @Test
  void theyTellNobodyWhoWroteAnAnonymousPost() {
    noted(community.mo, community.ada);
    var thread = community.published(community.open);
    var anonymous = community.reply.by(community.caller(community.ada), thread.threadId(),
        new org.hearth.forum.posting.Draft(null, "Nobody needs to know", List.of(), null, true), null);
    community.checked(anonymous);
    community.reports(community.bo, anonymous);
    assertThat(community.cases.open(community.caller(community.mia), anonymous.id()).theCase().subject().anonymous())
        .as("the view of such a case shows no history").isTrue();
  }

  @Test
  void theyNeedWordsAndSomebodyToBeAbout() {
    invalid("text", () -> community.notes.add(community.caller(community.mo), community.ada, " "));
    invalid("text", () -> community.notes.add(community.caller(community.mo), community.ada, "x".repeat(2_001)));
    notFound(() -> noted(community.mo, "m-none"));
    for (int i = 0; i < 100; i++) {
      noted(community.mo, community.ada);
    }
    refused(Refusal.Locked.class, () -> noted(community.mo, community.ada));
  }
}
