package org.hearth.lambda.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.hearth.forum.Refused;
import org.hearth.forum.Samples;
import org.hearth.forum.Stores;
import org.hearth.forum.TestIds;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.audit.AuditFilter;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.audit.ReadAudit;
import org.hearth.forum.audit.Witness;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Role;
import org.hearth.forum.members.Standing;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Decide;
import org.hearth.forum.moderation.DecisionDraft;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.posting.PostStatus;
import org.junit.jupiter.api.Test;

/** Two windows of one moderator, both with the claim, decide the opposite at the same time, on the real store. */
class OfTwoOppositeDecisionsOneIsMadeTest {
  private static final int PAIRS = 500;
  private static final Instant NOW = Samples.NOON;
  private static final Caller.Member MO = new Caller.Member("m-mo", "Mo", Role.MODERATOR, Standing.GOOD, Set.of());
  private static final Caller.Member LENA = new Caller.Member("m-lena", "Lena", Role.LEAD, Standing.GOOD, Set.of());

  private final Tables tables = DynamoLocal.newTables();
  private final Stores stores = DynamoLocal.stores(tables);
  private final Decide decide = new Decide(stores.cases(), stores.posts(), stores.members(), stores.changes(), new Auditing(stores.log()),
      new TestIds(), () -> NOW);

  @Test
  void oneWinsAndOneEntryIsWritten() throws Exception {
    try (var windows = Executors.newFixedThreadPool(2)) {
      for (int pair = 0; pair < PAIRS; pair++) {
        var waiting = waitingCase(pair);
        var start = new CyclicBarrier(2);
        var made = windows.invokeAll(List.of(deciding(start, waiting, "approve"), deciding(start, waiting, "hide"))).stream()
            .map(future -> future.resultNow()).flatMap(Optional::stream).toList();
        assertThat(made).as("pair " + pair).hasSize(1);
        var file = stores.cases().file(waiting.id()).orElseThrow();
        assertThat(file.theCase().state()).isEqualTo(Case.State.CLOSED);
        assertThat(file.decisions()).extracting(decision -> decision.action().id()).containsExactlyElementsOf(made);
        var shown = stores.posts().find(waiting.subject().threadId(), waiting.id()).orElseThrow().status();
        assertThat(shown).isEqualTo(made.getFirst().equals("approve") ? PostStatus.PUBLISHED : PostStatus.HIDDEN);
      }
    }
    var audit = new ReadAudit(stores.log(), Witness.NONE);
    var entries = new ArrayList<AuditEntry>();
    audit.each(LENA, AuditFilter.ALL, entries::add);
    assertThat(entries).hasSize(PAIRS).extracting(AuditEntry::target).doesNotHaveDuplicates();
    assertThat(audit.verify(LENA).intact()).isTrue();
  }

  private Case waitingCase(int pair) {
    var thread = Samples.thread("g", true, NOW);
    var post = Samples.post(thread.id(), "m-ada-" + pair, PostStatus.HELD, NOW);
    var subject = new Case.Subject(post.id(), thread.id(), "g", "Evenings", "m-ada-" + pair, "Ada", null, "The kettle is on");
    var waiting = Case.opened(post.id(), Case.Kind.POST, Risk.AMBER, subject, NOW).changed(draft ->
        draft.claim = new Case.Claim(MO.id(), MO.name(), NOW.plus(Duration.ofMinutes(10))));
    stores.add(thread, post, waiting);
    return waiting;
  }

  private Callable<Optional<String>> deciding(CyclicBarrier start, Case waiting, String action) {
    return () -> {
      start.await();
      try {
        return Optional.of(decide.by(MO, waiting.id(), new DecisionDraft(action, "be-kind", "For a test", null, null, null))
            .decision().action().id());
      } catch (Refused tooLate) {
        return Optional.empty();
      }
    };
  }
}
