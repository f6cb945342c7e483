package org.hearth.forum.greeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import java.util.List;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Post;
import org.junit.jupiter.api.Test;

/** Rule: what nobody has answered for four hours is brought to those who greet, once, where they may write, until somebody answers (row 28). */
class UnansweredPostsReachGreetersTest {
  private final Community community = new Community();
  private final Post waiting = community.published(community.open);

  UnansweredPostsReachGreetersTest() {
    community.greet.appoint(community.caller(community.abe), community.bo, true);
  }

  @Test
  void afterFourHoursAndNotBefore() {
    community.clock.forward(Greet.WAITS.minusSeconds(1));
    assertThat(greeted(community.bo)).isEmpty();
    community.clock.forward(Duration.ofSeconds(2));
    assertThat(greeted(community.bo)).containsExactly(waiting.threadId());
  }

  @Test
  void untilSomebodyElseAnswers() {
    community.clock.forward(Greet.WAITS.plusMinutes(1));
    community.checked(community.replies(community.ada, waiting.threadId(), "Is anybody there"));
    assertThat(greeted(community.bo)).as("their own second post is no answer").hasSize(1);
    var answer = community.checked(community.replies(community.invited, waiting.threadId(), "I am"));
    assertThat(greeted(community.bo)).isEmpty();
    community.deletes(answer);
    assertThat(greeted(community.bo)).hasSize(1);
  }

  @Test
  void whatOthersCanNotSeeWaitsForNobody() {
    community.held();
    community.clock.forward(Greet.WAITS.plusMinutes(1));
    assertThat(greeted(community.bo)).containsExactly(waiting.threadId());
  }

  @Test
  void onlyWhereTheyMayWriteAndNotTheirOwn() {
    var behind = community.published(community.closed);
    community.greet.appoint(community.caller(community.lena), community.ada, true);
    community.clock.forward(Greet.WAITS.plusMinutes(1));
    assertThat(greeted(community.bo)).doesNotContain(behind.threadId());
    assertThat(greeted(community.mo)).as("a moderator who does not belong there").doesNotContain(behind.threadId()).contains(waiting.threadId());
    assertThat(greeted(community.ada)).isEmpty();
  }

  @Test
  void othersDoNotSeeTheList() {
    refused(Refusal.WrongRole.class, () -> community.greet.waiting(community.caller(community.invited)));
    refused(Refusal.NotSignedIn.class, () -> community.greet.waiting(Community.VISITOR));
  }

  @Test
  void onlyLeadsAndAdminsAppointAndItIsWrittenDown() {
    refused(Refusal.WrongRole.class, () -> community.greet.appoint(community.caller(community.mo), community.ada, true));
    assertThat(community.auditOf(community.bo)).extracting("action").containsExactly("greeter");
    community.greet.appoint(community.caller(community.abe), community.bo, false);
    community.greet.appoint(community.caller(community.abe), community.bo, false);
    assertThat(community.auditOf(community.bo)).extracting("action").containsExactly("greeter", "greeter-ended");
    refused(Refusal.WrongRole.class, () -> community.greet.waiting(community.caller(community.bo)));
  }

  @Test
  void eachIsToldOfOnce() {
    assertThat(community.greet.newlyWaiting()).isEmpty();
    community.clock.forward(Greet.WAITS.plusMinutes(1));
    assertThat(community.greet.newlyWaiting()).extracting(ForumThread::id).containsExactly(waiting.threadId());
    assertThat(community.greet.newlyWaiting()).isEmpty();
    community.clock.forward(Duration.ofMinutes(10));
    assertThat(community.greet.newlyWaiting()).isEmpty();
  }

  private List<String> greeted(String memberId) {
    return community.greet.waiting(community.caller(memberId)).stream().map(ForumThread::id).toList();
  }
}
