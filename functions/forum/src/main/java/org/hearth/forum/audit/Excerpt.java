package org.hearth.forum.audit;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of the audit log that is about one thing, with the hashes of what lies between, so that its chain can be followed. */
public final class Excerpt {
  private static final int A_PAGE = 1_000;
  /** So many hashes between two entries tell enough; more would make a pack too large to be sent. */
  static final int MOST_BETWEEN = 10_000;

  /**
   * One place in the log.
   *
   * @param entry what it says; empty where it is about something else, of which only the hash is given
   */
  public record Line(long sequence, String hash, Optional<AuditEntry> entry) {}

  private final String target;
  private final List<Line> lines = new ArrayList<>();
  private final List<Line> between = new ArrayList<>();

  private Excerpt(String target) {
    this.target = target;
  }

  /**
   * @param since when the first entry about it can have been written
   * @return from its first entry to its last; where more than {@link #MOST_BETWEEN} lie between two, those are left out
   */
  public static List<Line> of(AuditLog log, String target, Instant since) {
    var excerpt = new Excerpt(target);
    log.head().ifPresent(head -> excerpt.read(log, head, YearMonth.from(since.atZone(ZoneOffset.UTC))));
    return List.copyOf(excerpt.lines);
  }

  private void read(AuditLog log, AuditHead head, YearMonth since) {
    var first = YearMonth.parse(head.firstMonth());
    var last = YearMonth.parse(head.month());
    for (var month = since.isBefore(first) ? first : since; !month.isAfter(last); month = month.plusMonths(1)) {
      long after = 0;
      boolean more = true;
      while (more) {
        var page = log.month(month.toString(), after, A_PAGE);
        page.items().forEach(this::take);
        more = page.next().isPresent();
        after = page.items().isEmpty() ? after : page.items().getLast().sequence();
      }
    }
  }

  private void take(AuditEntry entry) {
    if (entry.target().equals(target)) {
      lines.addAll(between.size() > MOST_BETWEEN ? List.of() : between);
      between.clear();
      lines.add(new Line(entry.sequence(), entry.hash(), Optional.of(entry)));
    } else if (!lines.isEmpty() && between.size() <= MOST_BETWEEN) {
      between.add(new Line(entry.sequence(), entry.hash(), Optional.empty()));
    }
  }
}
