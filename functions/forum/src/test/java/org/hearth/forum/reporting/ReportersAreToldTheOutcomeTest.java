package org.hearth.forum.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.notFound;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import java.util.List;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.erasure.Erasure;
import org.hearth.forum.moderation.Action;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.posting.Post;
import org.hearth.forum.reporting.ReadOutcomes.Result;
import org.hearth.forum.reporting.ReadOutcomes.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportersAreToldTheOutcomeTest {
  private final Community community = new Community();
  private final ReadOutcomes outcomes = new ReadOutcomes(community.forum.cases);
  private final Post post = community.published(community.open);

  private List<Told> of(String memberId) {
    return outcomes.of(community.caller(memberId));
  }

  private String visitorReports(Boolean tellMe) {
    return community.report.post(Community.VISITOR, post.threadId(), post.id(), new ReportDraft("spam", "Please look", null, tellMe));
  }

  @ParameterizedTest
  @CsvSource({"close, LEFT", "hide, ACTED", "remove, ACTED", "warn, ACTED", "ban, ACTED", "escalate, WAITING"})
  void onTheirAccountPageAndByTheReference(String action, Result result) {
    var reference = community.reports(community.bo, post);
    var anonymous = visitorReports(null);
    assertThat(of(community.bo)).containsExactly(
        new Told(reference, Case.Kind.POST, ReportReason.RULES, community.clock.instant(), Result.WAITING, null));
    community.clock.forward(Duration.ofMinutes(5));
    community.decides(community.mo, post, action);
    assertThat(of(community.bo)).extracting(Told::result).containsExactly(result);
    assertThat(outcomes.of(anonymous).result()).isEqualTo(result);
    assertThat(outcomes.of(reference).decidedAt()).isEqualTo(result == Result.WAITING ? null : community.clock.instant());
  }

  @Test
  void whateverWasDoneTheWordsAreTheSame() {
    for (var action : Action.values()) {
      assertThat(Result.values()).as("no result names what was done").extracting(Enum::name).doesNotContain(action.name());
    }
  }

  @Test
  void aDecisionFromBeforeTheReportIsNotItsOutcome() {
    community.reports(community.bo, post);
    community.decides(community.mo, post, "close");
    community.clock.forward(Duration.ofHours(1));
    var later = visitorReports(null);
    assertThat(outcomes.of(later).result()).isEqualTo(Result.WAITING);
    assertThat(of(community.bo)).extracting(Told::result).containsExactly(Result.LEFT);
    community.decides(community.mo, post, "hide");
    assertThat(outcomes.of(later).result()).isEqualTo(Result.ACTED);
  }

  @Test
  void whoeverAskedNotToBeToldIsNotTold() {
    community.report.post(community.caller(community.bo), post.threadId(), post.id(), new ReportDraft("spam", null, null, false));
    var quiet = visitorReports(false);
    community.decides(community.mo, post, "hide");
    assertThat(of(community.bo)).extracting(Told::result, Told::decidedAt).containsExactly(org.assertj.core.groups.Tuple.tuple(Result.UNTOLD, null));
    notFound(() -> outcomes.of(quiet));
  }

  @Test
  void aWrongReferenceAnUnknownOneAndAnUntoldOneAreAlike() {
    var quiet = visitorReports(false);
    for (var reference : List.of("HR-2222-2222", "HR-", "x", quiet.toLowerCase(), quiet)) {
      notFound(() -> outcomes.of(reference));
    }
  }

  @Test
  void nobodySeesWhatOthersReported() {
    community.reports(community.bo, post);
    assertThat(of(community.ada)).as("the author").isEmpty();
    assertThat(of(community.mo)).isEmpty();
    refused(Refusal.NotSignedIn.class, () -> outcomes.of(Community.VISITOR));
  }

  @Test
  void whoeverWasErasedLeavesNoReferenceThatTells() {
    var reference = community.reports(community.bo, post);
    community.erasure.ask(community.caller(community.bo), Erasure.Choice.REMOVE.id());
    community.clock.forward(Erasure.COOLING_OFF.plusSeconds(1));
    community.erasing(failed -> { throw failed; }).round();
    notFound(() -> outcomes.of(reference));
  }
}
