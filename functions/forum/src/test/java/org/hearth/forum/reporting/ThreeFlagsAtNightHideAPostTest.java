package org.hearth.forum.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.hearth.forum.Community;
import org.hearth.forum.members.Standing;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.rota.ShiftDraft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreeFlagsAtNightHideAPostTest {
  private final Community community = new Community();
  private Post post;

  @BeforeEach
  void aPostThatEverybodySees() {
    post = community.published(community.open);
  }

  private void night() {
    community.atWork.note(community.caller(community.mo));
    var now = community.clock.instant();
    community.plan.add(community.caller(community.lena), new ShiftDraft(community.mo, now, now.plus(Duration.ofHours(1)), null));
    community.clock.forward(Duration.ofHours(2));
  }

  private void flags(String... names) {
    for (var name : names) {
      community.reports(community.known(name), post);
    }
  }

  @Test
  void theThirdMemberHidesThePostAndTouchesNobody() {
    night();
    flags("Flo", "Gus");
    assertThat(community.sees(Community.VISITOR, post)).isTrue();
    flags("Hal");
    assertThat(community.sees(Community.VISITOR, post)).isFalse();
    assertThat(community.now(post).status()).isEqualTo(PostStatus.HELD);
    assertThat(community.profile(community.ada).standing()).isEqualTo(Standing.GOOD);
    assertThat(community.auditOf(post.id())).extracting(entry -> entry.actor() + " " + entry.action()).containsExactly("night-rule held");
  }

  @Test
  void aPersonCanShowItAgainAndThenItStays() {
    night();
    flags("Flo", "Gus", "Hal");
    community.decides(community.mo, post, "approve");
    assertThat(community.sees(Community.VISITOR, post)).isTrue();
    flags("Ian", "Jo", "Kit", "Lu");
    assertThat(community.sees(Community.VISITOR, post)).isTrue();
  }

  @Test
  void theSameMemberCountsOnceAndAVisitorNotAtAll() {
    night();
    flags("Flo", "Gus");
    community.reports("m-Gus", post);
    community.report.post(Community.VISITOR, post.threadId(), post.id(), new ReportDraft("rules", "Please look", null));
    assertThat(community.sees(Community.VISITOR, post)).isTrue();
  }

  @Test
  void byDayReportsOnlyBringAPersonSooner() {
    flags("Flo", "Gus", "Hal", "Ian", "Jo", "Kit");
    assertThat(community.sees(Community.VISITOR, post)).isTrue();
    assertThat(community.profile(community.ada).standing()).isEqualTo(Standing.GOOD);
  }

  @Test
  void anEditThatWaitsGoesOutOfSightWithItsEarlierVersion() {
    night();
    community.edits(post, "The kettle is off");
    flags("Flo", "Gus", "Hal");
    assertThat(community.sees(Community.VISITOR, post)).isFalse();
    assertThat(community.checked(community.now(post)).shown()).isFalse();
  }
}
