package org.hearth.forum.posting;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearth.forum.Community;
import org.hearth.forum.ToldScreening;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.screening.Finding;
import org.hearth.forum.screening.Grade;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskyPostsOpenOneCaseTest {
  private final Community community = new Community();

  @ParameterizedTest
  @CsvSource({
    "AMBER,  HELD,      AMBER,  held,      m-Ada",
    "RED,    ESCALATED, RED,    escalated, m-Ada",
    "CRISIS, ESCALATED, CRISIS, escalated, m-Ada",
    "AMBER,  HELD,      AMBER,  held,      m-Nell",
    "CRISIS, ESCALATED, CRISIS, escalated, m-Nell",
    "RED,    ESCALATED, RED,    escalated, m-Mo",
  })
  void itIsHeldWithOneCaseAndOneEntry(Grade grade, PostStatus status, Risk risk, String action, String author) {
    community.screening.says(grade);
    var post = community.checked(community.asks(author, community.open, "What was said"));

    assertThat(post.status()).isEqualTo(status);
    assertThat(post.expectedBy()).isEqualTo(community.clock.instant().plus(risk.target()));
    assertThat(community.sees(Community.VISITOR, post)).isFalse();
    assertThat(community.sees(community.caller(author), post)).isTrue();
    assertThat(community.thread(post).listed()).isFalse();

    assertThat(community.forum.all(Case.class)).hasSize(1);
    var opened = community.caseOf(post);
    assertThat(opened.open()).isTrue();
    assertThat(opened.kind()).isEqualTo(Case.Kind.POST);
    assertThat(opened.risk()).isEqualTo(risk);
    assertThat(opened.checkFailed()).isFalse();
    assertThat(opened.reasons()).containsExactly(ToldScreening.REASON);
    assertThat(opened.findings()).extracting(Finding::rule).containsExactly(ToldScreening.RULE);
    assertThat(opened.lastSnapshot()).isEqualTo(new Case.Snapshot(1, post.title(), post.text(), community.clock.instant()));

    assertThat(community.forum.all(AuditEntry.class)).hasSize(1);
    var entry = community.auditOf(post.id()).getFirst();
    assertThat(entry.actor()).isEqualTo("screening");
    assertThat(entry.action()).isEqualTo(action);
    assertThat(entry.rule()).isEqualTo(ToldScreening.RULE);
  }

  @ParameterizedTest
  @CsvSource({"AMBER", "RED", "CRISIS"})
  void aReplyIsNotCounted(Grade grade) {
    var opening = community.published(community.open);
    community.screening.says(grade);
    community.checked(community.replies(community.bo, opening.threadId(), "What was said"));
    assertThat(community.thread(opening).replyCount()).isZero();
    assertThat(community.profile(community.bo).publishedCount()).isEqualTo(Community.KNOWN);
  }
}
