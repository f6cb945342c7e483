package org.hearth.forum.posting;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearth.forum.Community;
import org.junit.jupiter.api.Test;

/** What others see can be reported at the very moment in which its next version passes the checks. */
class NoEditIsPublishedWhileACaseOpensTest {
  private final Community community = new Community();
  private final Post post = community.published(community.open);

  @Test
  void theFirstReportComesBetweenTheCheckAndItsVerdict() {
    var edited = community.edits(post, "The kettle is off");
    community.forum.beforeNextCommit(() -> community.reports(community.bo, post));
    assertThat(community.checked(edited).status()).isEqualTo(PostStatus.HELD);
    assertThat(community.now(post).shownText()).isEqualTo(post.text());
  }

  @Test
  void soDoesOneOnAPostWhoseCaseWasClosed() {
    community.reports(community.bo, post);
    community.decides(community.mo, post, "warn");
    var edited = community.edits(post, "The kettle is off");
    community.forum.beforeNextCommit(() -> community.reports(community.invited, post));
    assertThat(community.checked(edited).status()).isEqualTo(PostStatus.HELD);
  }

  @Test
  void withoutOneItIsPublished() {
    assertThat(community.checked(community.edits(post, "The kettle is off")).status()).isEqualTo(PostStatus.PUBLISHED);
  }
}
