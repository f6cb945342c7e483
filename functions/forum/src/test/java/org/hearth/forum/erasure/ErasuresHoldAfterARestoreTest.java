package org.hearth.forum.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hearth.forum.Community;
import org.hearth.forum.Stored;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.audit.AuditHead;
import org.junit.jupiter.api.Test;

/** Invariant 13: a backup from before an erasure brings the words back; the operator's step takes them out again. */
class ErasuresHoldAfterARestoreTest {
  private final Community community = new Community();
  private final ArrayList<RuntimeException> failures = new ArrayList<>();
  private final CarryOutErasures sweep = community.erasing(failures::add);

  @Test
  void whoeverTheLogSaysWasErasedIsErasedAgain() {
    community.checked(community.asks(community.bo, community.open, "Glimmerspot one"));
    var backup = community.forum.everything();
    community.erasure.ask(community.caller(community.bo), "remove");
    community.clock.forward(Duration.ofDays(8));
    sweep.round();
    sweep.round();
    assertThat(everything()).doesNotContain("Glimmerspot");
    var erased = community.forum.all(AuditEntry.class).stream().filter(entry -> entry.action().equals("erased")).map(AuditEntry::target).toList();

    restore(backup);
    assertThat(everything()).contains("Glimmerspot");
    var again = new EraseAgain(community.forum.erasures, community.forum, community.clock);
    again.members(erased);
    again.members(erased);
    sweep.round();
    sweep.round();

    assertThat(erased).containsExactly(community.bo);
    assertThat(everything()).doesNotContain("Glimmerspot").doesNotContain("Name=Bo,");
    assertThat(failures).isEmpty();
    assertThat(community.forum.all(Erasure.class)).isEmpty();
  }

  private void restore(Map<String, Stored> backup) {
    List.copyOf(community.forum.everything().values()).stream().filter(item -> !(item instanceof AuditEntry || item instanceof AuditHead))
        .forEach(community.forum::takeAway);
    backup.values().forEach(item -> {
      if (!(item instanceof AuditEntry || item instanceof AuditHead)) {
        community.forum.put(item);
      }
    });
  }

  private String everything() {
    return community.forum.everything().toString();
  }
}
