package org.hearth.forum.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Optional;
import org.hearth.forum.Community;
import org.hearth.forum.audit.AuditEntry;
import org.junit.jupiter.api.Test;

class ReadingRestrictedGroupsIsRecordedTest {
  private final Community community = new Community();

  @Test
  void aModeratorWhoDoesNotBelongLeavesATrace() {
    var post = community.published(community.closed);
    community.read.thread(community.caller(community.mo), post.threadId(), Optional.empty());
    assertThat(community.auditOf(post.threadId())).extracting(AuditEntry::actor, AuditEntry::action)
        .containsExactly(tuple(community.mo, "read-restricted"));
  }

  @Test
  void seesItsListOrOnePostWithATraceToo() {
    var post = community.published(community.closed);
    community.read.in(community.caller(community.mo), community.closed.id(), Optional.empty());
    community.read.post(community.caller(community.mo), post.threadId(), post.id());
    assertThat(community.auditOf(community.closed.id())).extracting(AuditEntry::action).containsExactly("read-restricted");
    assertThat(community.auditOf(post.id())).extracting(AuditEntry::action).containsExactly("read-restricted");
  }

  @Test
  void opensACaseFromThereWithATraceToo() {
    var post = community.published(community.closed);
    community.reports(community.invited, post);
    community.cases.open(community.caller(community.mo), post.id());
    assertThat(community.auditOf(post.id())).extracting(AuditEntry::action).containsExactly("read-restricted");
  }

  @Test
  void thoseWhoBelongAndWhatIsOpenToAllLeaveNone() {
    var closed = community.published(community.closed);
    var open = community.published(community.open);
    community.read.thread(community.caller(community.invited), closed.threadId(), Optional.empty());
    community.read.thread(community.caller(community.mo), open.threadId(), Optional.empty());
    assertThat(community.forum.all(AuditEntry.class)).isEmpty();
  }
}
