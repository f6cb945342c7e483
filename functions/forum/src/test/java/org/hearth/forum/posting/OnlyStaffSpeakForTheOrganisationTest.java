package org.hearth.forum.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;
import static org.hearth.forum.Refusals.refused;

import java.util.List;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.members.Pseudonym;
import org.hearth.forum.members.Role;
import org.junit.jupiter.api.Test;

class OnlyStaffSpeakForTheOrganisationTest {
  private static final Draft REPLY = new Draft(null, "We meet on Sunday, with tea.", List.of(), null, false, true);
  private final Community community = new Community();
  private final Post post = community.published(community.open);

  private Post says(String memberId) {
    return community.reply.by(community.caller(memberId), post.threadId(), REPLY, null);
  }

  @Test
  void othersSeeTheOrganisationAndTheLogSaysWhoItWas() {
    for (var staff : List.of(community.mo, community.lena, community.abe)) {
      var said = says(staff);
      assertThat(said.authorName()).isEqualTo(Organisation.NAME);
      assertThat(said.authorRole()).isEqualTo(Role.ADMIN);
      assertThat(said.official()).isTrue();
      assertThat(community.auditOf(said.id())).extracting(AuditEntry::actor, AuditEntry::action)
          .containsExactly(org.assertj.core.groups.Tuple.tuple(staff, "posted-as-organisation"));
    }
  }

  @Test
  void membersDoNot() {
    refused(Refusal.WrongRole.class, () -> says(community.ada));
    refused(Refusal.WrongRole.class, () -> community.start.by(community.caller(community.ada), community.open.id(),
        new Draft("News", "We meet on Sunday.", List.of(), null, false, true), null));
  }

  @Test
  void aThreadCanBeBegunInItsName() {
    var started = community.start.by(community.caller(community.mo), community.open.id(),
        new Draft("News", "We meet on Sunday.", List.of(), null, false, true), null);
    assertThat(started.thread().authorName()).isEqualTo(Organisation.NAME);
    assertThat(community.auditOf(started.post().id())).hasSize(1);
  }

  @Test
  void nobodySpeaksForItWithoutAName() {
    invalid("anonymous", () -> community.reply.by(community.caller(community.mo), post.threadId(),
        new Draft(null, "Hello", List.of(), null, true, true), null));
  }

  @Test
  void noMemberCanBeCalledSo() {
    for (var name : List.of(Organisation.NAME, "hearth", "HEARTH", "H e a r t h", "Hеarth")) {
      assertThat(Pseudonym.refusal(name)).as(name).isPresent();
    }
  }

  @Test
  void theirOwnPostsAreTheirOwn() {
    var said = community.reply.by(community.caller(community.mo), post.threadId(), Draft.reply("Hello from me"), null);
    assertThat(said.authorName()).isEqualTo("Mo");
    assertThat(said.official()).isFalse();
  }
}
