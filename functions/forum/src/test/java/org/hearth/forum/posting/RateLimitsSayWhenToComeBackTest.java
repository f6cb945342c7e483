package org.hearth.forum.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import java.util.stream.IntStream;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.members.Limits;
import org.hearth.forum.reporting.ReportDraft;
import org.junit.jupiter.api.Test;

class RateLimitsSayWhenToComeBackTest {
  private final Community community = new Community(new Limits(2, 4, 1, 3, 2, 4));
  private final Post opening = community.published(community.open);

  private void replies(String memberId, int times) {
    for (int i = 0; i < times; i++) {
      community.replies(memberId, opening.threadId(), "Words " + i);
    }
  }

  @Test
  void aKnownMemberHasTheWholeLimit() {
    replies(community.bo, 4);
    community.clock.forward(Duration.ofMinutes(20));
    var refusal = refused(Refusal.TooMany.class, () -> replies(community.bo, 1));
    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMinutes(40));

    community.clock.forward(refusal.retryAfter().minusMillis(1));
    refused(Refusal.TooMany.class, () -> replies(community.bo, 1));
    community.clock.forward(Duration.ofMillis(1));
    replies(community.bo, 4);
  }

  @Test
  void aNewcomerHasLess() {
    replies(community.newcomer, 2);
    refused(Refusal.TooMany.class, () -> replies(community.newcomer, 1));
  }

  @Test
  void threadsRepliesAndEditsCountTogether() {
    var post = community.asks(community.bo, community.open, "One");
    replies(community.bo, 2);
    community.edits(post, "Four");
    refused(Refusal.TooMany.class, () -> community.edits(post, "Five"));
    refused(Refusal.TooMany.class, () -> community.asks(community.bo, community.open, "Five"));
    assertThat(community.now(post).text()).isEqualTo("Four");
  }

  @Test
  void whatIsRefusedOrSentTwiceDoesNotCount() {
    var caller = community.caller(community.bo);
    for (int i = 0; i < 6; i++) {
      community.reply.by(caller, opening.threadId(), "Once", "key-1");
    }
    refused(Refusal.Invalid.class, () -> community.replies(community.bo, opening.threadId(), " "));
    replies(community.bo, 3);
    refused(Refusal.TooMany.class, () -> replies(community.bo, 1));
  }

  @Test
  void oneMembersLimitIsNotAnothers() {
    replies(community.bo, 4);
    replies(community.known("Cy"), 4);
  }

  @Test
  void reportsHaveALimitOfTheirOwn() {
    var posts = IntStream.range(0, 4)
        .mapToObj(n -> community.checked(community.replies(community.known("Cy" + n), opening.threadId(), "W")))
        .toList();
    posts.subList(0, 3).forEach(post -> community.reports(community.bo, post));
    var refusal = refused(Refusal.TooMany.class, () -> community.reports(community.bo, posts.get(3)));
    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofHours(1));
    community.reports(community.bo, posts.getFirst());
    replies(community.bo, 1);
    community.report.post(Community.VISITOR, opening.threadId(), posts.get(3).id(), new ReportDraft("spam", null, null));
  }
}
