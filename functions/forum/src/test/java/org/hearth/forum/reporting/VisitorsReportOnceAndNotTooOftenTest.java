package org.hearth.forum.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.members.Limits;
import org.hearth.forum.moderation.Case;
import org.junit.jupiter.api.Test;

class VisitorsReportOnceAndNotTooOftenTest {
  private final Community community = new Community(new Limits(9, 9, 1, 3, 2, 50));

  private String complains(String address, String key, String note) {
    return community.report.complaint(new Sender(Community.VISITOR, address, key), new ReportDraft("other", note, null));
  }

  @Test
  void anAddressHasItsLimitAndIsToldWhenToComeBack() {
    complains("a", null, "One");
    complains("a", null, "Two");
    community.clock.forward(Duration.ofMinutes(20));
    var refusal = refused(Refusal.TooMany.class, () -> complains("a", null, "Three"));
    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMinutes(40));
    complains("b", null, "Three");

    community.clock.forward(refusal.retryAfter());
    complains("a", null, "Four");
    assertThat(community.forum.all(Case.class)).hasSize(4);
  }

  @Test
  void theSameKeyGivesTheSameReferenceAndCountsOnce() {
    var first = complains("a", "key-1", "One");
    for (int i = 0; i < 5; i++) {
      assertThat(complains("a", "key-1", "One")).isEqualTo(first);
    }
    assertThat(community.forum.all(Case.class)).hasSize(1);
    complains("a", "key-2", "Two");
  }

  @Test
  void otherWordsUnderTheSameKeyAreRefused() {
    complains("a", "key-1", "One");
    refused(Refusal.KeyReused.class, () -> complains("a", "key-1", "Two"));
    var post = community.published(community.open);
    refused(Refusal.KeyReused.class, () -> community.report.post(
        new Sender(Community.VISITOR, "a", "key-1"), post.threadId(), post.id(), new ReportDraft("other", "One", null)));
  }

  @Test
  void sixteenAtOnceAreOneReport() throws Exception {
    var together = new CyclicBarrier(16);
    var references = new HashSet<String>();
    try (var threads = Executors.newFixedThreadPool(16)) {
      var calls = IntStream.range(0, 16).<Callable<String>>mapToObj(n -> () -> {
        together.await();
        return complains("a", "key-1", "One");
      }).toList();
      for (var call : threads.invokeAll(calls)) {
        references.add(call.get());
      }
    }
    assertThat(references).hasSize(1);
    assertThat(community.forum.all(Report.class)).hasSize(1);
  }

  @Test
  void somebodyWhoHasHardlyWrittenHereReportsLess() {
    var one = community.published(community.open);
    var two = community.published(community.open);
    community.reports(community.newcomer, one);
    refused(Refusal.TooMany.class, () -> community.reports(community.newcomer, two));
    community.reports(community.bo, one);
    community.reports(community.bo, two);
  }
}
