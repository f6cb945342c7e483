package org.hearth.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hearth.forum.Samples.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.audit.AuditHead;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit log's entries, month by month, and its head. */
public abstract class AuditLogContract {
  private Stores stores;

  protected abstract Stores stores();

  @BeforeEach
  void empty() {
    stores = stores();
  }

  private static AuditEntry entry(String month, long sequence) {
    return new AuditEntry(month, sequence, minutes(sequence), "m-mo", "hide", "p-1", sequence % 2 == 0 ? "" : "be-kind", "0".repeat(64), "f".repeat(64));
  }

  @Test
  void aNewLogHasNoHeadAndNoEntries() {
    assertThat(stores.log().head()).isEmpty();
    assertThat(stores.log().month("2026-11", 0, 10)).isEqualTo(Page.last(List.of()));
  }

  @Test
  void theHeadIsTheOneThatWasWrittenLast() {
    var first = new AuditHead(1, "a".repeat(64), "2026-11", "2026-11", 1);
    var second = new AuditHead(2, "b".repeat(64), "2026-11", "2026-12", 2);
    stores.changes().commit(new Change().save(first));
    stores.changes().commit(new Change().save(second));
    assertThat(stores.log().head()).contains(second);
  }

  @Test
  void aMonthsEntriesComeInOrderAlsoPastTen() {
    var entries = IntStream.rangeClosed(1, 12).mapToObj(n -> entry("2026-11", n)).toList();
    entries.reversed().forEach(stores::add);
    stores.add(entry("2026-12", 13));
    assertThat(stores.log().month("2026-11", 0, 50)).isEqualTo(Page.last(entries));
    assertThat(stores.log().month("2026-11", 9, 50)).isEqualTo(Page.last(entries.subList(9, 12)));
    assertThat(stores.log().month("2026-10", 0, 50).items()).isEmpty();
  }

  @Test
  void aMonthIsPagedWithoutGapOrRepeat() {
    var entries = IntStream.rangeClosed(1, 7).mapToObj(n -> entry("2026-11", n)).toList();
    entries.forEach(stores::add);
    for (int size : new int[] {1, 3, 6, 7, 8}) {
      var seen = new ArrayList<AuditEntry>();
      Optional<String> next = Optional.of("0");
      while (next.isPresent()) {
        var page = stores.log().month("2026-11", Long.parseLong(next.get()), size);
        seen.addAll(page.items());
        next = page.next();
      }
      assertThat(seen).as("pages of " + size).isEqualTo(entries);
    }
  }

  @Test
  void anEntryIsWrittenOnce() {
    stores.add(entry("2026-11", 1));
    assertThatThrownBy(() -> stores.add(new AuditEntry("2026-11", 1, minutes(1), "m-x", "hide", "p-2", "", "0", "1"))).isInstanceOf(Conflict.class);
    assertThat(stores.log().month("2026-11", 0, 10).items()).containsExactly(entry("2026-11", 1));
  }

  @Test
  void sixteenWritersLeaveNoGap() throws Exception {
    var auditing = new Auditing(stores.log());
    try (var threads = Executors.newFixedThreadPool(16)) {
      var writers = IntStream.range(0, 16).<Callable<Void>>mapToObj(n -> () -> {
        auditing.alone(stores.changes(), minutes(0), "m-" + n, Audited.READ_RESTRICTED, "t-" + n);
        return null;
      }).toList();
      for (var written : threads.invokeAll(writers)) {
        written.get();
      }
    }
    var entries = stores.log().month("2026-11", 0, 50).items();
    assertThat(entries).extracting(AuditEntry::sequence).containsExactlyElementsOf(IntStream.rangeClosed(1, 16).mapToObj(Long::valueOf).toList());
    assertThat(entries).extracting(AuditEntry::actor).doesNotHaveDuplicates();
    assertThat(stores.log().head().orElseThrow().sequence()).isEqualTo(16);
  }
}
