package org.hearth.forum.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;
import static org.hearth.forum.Refusals.notFound;

import java.time.Duration;
import java.util.HashSet;
import org.hearth.forum.Community;
import org.hearth.forum.members.Caller;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.posting.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportsNeverDecideTest {
  private final Community community = new Community();
  private final Post post = community.published(community.open);

  private static ReportDraft draft(ReportReason reason) {
    return new ReportDraft(reason.id(), "In their own words", null);
  }

  @Test
  void howeverManyThereAreNeitherThePostNorThePersonChanges() {
    var author = community.profile(community.ada);
    var thread = community.thread(post);
    for (int i = 0; i < 60; i++) {
      var reason = ReportReason.values()[i % ReportReason.values().length];
      community.report.post(community.caller(community.known("Cy" + i)), post.threadId(), post.id(), draft(reason));
      community.report.post(Community.VISITOR, post.threadId(), post.id(), draft(reason));
      community.report.member(Sender.of(community.caller(community.known("Cy" + i))), community.ada, draft(reason));
    }
    assertThat(community.now(post)).isEqualTo(post);
    assertThat(community.thread(post)).isEqualTo(thread);
    assertThat(community.profile(community.ada)).isEqualTo(author);
    assertThat(community.sees(Community.VISITOR, post)).isTrue();
    assertThat(community.forum.all(Case.class)).hasSize(2);
    assertThat(community.caseOf(post).reportCount()).isEqualTo(120);
    assertThat(community.caseOf(community.ada).orElseThrow().reportCount()).isEqualTo(60);
  }

  @ParameterizedTest
  @EnumSource
  void aReportOpensACaseWithTheWordsAsTheyWereSeen(ReportReason reason) {
    community.edits(post, "Not yet seen by anybody");
    community.report.post(community.caller(community.bo), post.threadId(), post.id(), draft(reason));
    var opened = community.caseOf(post);
    assertThat(opened.open()).isTrue();
    assertThat(opened.kind()).isEqualTo(Case.Kind.POST);
    assertThat(opened.risk()).isEqualTo(reason == ReportReason.SAFEGUARDING ? Risk.RED : Risk.AMBER);
    assertThat(opened.reasons()).containsExactly(reason.words());
    assertThat(opened.subject().memberId()).isEqualTo(community.ada);
    assertThat(opened.lastSnapshot().text()).isEqualTo(post.text());
    assertThat(opened.lastSnapshot().version()).isEqualTo(1);
  }

  @Test
  void aReportRaisesACaseAndNeverLowersIt() {
    reports("Cy", ReportReason.SPAM);
    assertThat(community.caseOf(post).risk()).isEqualTo(Risk.AMBER);
    reports("Di", ReportReason.SAFEGUARDING);
    assertThat(community.caseOf(post).risk()).isEqualTo(Risk.RED);
    reports("Eli", ReportReason.SPAM);
    assertThat(community.caseOf(post).risk()).isEqualTo(Risk.RED);
    assertThat(community.caseOf(post).reasons()).containsExactly(ReportReason.SPAM.words(), ReportReason.SAFEGUARDING.words());
  }

  private void reports(String name, ReportReason reason) {
    community.report.post(community.caller(community.known(name)), post.threadId(), post.id(), draft(reason));
  }

  @Test
  void aReportDoesNotSetTheClockBack() {
    var held = community.held();
    var due = community.caseOf(held).dueAt();
    community.clock.forward(Duration.ofHours(2));
    community.report.post(community.caller(community.ada), held.threadId(), held.id(), draft(ReportReason.RULES));
    assertThat(community.caseOf(held).dueAt()).isEqualTo(due);
  }

  @Test
  void aMembersSecondReportOfAPostHasTheSameReferenceAndCountsOnce() {
    var first = community.reports(community.bo, post);
    assertThat(community.reports(community.bo, post)).isEqualTo(first);
    assertThat(community.caseOf(post).reportCount()).isEqualTo(1);
    assertThat(community.profile(community.bo).reporting().count()).isEqualTo(1);
    assertThat(community.forum.all(Report.class)).hasSize(1);
  }

  @Test
  void reportingWhatWasDecidedOpensItAgainUnderTheSameReference() {
    var first = community.reports(community.bo, post);
    community.decides(community.mo, post, "close");
    assertThat(community.reports(community.bo, post)).isEqualTo(first);
    assertThat(community.caseOf(post).open()).isTrue();
    assertThat(community.forum.all(Report.class)).hasSize(1);
  }

  @Test
  void referencesAreDifferentAndEasyToReadOut() {
    var seen = new HashSet<String>();
    for (int i = 0; i < 200; i++) {
      var reference = community.report.complaint(Sender.of(Community.VISITOR), draft(ReportReason.OTHER));
      assertThat(reference).matches("HR-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}");
      assertThat(seen.add(reference)).isTrue();
    }
    assertThat(community.forum.all(Case.class)).hasSize(200).allMatch(one -> one.kind() == Case.Kind.COMPLAINT);
  }

  @Test
  void whatOneCannotSeeOneCannotReport() {
    var closed = community.published(community.closed);
    var waiting = community.replies(community.ada, post.threadId(), "Not yet");
    for (var caller : new Caller[] {Community.VISITOR, community.caller(community.bo)}) {
      notFound(() -> community.report.post(caller, closed.threadId(), closed.id(), draft(ReportReason.SPAM)));
      notFound(() -> community.report.post(caller, waiting.threadId(), waiting.id(), draft(ReportReason.SPAM)));
      notFound(() -> community.report.member(Sender.of(caller), "m-none", draft(ReportReason.SPAM)));
    }
    assertThat(community.forum.all(Case.class)).isEmpty();
  }

  @Test
  void whatIsWrongWithAReportIsNamed() {
    invalid("reason", () -> community.report.post(Community.VISITOR, post.threadId(), post.id(), new ReportDraft("because", null, null)));
    invalid("reason", () -> community.report.post(Community.VISITOR, post.threadId(), post.id(), new ReportDraft(null, null, null)));
    invalid("note", () -> community.report.complaint(Sender.of(Community.VISITOR), new ReportDraft("other", " ", null)));
    invalid("note", () -> community.report.complaint(Sender.of(Community.VISITOR), new ReportDraft("other", "x".repeat(2_001), null)));
    invalid("contact", () -> community.report.complaint(Sender.of(Community.VISITOR), new ReportDraft("other", "x", "x".repeat(201))));
  }
}
