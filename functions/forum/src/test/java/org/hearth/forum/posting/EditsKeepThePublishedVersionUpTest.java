package org.hearth.forum.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.refused;

import java.util.Optional;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.screening.Grade;
import org.junit.jupiter.api.Test;

class EditsKeepThePublishedVersionUpTest {
  private final Community community = new Community();
  private final Post post = community.published(community.open);

  private Post asOthersSeeIt() {
    return community.read.thread(Community.VISITOR, post.threadId(), Optional.empty()).posts().items().getFirst();
  }

  @Test
  void othersSeeTheFirstVersionWhileTheSecondWaits() {
    var edited = community.edits(post, "The kettle is off");
    assertThat(edited.status()).isEqualTo(PostStatus.PENDING);
    assertThat(edited.version()).isEqualTo(2);
    assertThat(asOthersSeeIt().shownText()).isEqualTo("The kettle is on");
    assertThat(asOthersSeeIt().shownVersion()).isEqualTo(1);

    community.checked(edited);
    assertThat(asOthersSeeIt().shownText()).isEqualTo("The kettle is off");
    assertThat(asOthersSeeIt().shownVersion()).isEqualTo(2);
    assertThat(community.profile(community.ada).publishedCount()).as("it is one post still").isEqualTo(Community.KNOWN + 1);
  }

  @Test
  void aHeldEditKeepsItUpAndSoDoTheEditsAfterIt() {
    community.screening.says(Grade.CRISIS);
    var held = community.checked(community.edits(post, "Words that frighten"));
    assertThat(held.status()).isEqualTo(PostStatus.ESCALATED);
    assertThat(asOthersSeeIt().shownText()).isEqualTo("The kettle is on");
    assertThat(community.thread(post).listed()).isTrue();

    community.checked(community.edits(held, "Third words"));
    assertThat(asOthersSeeIt().shownText()).isEqualTo("The kettle is on");
    assertThat(asOthersSeeIt().shownVersion()).isEqualTo(1);
    assertThat(community.profile(community.ada).publishedCount()).isEqualTo(Community.KNOWN + 1);
  }

  @Test
  void aHeldEditThatIsHiddenTakesThePostDown() {
    community.screening.says(Grade.AMBER);
    community.checked(community.edits(post, "Words that hurt"));
    community.decides(community.mo, post, "hide");
    assertThat(community.sees(Community.VISITOR, post)).isFalse();
    assertThat(community.thread(post).listed()).isFalse();
    assertThat(community.profile(community.ada).publishedCount()).isEqualTo(Community.KNOWN);
  }

  @Test
  void theSameWordsAreNoEdit() {
    assertThat(community.edits(post, post.text())).isEqualTo(post);
  }

  @Test
  void anEditOfAnOlderVersionIsRefused() {
    community.edits(post, "The kettle is off");
    refused(Refusal.Changed.class,
        () -> community.edit.by(community.caller(community.ada), post.threadId(), post.id(), "From another tab", 1));
    assertThat(community.now(post).text()).isEqualTo("The kettle is off");
  }

  @Test
  void whatAModeratorTookDownIsNotEdited() {
    community.reports(community.bo, post);
    community.decides(community.mo, post, "hide");
    refused(Refusal.Locked.class, () -> community.edits(post, "Let me try again"));
  }
}
