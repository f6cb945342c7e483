package org.hearth.forum.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hearth.forum.Refusals.notFound;
import static org.hearth.forum.Refusals.refused;

import java.util.Optional;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.members.Standing;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.screening.Grade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeletingKeepsTheSnapshotTest {
  private final Community community = new Community();

  @Test
  void theWordsAreGoneFromThePost() {
    var post = community.published(community.open);
    community.deletes(post);
    assertThat(community.now(post).text()).isEmpty();
    assertThat(community.now(post).status()).isEqualTo(PostStatus.DELETED);
    assertThat(community.profile(community.ada).publishedCount()).isEqualTo(Community.KNOWN);
    assertThat(community.account.posts(community.caller(community.ada), Optional.empty()).items()).isEmpty();
    notFound(() -> community.read.post(community.caller(community.ada), post.threadId(), post.id()));
    notFound(() -> community.read.thread(Community.VISITOR, post.threadId(), Optional.empty()));
  }

  @Test
  void aThreadGoesOnWithoutItsOpening() {
    var opening = community.published(community.open);
    var reply = community.checked(community.replies(community.bo, opening.threadId(), "Good evening"));
    community.deletes(opening);
    var left = community.read.thread(Community.VISITOR, opening.threadId(), Optional.empty());
    assertThat(left.thread().listed()).isTrue();
    assertThat(left.posts().items()).extracting(Post::id, Post::text)
        .containsExactly(tuple(opening.id(), ""), tuple(reply.id(), "Good evening"));
  }

  @Test
  void aDeletedReplyIsNotCounted() {
    var opening = community.published(community.open);
    var reply = community.checked(community.replies(community.bo, opening.threadId(), "Good evening"));
    community.deletes(reply);
    assertThat(community.thread(opening).replyCount()).isZero();
    assertThat(community.read.thread(Community.VISITOR, opening.threadId(), Optional.empty()).posts().items()).extracting(Post::id)
        .containsExactly(opening.id());
  }

  @ParameterizedTest
  @EnumSource(names = {"AMBER", "RED", "CRISIS"})
  void aCaseKeepsTheWordsAndStaysOpen(Grade grade) {
    community.screening.says(grade);
    var post = community.checked(community.asks(community.ada, community.open, "Words that frighten"));
    community.deletes(post);
    assertThat(community.caseOf(post).open()).isTrue();
    assertThat(community.caseOf(post).lastSnapshot().text()).isEqualTo("Words that frighten");
    assertThat(community.caseOf(post).events()).extracting(Case.Event::what).endsWith("The author deleted the post");
    refused(Refusal.Locked.class, () -> community.decides(community.mo, post, "approve"));
    refused(Refusal.Locked.class, () -> community.decides(community.mo, post, "hide"));
    community.decides(community.mo, post, "close");
    assertThat(community.now(post).status()).isEqualTo(PostStatus.DELETED);
  }

  @Test
  void aNewcomersHeldPostNeedsNobodyAnyMore() {
    var post = community.checked(community.asks(community.newcomer, community.open, "Hello"));
    community.deletes(post);
    assertThat(community.caseOf(post).open()).isFalse();
    assertThat(community.caseOf(post).lastSnapshot().text()).isEqualTo("Hello");
  }

  @Test
  void aReportedPostsCaseStaysOpen() {
    var post = community.published(community.open);
    community.reports(community.bo, post);
    community.deletes(post);
    assertThat(community.caseOf(post).open()).isTrue();
    assertThat(community.caseOf(post).lastSnapshot().text()).isEqualTo(post.text());
  }

  @Test
  void aNewcomersPostThatSomebodyReportedKeepsItsCase() {
    var post = community.checked(community.asks(community.newcomer, community.open, "Hello"));
    community.decides(community.mo, post, "approve");
    community.reports(community.bo, post);
    community.deletes(post);
    assertThat(community.caseOf(post).open()).isTrue();
  }

  // The caller is as the session knows them, which may be a minute old; what counts is what is true now.
  @ParameterizedTest
  @EnumSource(names = {"SUSPENDED", "BANNED"})
  void whoeverWasSuspendedAMomentAgoTakesNothingBack(Standing.State state) {
    var held = community.held();
    var shown = community.published(community.open);
    var session = community.caller(community.ada);
    community.standing(community.ada, state);
    for (var post : new Post[] {held, shown}) {
      refused(Refusal.StandingForbids.class, () -> community.delete.by(session, post.threadId(), post.id()));
      assertThat(community.now(post)).isEqualTo(post);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SUSPENDED", "BANNED"})
  void norWhoeverIsSuspendedAtThatVeryMoment(Standing.State state) {
    var held = community.held();
    var session = community.caller(community.ada);
    community.forum.beforeNextCommit(() -> community.standing(community.ada, state));
    refused(Refusal.StandingForbids.class, () -> community.delete.by(session, held.threadId(), held.id()));
    assertThat(community.now(held)).isEqualTo(held);
  }

  @Test
  void whoeverIsMutedMay() {
    var held = community.held();
    community.standing(community.ada, Standing.State.MUTED);
    community.deletes(held);
    assertThat(community.now(held).status()).isEqualTo(PostStatus.DELETED);
  }
}
