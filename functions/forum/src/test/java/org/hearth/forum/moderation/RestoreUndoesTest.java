package org.hearth.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearth.forum.Community;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreUndoesTest {
  private final Community community = new Community();

  private Post reported() {
    var post = community.published(community.open);
    community.reports(community.bo, post);
    return post;
  }

  private void isBack(Post post, String text) {
    assertThat(community.now(post).status()).isEqualTo(PostStatus.PUBLISHED);
    assertThat(community.now(post).shownText()).isEqualTo(text);
    assertThat(community.sees(Community.VISITOR, post)).isTrue();
    assertThat(community.profile(community.ada).publishedCount()).isEqualTo(Community.KNOWN + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hide", "remove"})
  void whatWasTakenAwayIsBack(String action) {
    var post = reported();
    community.decides(community.mo, post, action);
    community.decides(community.mia, post, "restore");
    isBack(post, post.text());
  }

  @Test
  void whatWasRedactedIsBackInItsFirstWords() {
    var post = reported();
    community.decides(community.mo, post.id(), Community.redact("[an address was here]"));
    community.decides(community.mia, post, "restore");
    isBack(post, post.text());
    assertThat(community.now(post).version()).as("a text of its own, so that nobody's cache is wrong").isEqualTo(3);
  }

  @Test
  void alsoWhenTheRedactedPostWasReportedSince() {
    var post = reported();
    community.decides(community.mo, post.id(), Community.redact("[an address was here]"));
    community.reports(community.invited, post);
    community.decides(community.mia, post, "restore");
    isBack(post, post.text());
  }

  @Test
  void alsoWhenTheWordsWereChangedWhileNoCaseWasOpen() {
    var post = reported();
    community.decides(community.mo, post, "close");
    var edited = community.checked(community.edits(post, "The kettle is off"));
    assertThat(edited.status()).isEqualTo(PostStatus.PUBLISHED);
    community.decides(community.mo, post.id(), Community.redact("[nothing about kettles]"));
    community.decides(community.mia, post, "restore");
    isBack(post, "The kettle is off");
  }

  @Test
  void alsoWhenItWasRedactedTwice() {
    var post = reported();
    community.decides(community.mo, post.id(), Community.redact("[an address was here]"));
    community.decides(community.mo, post.id(), Community.redact("[a place was here]"));
    community.decides(community.mia, post, "restore");
    isBack(post, post.text());
  }

  @Test
  void alsoWhenWhatWasLeftWasReportedAndRedactedAgain() {
    var post = reported();
    community.decides(community.mo, post.id(), Community.redact("[an address was here]"));
    community.reports(community.invited, post);
    community.decides(community.mo, post.id(), Community.redact("[a place was here]"));
    community.decides(community.mia, post, "restore");
    isBack(post, post.text());
  }

  @Test
  void theAuthorsOwnWordsStayHoweverOftenARedactedPostIsReported() {
    var post = reported();
    community.decides(community.mo, post, "close");
    community.checked(community.edits(post, "The kettle is off"));
    for (int i = 0; i < 7; i++) {
      community.decides(community.mo, post.id(), Community.redact("[an address was here " + i + "]"));
      community.reports(community.known("Cy" + i), post);
    }
    community.decides(community.mia, post, "restore");
    isBack(post, "The kettle is off");
  }

  @Test
  void aSecondTimeToo() {
    var post = reported();
    for (int i = 0; i < 7; i++) {
      community.decides(community.mo, post.id(), Community.redact("[an address was here " + i + "]"));
      community.decides(community.mia, post, "restore");
      isBack(post, post.text());
    }
  }
}
