package org.hearth.forum.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.hearth.forum.Community;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.moderation.Case;
import org.junit.jupiter.api.Test;

class GreenPostsOfKnownMembersArePublishedTest {
  private final Community community = new Community();

  @Test
  void aThreadIsListedAndCountedWithoutACase() {
    var post = community.asks(community.ada, community.open, "Good evening");
    assertThat(post.status()).isEqualTo(PostStatus.PENDING);
    assertThat(community.sees(Community.VISITOR, post)).isFalse();
    community.clock.forward(Duration.ofSeconds(3));

    var published = community.checked(post);
    assertThat(published.status()).isEqualTo(PostStatus.PUBLISHED);
    assertThat(published.version()).isEqualTo(1);
    assertThat(community.sees(Community.VISITOR, published)).isTrue();
    assertThat(community.thread(post).listed()).isTrue();
    assertThat(community.thread(post).replyCount()).isZero();
    assertThat(community.thread(post).lastActivityAt()).isEqualTo(community.clock.instant());
    assertThat(community.profile(community.ada).publishedCount()).isEqualTo(Community.KNOWN + 1);
    assertThat(community.forum.all(Case.class)).isEmpty();
    assertThat(community.forum.all(AuditEntry.class)).isEmpty();
  }

  @Test
  void aReplyIsCountedInItsThreadAndMovesItUp() {
    var opening = community.published(community.open);
    community.clock.forward(Duration.ofMinutes(5));
    var reply = community.checked(community.replies(community.bo, opening.threadId(), "Good evening to you"));
    assertThat(reply.status()).isEqualTo(PostStatus.PUBLISHED);
    assertThat(community.thread(opening).replyCount()).isEqualTo(1);
    assertThat(community.thread(opening).lastActivityAt()).isEqualTo(community.clock.instant());
    assertThat(community.profile(community.bo).publishedCount()).isEqualTo(Community.KNOWN + 1);
  }

  @Test
  void whatBothOfTwoRacingPostsAddIsKept() {
    var opening = community.published(community.open);
    var replies = List.of(community.replies(community.bo, opening.threadId(), "One"), community.replies(community.ada, opening.threadId(), "Two"));
    community.forum.beforeNextCommit(() -> community.checked(replies.getLast()));
    community.checked(replies.getFirst());
    assertThat(community.thread(opening).replyCount()).isEqualTo(2);
  }

  @Test
  void nobodyElseIsToldOfItBeforeItsCheck() {
    var opening = community.published(community.open);
    var reply = community.replies(community.bo, opening.threadId(), "Not yet");
    assertThat(community.sees(community.caller(community.bo), reply)).isTrue();
    assertThat(community.sees(community.caller(community.ada), reply)).isFalse();
    assertThat(community.sees(community.caller(community.mo), reply)).isFalse();
    assertThat(community.thread(opening).replyCount()).isZero();
  }
}
