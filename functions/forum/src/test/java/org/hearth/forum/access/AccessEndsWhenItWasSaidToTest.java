package org.hearth.forum.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.notFound;

import java.time.Duration;
import java.util.Optional;
import org.hearth.forum.Community;
import org.hearth.forum.posting.PostStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule: when access to a group ends, the group is not there for its former member, as for anybody else; their own words stay theirs (row 40). */
class AccessEndsWhenItWasSaidToTest {
  private static final Duration STAY = Duration.ofDays(30);
  private final Community community = new Community();

  @BeforeEach
  void adaComesInForAMonth() {
    community.forum.commit(new org.hearth.forum.Change().save(
        community.profile(community.ada).letInto(community.closed.id(), community.clock.instant().plus(STAY))));
  }

  @Test
  void untilThenEverythingIsThereAndNothingAfterwards() {
    var here = community.published(community.closed);
    var own = community.checked(community.replies(community.ada, here.threadId(), "Thank you for having me"));
    community.clock.forward(STAY.minusMillis(1));
    assertThat(community.sees(community.caller(community.ada), here)).isTrue();
    community.clock.forward(Duration.ofMillis(1));
    var ada = community.caller(community.ada);
    notFound(() -> community.read.in(ada, community.closed.id(), Optional.empty()));
    notFound(() -> community.read.thread(ada, here.threadId(), Optional.empty()));
    notFound(() -> community.replies(community.ada, here.threadId(), "Am I still here?"));
    notFound(() -> community.edits(own, "Changed"));
    assertThat(community.read.groups(ada)).doesNotContain(community.closed);
    assertThat(community.account.export(ada).posts()).extracting("id").contains(own.id());
    community.deletes(own);
    assertThat(community.now(own).status()).isEqualTo(PostStatus.DELETED);
  }

  @Test
  void aSessionThatIsAMinuteBehindWritesNothing() {
    var here = community.published(community.closed);
    var behind = community.caller(community.ada);
    var own = community.checked(community.replies(community.ada, here.threadId(), "Thank you for having me"));
    community.clock.forward(STAY);
    notFound(() -> community.reply.by(behind, here.threadId(), "One last word", null));
    notFound(() -> community.start.by(behind, community.closed.id(), "A title", "One last word", null));
    notFound(() -> community.edit.by(behind, own.threadId(), own.id(), "One last word", own.version()));
  }

  @Test
  void whoeverIsLetInAgainIsThereAgain() {
    community.clock.forward(STAY.plusDays(5));
    community.forum.commit(new org.hearth.forum.Change().save(community.profile(community.ada).letInto(community.closed.id(), null)));
    assertThat(community.read.groups(community.caller(community.ada))).contains(community.closed);
  }
}
