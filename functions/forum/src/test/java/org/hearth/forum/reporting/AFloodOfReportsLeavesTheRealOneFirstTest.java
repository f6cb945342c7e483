package org.hearth.forum.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hearth.forum.Community;
import org.hearth.forum.members.Limits;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.screening.Grade;
import org.junit.jupiter.api.Test;

class AFloodOfReportsLeavesTheRealOneFirstTest {
  private static final int BEFORE_A_FLOOD = 3;

  private final Community community = new Community(new Limits(9, 9, 9, 9, 9, BEFORE_A_FLOOD));

  @Test
  void aCrisisComesBeforeAnyNumberOfReportsAndAMembersWorryBeforeTheFlood() {
    var worrying = community.published(community.open);
    for (int i = 0; i < 60; i++) {
      community.report.complaint(new Sender(Community.VISITOR, "address " + i, null), new ReportDraft("safeguarding", "Look here, " + i, null));
    }
    community.report.post(community.caller(community.bo), worrying.threadId(), worrying.id(), new ReportDraft("safeguarding", "I worry", null));
    community.screening.says(Grade.CRISIS);
    var crisis = community.checked(community.asks(community.ada, community.open, "What was said"));

    var queue = community.forum.cases.in(Case.State.OPEN, Optional.empty(), 25).items();

    assertThat(queue.getFirst().id()).isEqualTo(crisis.id());
    assertThat(queue.subList(1, 2 + BEFORE_A_FLOOD)).extracting(Case::risk).containsOnly(Risk.RED);
    assertThat(queue.subList(1, 2 + BEFORE_A_FLOOD)).extracting(Case::id).contains(worrying.id());
    assertThat(queue.subList(2 + BEFORE_A_FLOOD, 25)).extracting(Case::risk).containsOnly(Risk.AMBER);
    assertThat(community.forum.all(Case.class)).hasSize(62);
  }

  @Test
  void whoeverReportsEverythingNoLongerPullsNewCasesToTheFront() {
    var busy = new Community(Limits.NONE);
    for (int i = 0; i < 20; i++) {
      var post = busy.published(busy.open);
      busy.report.post(busy.caller(busy.bo), post.threadId(), post.id(), new ReportDraft("safeguarding", "Look here", null));
    }
    var risks = busy.forum.all(Case.class).stream().map(Case::risk).toList();
    assertThat(risks).filteredOn(Risk.RED::equals).hasSize(10);
    assertThat(risks).filteredOn(Risk.AMBER::equals).hasSize(10);
  }
}
