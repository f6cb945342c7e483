package org.hearth.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;
import static org.hearth.forum.Refusals.refused;

import java.util.Optional;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.junit.jupiter.api.Test;

class LockedThreadsAreReadAndTakeNoReplyTest {
  private final Community community = new Community();
  private final Post post = community.published(community.open);

  private ForumThread does(String action, String reason) {
    return community.arrange.by(community.caller(community.mo), post.threadId(), new ThreadDraft(action, null, reason));
  }

  @Test
  void repliesAndEditsAreRefusedAndReadingAndDeletingGoOn() {
    does("lock", "Two conversations in one.");
    refused(Refusal.Locked.class, () -> community.replies(community.bo, post.threadId(), "One more thing"));
    refused(Refusal.Locked.class, () -> community.edits(post, "One more thing"));
    assertThat(community.sees(Community.VISITOR, post)).isTrue();
    community.deletes(post);
    assertThat(community.now(post).status()).isEqualTo(PostStatus.DELETED);
  }

  @Test
  void allWhoReadItReadWhyAndItsAuthorFindsItOnTheirAccountPage() {
    does("lock", "Two conversations in one.");
    var note = new ForumThread.Note("lock", "Two conversations in one.", community.clock.instant());
    assertThat(community.read.thread(Community.VISITOR, post.threadId(), Optional.empty()).thread().note()).isEqualTo(note);
    assertThat(community.account.posts(community.caller(community.ada), Optional.empty()).items().getFirst().note()).contains(note);
  }

  @Test
  void openedAgainItTakesReplies() {
    does("lock", "Two conversations in one.");
    does("unlock", null);
    community.replies(community.bo, post.threadId(), "One more thing");
    assertThat(community.thread(post).note()).isNull();
  }

  @Test
  void aReplyThatWaitedWhenItWasLockedIsStillPublished() {
    var reply = community.replies(community.bo, post.threadId(), "Just in time");
    does("lock", "Two conversations in one.");
    assertThat(community.checked(reply).status()).isEqualTo(PostStatus.PUBLISHED);
  }

  @Test
  void askingTwiceIsWrittenDownOnce() {
    does("pin", null);
    does("pin", null);
    does("lock", "Why");
    does("lock", "Why");
    does("unlock", null);
    does("unpin", null);
    assertThat(community.auditOf(post.threadId())).extracting(AuditEntry::action)
        .containsExactly("pin-thread", "lock-thread", "unlock-thread", "unpin-thread");
    invalid("reason", () -> does("lock", null));
    invalid("reason", () -> does("pin", "It is nice"));
  }

  @Test
  void aPageThatEndsInAPinnedThreadGoesOnAfterIt() {
    does("pin", null);
    var rest = java.util.stream.IntStream.range(0, 30).mapToObj(n -> community.published(community.open)).toList();
    rest.subList(0, 25).forEach(one -> community.arrange.by(community.caller(community.mo), one.threadId(), new ThreadDraft("pin", null, null)));
    var first = community.read.in(Community.VISITOR, community.open.id(), Optional.empty()).threads();
    var second = community.read.in(Community.VISITOR, community.open.id(), first.next()).threads();
    assertThat(first.items()).hasSize(25).allMatch(ForumThread::pinned);
    assertThat(second.items()).hasSize(6);
    assertThat(second.items().getFirst().pinned()).isTrue();
  }

  @Test
  void aPinnedThreadStaysFirstWhateverIsNew() {
    does("pin", null);
    community.clock.forward(java.time.Duration.ofDays(3));
    var newer = community.published(community.open);
    var listed = community.read.in(Community.VISITOR, community.open.id(), Optional.empty()).threads().items();
    assertThat(listed).extracting(ForumThread::id).containsExactly(post.threadId(), newer.threadId());
    assertThat(listed.getFirst().lastActivityAt()).isEqualTo(community.thread(post).lastActivityAt());
  }
}
