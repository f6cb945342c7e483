package org.hearth.forum.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.notFound;
import static org.hearth.forum.Refusals.refused;

import java.util.List;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.junit.jupiter.api.Test;

class OnlyAuthorsChangeTheirPostsTest {
  private final Community community = new Community();

  @Test
  void whatOthersSeeIsRefusedToThem() {
    var post = community.published(community.open);
    for (var somebody : List.of(community.bo, community.mo, community.lena, community.abe)) {
      var caller = community.caller(somebody);
      refused(Refusal.WrongRole.class, () -> community.edit.by(caller, post.threadId(), post.id(), "Mine now", 1));
      refused(Refusal.WrongRole.class, () -> community.delete.by(caller, post.threadId(), post.id()));
    }
    assertThat(community.now(post)).isEqualTo(post);
  }

  @Test
  void whatOthersDoNotSeeIsNotThereForThem() {
    var opening = community.published(community.open);
    var waiting = community.replies(community.ada, opening.threadId(), "Not yet");
    var bo = community.caller(community.bo);
    notFound(() -> community.edit.by(bo, waiting.threadId(), waiting.id(), "Mine now", 1));
    notFound(() -> community.delete.by(bo, waiting.threadId(), waiting.id()));
  }

  @Test
  void whatLiesInAGroupThatOneCannotReadIsNotThere() {
    var post = community.published(community.closed);
    var bo = community.caller(community.bo);
    notFound(() -> community.edit.by(bo, post.threadId(), post.id(), "Mine now", 1));
    notFound(() -> community.delete.by(bo, post.threadId(), post.id()));
  }

  @Test
  void nobodySignedInChangesNothing() {
    var post = community.published(community.open);
    refused(Refusal.NotSignedIn.class, () -> community.edit.by(Community.VISITOR, post.threadId(), post.id(), "Mine now", 1));
    refused(Refusal.NotSignedIn.class, () -> community.delete.by(Community.VISITOR, post.threadId(), post.id()));
    refused(Refusal.NotSignedIn.class, () -> community.reply.by(Community.VISITOR, post.threadId(), "Hello", null));
    refused(Refusal.NotSignedIn.class, () -> community.start.by(Community.VISITOR, community.open.id(), "Hello", "Hello", null));
  }

  @Test
  void aDeletedPostStaysDeleted() {
    var post = community.published(community.open);
    community.deletes(post);
    notFound(() -> community.edits(post, "I take it back"));
    notFound(() -> community.deletes(post));
  }
}
