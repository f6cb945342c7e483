package org.hearth.forum.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hearth.forum.Community;
import org.junit.jupiter.api.Test;

class TheLogHasNoGapsTest {
  private final Community community = new Community();
  private final Auditing auditing = new Auditing(community.forum.log);

  private void writes(int times) {
    for (int i = 0; i < times; i++) {
      auditing.alone(community.forum, community.clock.instant(), "m-mo", Audited.HIDE, "p-" + i);
    }
  }

  private ArrayList<AuditEntry> read(String from, String to) {
    var entries = new ArrayList<AuditEntry>();
    community.audit.each(community.caller(community.lena), new AuditFilter(from, to, null, null), entries::add);
    return entries;
  }

  private void intact(long entries) {
    var verification = community.audit.verify(community.caller(community.lena));
    assertThat(verification.intact()).isTrue();
    assertThat(verification.entries()).isEqualTo(entries);
  }

  @Test
  void sixteenAtOnce() throws Exception {
    try (var threads = Executors.newFixedThreadPool(16)) {
      var writers = IntStream.range(0, 16).<Callable<Void>>mapToObj(n -> () -> {
        writes(5);
        return null;
      }).toList();
      for (var written : threads.invokeAll(writers)) {
        written.get();
      }
    }
    intact(80);
    assertThat(read(null, null)).extracting(AuditEntry::sequence).containsExactlyElementsOf(LongStream.rangeClosed(1, 80).boxed().toList());
  }

  @Test
  void monthsFollowEachOther() {
    community.clock.setTo(Instant.parse("2026-11-30T23:59:59.999Z"));
    writes(2);
    community.clock.forward(Duration.ofMillis(1));
    writes(2);
    community.clock.setTo(Instant.parse("2027-03-01T00:00:00Z"));
    writes(1);
    assertThat(read(null, null)).extracting(AuditEntry::month).containsExactly("2026-11", "2026-11", "2026-12", "2026-12", "2027-03");
    assertThat(read("2026-12", "2026-12")).extracting(AuditEntry::sequence).containsExactly(3L, 4L);
    assertThat(read("2027-01", null)).extracting(AuditEntry::sequence).containsExactly(5L);
    assertThat(read("2020-01", "2026-11")).hasSize(2);
    assertThat(read("2027-03", "2026-11")).isEmpty();
    intact(5);
  }

  @Test
  void aClockThatIsSetBackBreaksNoOrder() {
    community.clock.setTo(Instant.parse("2026-12-01T00:00:00Z"));
    writes(1);
    community.clock.setTo(Instant.parse("2026-11-30T23:00:00Z"));
    writes(2);
    assertThat(read(null, null)).extracting(AuditEntry::month).containsExactly("2026-12", "2026-12", "2026-12");
    intact(3);
  }

  @Test
  void aPageGoesOnAcrossMonths() {
    writes(130);
    community.clock.forward(Duration.ofDays(31));
    writes(130);
    var seen = new ArrayList<Long>();
    Optional<String> position = Optional.empty();
    do {
      var page = community.audit.page(community.caller(community.lena), AuditFilter.ALL, position);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(100);
      page.items().forEach(entry -> seen.add(entry.sequence()));
      position = page.next();
    } while (position.isPresent());
    assertThat(seen).containsExactlyElementsOf(LongStream.rangeClosed(1, 260).boxed().toList());
  }

  @Test
  void moreThanOneReadsWorthIsVerified() {
    writes(2_100);
    intact(2_100);
  }

  @Test
  void whatIsNoMonthIsRefused() {
    var lena = community.caller(community.lena);
    invalid("from", () -> community.audit.page(lena, new AuditFilter("November", null, null, null), Optional.empty()));
    invalid("to", () -> community.audit.page(lena, new AuditFilter(null, "2026-13", null, null), Optional.empty()));
    invalid("cursor", () -> { writes(1); community.audit.page(lena, AuditFilter.ALL, Optional.of("x")); });
  }

  @Test
  void aFilterFindsWhatItNamesAndNothingElse() {
    var lena = community.caller(community.lena);
    writes(120);
    new Auditing(community.forum.log).alone(community.forum, community.clock.instant(), "m-Mo", Audited.REMOVE, "p-1");
    var day = community.clock.instant().toString().substring(0, 10);
    assertThat(community.audit.page(lena, new AuditFilter(null, null, "m-Mo", null), Optional.empty()).items()).extracting(AuditEntry::target).containsExactly("p-1");
    assertThat(community.audit.page(lena, new AuditFilter(null, null, null, "remove"), Optional.empty()).items()).extracting(AuditEntry::actor).containsExactly("m-Mo");
    assertThat(community.audit.page(lena, new AuditFilter(day, day, "m-Mo", "remove"), Optional.empty()).items()).hasSize(1);
    assertThat(community.audit.page(lena, new AuditFilter("2020-01-01", "2020-01-02", null, null), Optional.empty()).items()).isEmpty();
    invalid("action", () -> community.audit.page(lena, new AuditFilter(null, null, null, "=1+1"), Optional.empty()));
    invalid("actor", () -> community.audit.page(lena, new AuditFilter(null, null, "a b", null), Optional.empty()));
  }
}
