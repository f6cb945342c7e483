package org.hearth.forum.posting;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearth.forum.Community;
import org.hearth.forum.moderation.Risk;
import org.junit.jupiter.api.Test;

class NewcomersFirstPostsAreHeldTest {
  private final Community community = new Community();

  @Test
  void aPersonReadsThemBeforeOthersDo() {
    var post = community.checked(community.asks(community.newcomer, community.open, "Hello, I am new"));
    assertThat(post.status()).isEqualTo(PostStatus.HELD);
    assertThat(post.expectedBy()).isEqualTo(community.clock.instant().plus(Risk.GREEN.target()));
    assertThat(community.sees(Community.VISITOR, post)).isFalse();
    assertThat(community.caseOf(post).risk()).isEqualTo(Risk.GREEN);
    assertThat(community.caseOf(post).reasons()).containsExactly("One of a newcomer's first posts");
  }

  @Test
  void afterTheGroupsNumberOfApprovedPostsTheyAreAsEverybodyElse() {
    for (int i = 0; i < community.open.newcomerPosts(); i++) {
      var post = community.checked(community.asks(community.newcomer, community.open, "First words " + i));
      assertThat(post.status()).isEqualTo(PostStatus.HELD);
      community.decides(community.mo, post, "approve");
    }
    var next = community.checked(community.asks(community.newcomer, community.open, "Settled in"));
    assertThat(next.status()).isEqualTo(PostStatus.PUBLISHED);
  }

  @Test
  void theirsThatWereNotApprovedDoNotCount() {
    for (int i = 0; i < community.open.newcomerPosts(); i++) {
      var post = community.checked(community.asks(community.newcomer, community.open, "First words " + i));
      community.decides(community.mo, post, "hide");
    }
    var next = community.checked(community.asks(community.newcomer, community.open, "Again"));
    assertThat(next.status()).isEqualTo(PostStatus.HELD);
  }

  @Test
  void peopleWhoWorkHereAreNoNewcomers() {
    assertThat(community.checked(community.asks(community.mo, community.open, "Welcome")).status()).isEqualTo(PostStatus.PUBLISHED);
  }

  @Test
  void anAuthorWhoIsGoneIsHeldLikeANewcomer() {
    var post = community.asks(community.ada, community.open, "Before I left");
    community.forum.takeAway(community.profile(community.ada));
    assertThat(community.checked(post).status()).isEqualTo(PostStatus.HELD);
  }
}
