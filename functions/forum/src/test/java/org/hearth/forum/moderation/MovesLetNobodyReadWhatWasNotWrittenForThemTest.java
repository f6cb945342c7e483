package org.hearth.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;
import static org.hearth.forum.Refusals.notFound;
import static org.hearth.forum.Refusals.refused;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.listing.ReadFeed;
import org.hearth.forum.members.Role;
import org.hearth.forum.posting.Checks;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.posting.Visibility;
import org.hearth.forum.reporting.ReportDraft;
import org.junit.jupiter.api.Test;

class MovesLetNobodyReadWhatWasNotWrittenForThemTest {
  private final Community community = new Community();
  private final ReadFeed feed = new ReadFeed(community.forum.groups, community.forum.posts);

  private ForumThread moves(Post post, Group to) {
    return community.arrange.by(community.caller(community.mo), post.threadId(), new ThreadDraft("move", to.id(), "It fits there."));
  }

  private List<String> listed(Group group) {
    return community.read.in(community.caller(community.mo), group.id(), Optional.empty()).threads().items().stream().map(ForumThread::id).toList();
  }

  @Test
  void fromAPublicGroupToAClosedOneItIsThereForThoseWhoBelongAndForNobodyElse() {
    var post = community.published(community.open);
    moves(post, community.closed);
    assertThat(community.sees(community.caller(community.invited), post)).isTrue();
    assertThat(community.sees(community.caller(community.mo), post)).isTrue();
    for (var caller : List.of(Community.VISITOR, community.caller(community.bo), community.caller(community.ada))) {
      assertThat(community.sees(caller, post)).isFalse();
      notFound(() -> community.report.post(caller, post.threadId(), post.id(), new ReportDraft("spam", null, null)));
    }
    notFound(() -> community.replies(community.bo, post.threadId(), "Am I still here?"));
    notFound(() -> community.edits(post, "Am I still here?"));
    assertThat(listed(community.open)).isEmpty();
    assertThat(listed(community.closed)).containsExactly(post.threadId());
    assertThat(feed.of(community.open, Set.of())).isEmpty();
    assertThat(feed.ofAll(Set.of())).isEmpty();
  }

  @Test
  void theCasesOfItsPostsGoWithIt() {
    var post = community.published(community.open);
    community.report.post(community.caller(community.bo), post.threadId(), post.id(), new ReportDraft("rules", "Hm", null));
    assertThat(community.caseOf(post).subject().snippet()).isNotEmpty();
    moves(post, community.closed);
    var subject = community.caseOf(post).subject();
    assertThat(subject.groupId()).isEqualTo(community.closed.id());
    assertThat(subject.groupName()).isEqualTo(community.closed.name());
    assertThat(subject.snippet() + subject.title()).isEqualTo("null");
  }

  @Test
  void soDoesACaseThatIsOpenedLater() {
    var post = community.published(community.open);
    moves(post, community.closed);
    community.report.post(community.caller(community.invited), post.threadId(), post.id(), new ReportDraft("rules", "Hm", null));
    assertThat(community.caseOf(post).subject().groupName()).isEqualTo(community.closed.name());
    assertThat(community.caseOf(post).subject().snippet()).isEmpty();
  }

  @Test
  void theAuthorIsToldAndCanStillTakeTheirWordsBack() {
    var post = community.published(community.open);
    moves(post, community.closed);
    var own = community.account.posts(community.caller(community.ada), Optional.empty()).items().getFirst();
    assertThat(own.note().orElseThrow().reason()).isEqualTo("It fits there.");
    community.deletes(post);
    assertThat(community.now(post).status()).isEqualTo(PostStatus.DELETED);
    notFound(() -> community.delete.by(community.caller(community.bo), post.threadId(), post.id()));
  }

  @Test
  void outOfAClosedGroupItDoesNotGo() {
    var post = community.published(community.closed);
    var other = new Group("g-other", "Others", "Others", Visibility.RESTRICTED, 0, List.of(), 3, Checks.STANDARD, 1);
    community.forum.put(other);
    for (var target : List.of(community.open, community.members, other)) {
      refused(Refusal.Locked.class, () -> moves(post, target));
    }
    assertThat(community.thread(post).groupId()).isEqualTo(community.closed.id());
    assertThat(community.auditOf(post.threadId())).isEmpty();
  }

  @Test
  void fromMembersToThePublicItDoesNotGo() {
    var post = community.published(community.members);
    refused(Refusal.Locked.class, () -> moves(post, community.open));
    moves(post, community.closed);
  }

  @Test
  void aMoveCanBeTakenBackUntilSomebodyHasAnsweredThere() {
    var post = community.published(community.open);
    moves(post, community.closed);
    moves(post, community.open);
    assertThat(community.sees(Community.VISITOR, post)).isTrue();
    assertThat(listed(community.open)).containsExactly(post.threadId());
    moves(post, community.closed);
    community.replies(community.invited, post.threadId(), "Between us");
    refused(Refusal.Locked.class, () -> moves(post, community.open));
  }

  @Test
  void anAnswerThatComesBetweenIsNotPublished() {
    var post = community.published(community.open);
    moves(post, community.closed);
    var confidence = new Post[1];
    community.forum.beforeNextCommit(() -> confidence[0] = community.replies(community.invited, post.threadId(), "Between us"));
    moves(post, community.open);
    assertThat(community.checked(confidence[0]).status()).isEqualTo(PostStatus.HELD);
    assertThat(community.sees(Community.VISITOR, confidence[0])).isFalse();
  }

  @Test
  void moderatorsReadingAMovedCaseIsWrittenDown() {
    var post = community.published(community.open);
    community.reports(community.bo, post);
    moves(post, community.closed);
    community.cases.open(community.caller(community.mia), post.id());
    assertThat(community.forum.all(AuditEntry.class)).extracting(AuditEntry::action).contains("read-restricted");
  }

  @Test
  void itIsWrittenDownWithWhoDidIt() {
    var post = community.published(community.open);
    moves(post, community.members);
    assertThat(community.auditOf(post.threadId())).extracting(AuditEntry::actor, AuditEntry::action)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(community.mo, "move-thread"));
  }

  @Test
  void onlyModeratorsMoveAndSayWhyAndWhereTo() {
    var post = community.published(community.open);
    for (var member : List.of(community.ada, community.abe, community.join("Max", Role.MEMBER, 0, Set.of()))) {
      refused(Refusal.WrongRole.class, () -> community.arrange.by(community.caller(member), post.threadId(),
          new ThreadDraft("move", community.members.id(), "It fits there.")));
    }
    var mo = community.caller(community.mo);
    invalid("reason", () -> community.arrange.by(mo, post.threadId(), new ThreadDraft("move", community.members.id(), " ")));
    invalid("groupId", () -> community.arrange.by(mo, post.threadId(), new ThreadDraft("move", null, "Why")));
    invalid("groupId", () -> community.arrange.by(mo, post.threadId(), new ThreadDraft("move", "g-none", "Why")));
    invalid("groupId", () -> community.arrange.by(mo, post.threadId(), new ThreadDraft("pin", community.open.id(), null)));
    invalid("action", () -> community.arrange.by(mo, post.threadId(), new ThreadDraft("fold", null, null)));
    notFound(() -> community.arrange.by(mo, "t-none", new ThreadDraft("pin", null, null)));
  }
}
