package org.hearth.forum.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.notFound;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import java.util.List;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.erasure.Erasure;
import org.hearth.forum.members.Caller;
import org.junit.jupiter.api.Test;

class EarlierVersionsAreForTheAuthorAndModeratorsTest {
  private final Community community = new Community();
  private final Post post = community.published(community.open);

  private List<PostVersion> history(Caller caller) {
    return community.read.history(caller, post.threadId(), post.id());
  }

  private List<PostVersion> history(String memberId) {
    return history(community.caller(memberId));
  }

  private void edits(String text) {
    community.clock.forward(Duration.ofMinutes(5));
    community.checked(community.edits(post, text));
  }

  @Test
  void eachChangeKeepsWhatWasBefore() {
    assertThat(history(community.ada)).isEmpty();
    var written = post.createdAt();
    edits("Second");
    var changed = community.clock.instant();
    edits("Third");
    assertThat(history(community.ada)).containsExactly(
        new PostVersion(post.threadId(), post.id(), 1, post.text(), written, false),
        new PostVersion(post.threadId(), post.id(), 2, "Second", changed, false));
    assertThat(history(community.mo)).isEqualTo(history(community.ada));
  }

  @Test
  void nobodyElseReadsThem() {
    edits("Second");
    refused(Refusal.WrongRole.class, () -> history(community.bo));
    refused(Refusal.WrongRole.class, () -> history(community.abe));
    refused(Refusal.NotSignedIn.class, () -> history(Community.VISITOR));
    community.reports(community.bo, post);
    community.decides(community.mo, post, "hide");
    notFound(() -> history(community.bo));
    assertThat(history(community.ada)).hasSize(1);
  }

  @Test
  void whatAModeratorTookOutIsNotInThem() {
    community.reports(community.bo, post);
    community.decides(community.mo, post.id(), Community.redact("[left]"));
    assertThat(history(community.ada)).isEmpty();
    edits("After that");
    assertThat(history(community.ada)).extracting(PostVersion::text, PostVersion::redacted)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("[left]", true));
    assertThat(community.caseOf(post).snapshots()).as("it is in the case").anyMatch(taken -> taken.text().equals(post.text()));
  }

  @Test
  void theyGoWithThePost() {
    for (int i = 0; i < 30; i++) {
      edits("Change " + i);
    }
    community.deletes(post);
    assertThat(community.forum.all(PostVersion.class)).isEmpty();
    notFound(() -> history(community.ada));
    notFound(() -> history(community.mo));
  }

  @Test
  void theyGoWithTheMemberAlsoWhenTheirPostsStay() {
    edits("Second");
    community.erasure.ask(community.caller(community.ada), Erasure.Choice.KEEP_UNNAMED.id());
    community.clock.forward(Erasure.COOLING_OFF.plusSeconds(1));
    community.erasing(failed -> { throw failed; }).round();
    assertThat(community.now(post).text()).isEqualTo("Second");
    assertThat(community.forum.all(PostVersion.class)).isEmpty();
  }

  @Test
  void theyAreAmongWhatAMemberTakesAlong() {
    edits("Second");
    assertThat(community.account.export(community.caller(community.ada)).history().get(post.id())).extracting(PostVersion::text)
        .containsExactly(post.text());
  }

  @Test
  void aModeratorWhoReadsThemInAClosedGroupIsWrittenDown() {
    var closed = community.published(community.closed);
    community.checked(community.edits(closed, "Second"));
    community.read.history(community.caller(community.mo), closed.threadId(), closed.id());
    assertThat(community.auditOf(closed.id())).extracting(AuditEntry::action).containsExactly("read-restricted");
    notFound(() -> community.read.history(community.caller(community.bo), closed.threadId(), closed.id()));
  }
}
