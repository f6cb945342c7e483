package org.hearth.forum.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.hearth.forum.Community;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.posting.Post;
import org.junit.jupiter.api.Test;

/** What they flag is still read, and no longer pulls what others need to the back of the queue. */
class WhoeverFlagsEverythingIsDiscountedTest {
  private final Community community = new Community();

  private List<Post> posts(int count) {
    return IntStream.range(0, count).mapToObj(n -> community.published(community.open)).toList();
  }

  private void flags(Post post, ReportReason reason) {
    community.report.post(community.caller(community.bo), post.threadId(), post.id(), new ReportDraft(reason.id(), null, null));
  }

  private Risk risk(Post post) {
    return community.caseOf(post).risk();
  }

  @Test
  void whoReportsTenTimesWithinAnHour() {
    var posts = posts(12);
    posts.forEach(post -> flags(post, ReportReason.RULES));
    assertThat(posts.subList(0, 10)).allMatch(post -> risk(post) == Risk.AMBER);
    assertThat(posts.subList(10, 12)).allMatch(post -> risk(post) == Risk.GREEN);
    community.clock.forward(Duration.ofHours(1));
    var later = community.published(community.open);
    flags(later, ReportReason.RULES);
    assertThat(risk(later)).as("an hour later they count again").isEqualTo(Risk.AMBER);
  }

  private Post afterTenOfWhich(int right) {
    var posts = posts(10);
    for (int i = 0; i < posts.size(); i++) {
      flags(posts.get(i), ReportReason.RULES);
      community.decides(community.mo, posts.get(i), i < right ? "hide" : "close");
      community.clock.forward(Duration.ofHours(1));
    }
    return community.published(community.open);
  }

  @Test
  void whoReportedOftenAndWasHardlyEverRight() {
    var next = afterTenOfWhich(1);
    flags(next, ReportReason.RULES);
    assertThat(risk(next)).isEqualTo(Risk.GREEN);
  }

  @Test
  void notWhoWasRightOnceInFive() {
    var next = afterTenOfWhich(2);
    flags(next, ReportReason.RULES);
    assertThat(risk(next)).isEqualTo(Risk.AMBER);
  }

  @Test
  void aWorryAboutSomebodysSafetyIsStillLookedAtThatDay() {
    var next = afterTenOfWhich(0);
    flags(next, ReportReason.SAFEGUARDING);
    assertThat(risk(next)).isEqualTo(Risk.AMBER);
  }

  @Test
  void theyAreReadAndTheModeratorSeesThatTheyWereDiscounted() {
    var next = afterTenOfWhich(0);
    flags(next, ReportReason.RULES);
    var opened = community.cases.open(community.caller(community.mo), next.id());
    assertThat(opened.theCase().open()).isTrue();
    assertThat(opened.reports()).extracting(Report::discounted).containsExactly(true);
  }

  @Test
  void theyTakeNothingOutOfSightAtNight() {
    var next = afterTenOfWhich(0);
    flags(next, ReportReason.RULES);
    assertThat(community.caseOf(next).flags()).isZero();
  }

  @Test
  void othersReportsOfTheSamePostCountInFull() {
    var next = afterTenOfWhich(0);
    flags(next, ReportReason.RULES);
    community.reports(community.invited, next);
    assertThat(risk(next)).isEqualTo(Risk.AMBER);
  }
}
