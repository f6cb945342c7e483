package org.hearth.forum.audit;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.hearth.forum.Page;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Caller;

/** Shows the audit log and checks that nobody has touched it. Leads and admins may. */
public final class ReadAudit {
  private static final int PAGE = 100;
  private static final int WHOLE_PAGE = 1_000;
  private static final Pattern SEQUENCE = Pattern.compile("\\d{1,12}");

  /** @param brokenAt the first entry that is not as it was written; empty when all are */
  public record Verification(boolean intact, long entries, String headHash, Optional<Broken> brokenAt) {}

  public record Broken(String month, long sequence, String what) {}

  private final AuditLog log;

  public ReadAudit(AuditLog log) {
    this.log = log;
  }

  /**
   * @param from the first month, as {@code 2026-11}; null for the log's first
   * @param to the last month; null for the log's last
   * @param position where the page before ended
   */
  public Page<AuditEntry> page(Caller caller, String from, String to, Optional<String> position) {
    caller.auditor();
    long after = position.map(ReadAudit::sequence).orElse(0L);
    var items = new ArrayList<AuditEntry>();
    for (var month : months(from, to)) {
      if (items.size() <= PAGE) {
        items.addAll(log.month(month, after, PAGE + 1 - items.size()).items());
      }
    }
    return Page.of(items, PAGE, entry -> Long.toString(entry.sequence()));
  }

  /** Every entry of the months, in order, one after another. */
  public void each(Caller caller, String from, String to, Consumer<AuditEntry> reader) {
    caller.auditor();
    months(from, to).forEach(month -> eachOf(month, reader));
  }

  /** Follows the chain from the first entry to the head. */
  public Verification verify(Caller caller) {
    caller.auditor();
    var head = log.head();
    var chain = new Chain();
    head.ifPresent(end -> months(null, null).forEach(month -> eachOf(month, chain::follow)));
    head.ifPresent(chain::endsAt);
    return new Verification(chain.broken == null, chain.sequence, chain.hash, Optional.ofNullable(chain.broken));
  }

  private void eachOf(String month, Consumer<AuditEntry> reader) {
    long after = 0;
    boolean more = true;
    while (more) {
      var page = log.month(month, after, WHOLE_PAGE);
      page.items().forEach(reader);
      more = page.next().isPresent();
      after = page.items().isEmpty() ? after : page.items().getLast().sequence();
    }
  }

  private List<String> months(String from, String to) {
    var head = log.head();
    if (head.isEmpty()) {
      month("from", from);
      month("to", to);
      return List.of();
    }
    var first = month("from", from).orElse(YearMonth.parse(head.get().firstMonth()));
    var last = month("to", to).orElse(YearMonth.parse(head.get().month()));
    var earliest = YearMonth.parse(head.get().firstMonth());
    var latest = YearMonth.parse(head.get().month());
    var months = new ArrayList<String>();
    for (var month = first.isBefore(earliest) ? earliest : first; !month.isAfter(last) && !month.isAfter(latest); month = month.plusMonths(1)) {
      months.add(month.toString());
    }
    return months;
  }

  private static Optional<YearMonth> month(String field, String text) {
    try {
      return Optional.ofNullable(text).map(YearMonth::parse);
    } catch (DateTimeException notAMonth) {
      throw Refused.invalid(field, "Give a month as year and number, such as 2026-11.");
    }
  }

  private static long sequence(String position) {
    if (!SEQUENCE.matcher(position).matches()) {
      throw Refused.invalid("cursor", "This page marker is not one of ours. Start again from the first page.");
    }
    return Long.parseLong(position);
  }

  private static final class Chain {
    private long sequence;
    private String hash = AuditEntry.GENESIS;
    private Broken broken;

    void follow(AuditEntry entry) {
      if (broken != null) {
        return;
      }
      if (entry.sequence() != sequence + 1) {
        broken = new Broken(entry.month(), sequence + 1, "An entry is missing.");
      } else if (!entry.previousHash().equals(hash) || !entry.sound()) {
        broken = new Broken(entry.month(), entry.sequence(), "This entry is not as it was written.");
      } else {
        sequence = entry.sequence();
        hash = entry.hash();
      }
    }

    void endsAt(AuditHead head) {
      if (broken == null && (head.sequence() != sequence || !head.hash().equals(hash))) {
        broken = new Broken(head.month(), sequence + 1, "The end of the log is missing.");
      }
    }
  }
}
