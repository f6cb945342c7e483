package org.hearth.forum.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.notFound;

import java.util.List;
import java.util.Optional;
import org.hearth.forum.Community;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Post;
import org.hearth.forum.reporting.ReportDraft;
import org.junit.jupiter.api.Test;

class UnlistedThreadsAreTheirAuthorsTest {
  private final Community community = new Community();
  private final Post opening = community.asks(community.ada, community.open, "Nobody has looked at this");

  @Test
  void itsAuthorReadsIt() {
    assertThat(community.sees(community.caller(community.ada), opening)).isTrue();
  }

  @Test
  void moderatorsKnowItButReadTheWordsThroughTheCase() {
    var page = community.read.thread(community.caller(community.mo), opening.threadId(), Optional.empty());
    assertThat(page.thread().id()).isEqualTo(opening.threadId());
    assertThat(page.posts().items()).isEmpty();
  }

  @Test
  void toEverybodyElseItIsNotThere() {
    for (var caller : List.of(Community.VISITOR, community.caller(community.bo), community.caller(community.abe))) {
      notFound(() -> community.read.thread(caller, opening.threadId(), Optional.empty()));
      notFound(() -> community.read.post(caller, opening.threadId(), opening.id()));
      assertThat(community.read.in(caller, community.open.id(), Optional.empty()).threads().items()).isEmpty();
    }
    notFound(() -> community.replies(community.bo, opening.threadId(), "May I?"));
  }

  @Test
  void itIsInNobodysListNotEvenItsAuthors() {
    assertThat(community.read.in(community.caller(community.ada), community.open.id(), Optional.empty()).threads().items()).isEmpty();
  }

  @Test
  void itsRepliesCannotBeReachedThroughASideDoor() {
    var listed = community.published(community.open);
    var reply = community.checked(community.replies(community.bo, listed.threadId(), "Good evening"));
    community.reports(community.invited, listed);
    community.decides(community.mo, listed, "hide");

    var stranger = community.caller(community.invited);
    notFound(() -> community.read.thread(stranger, listed.threadId(), Optional.empty()));
    notFound(() -> community.read.post(stranger, listed.threadId(), reply.id()));
    notFound(() -> community.report.post(stranger, listed.threadId(), reply.id(), new ReportDraft("spam", null, null)));
    notFound(() -> community.replies(community.invited, listed.threadId(), "Hello?"));
    notFound(() -> community.delete.by(stranger, listed.threadId(), reply.id()));
    notFound(() -> community.edit.by(stranger, listed.threadId(), reply.id(), "Mine now", 1));
  }

  @Test
  void itIsListedOnceItsOpeningIsPublishedAndNoLongerWhenThatIsHidden() {
    community.checked(opening);
    assertThat(listed()).extracting(ForumThread::id).containsExactly(opening.threadId());
    community.reports(community.bo, opening);
    community.decides(community.mo, opening, "hide");
    assertThat(listed()).isEmpty();
    community.decides(community.mia, opening, "restore");
    assertThat(listed()).hasSize(1);
  }

  private List<ForumThread> listed() {
    return community.read.in(Community.VISITOR, community.open.id(), Optional.empty()).threads().items();
  }
}
