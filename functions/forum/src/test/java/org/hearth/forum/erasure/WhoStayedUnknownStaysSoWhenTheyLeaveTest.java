package org.hearth.forum.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.hearth.forum.Community;
import org.hearth.forum.posting.Draft;
import org.hearth.forum.posting.Post;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rule: an anonymous post is shown alike before and after its author leaves. Were it another name from that day on, everybody could
 * see whose posts changed together.
 */
class WhoStayedUnknownStaysSoWhenTheyLeaveTest {
  private final Community community = new Community();

  @ParameterizedTest
  @ValueSource(strings = {"keep-unnamed", "remove"})
  void inThreadsPostsAndCases(String choice) {
    var bo = community.caller(community.bo);
    var named = community.checked(community.asks(community.bo, community.open, "Under my name"));
    var started = community.start.by(bo, community.open.id(), new Draft("A question", "Without my name", List.of(), null, true), null).post();
    community.checked(started);
    var reply = community.checked(community.reply.by(bo, named.threadId(), new Draft(null, "Without it again", List.of(), null, true), null));
    community.reports(community.ada, reply);
    var alias = community.now(reply).authorName();

    community.erasure.ask(bo, choice);
    community.clock.forward(Duration.ofDays(8));
    community.erasing(failure -> { }).round();

    assertThat(community.now(named).authorName()).isEqualTo(Post.FORMER_MEMBER);
    assertThat(community.now(started).authorName()).isEqualTo(started.authorName()).isEqualTo("A member");
    assertThat(community.thread(started).authorName()).isEqualTo("A member");
    assertThat(community.now(reply).authorName()).isEqualTo(alias);
    assertThat(community.now(reply).authorId()).isNull();
    // Its case does not begin to name the id that their other cases name.
    assertThat(community.caseOf(reply).subject().anonymous()).isTrue();
  }
}
