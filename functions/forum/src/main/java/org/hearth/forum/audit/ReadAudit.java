package org.hearth.forum.audit;

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
  /** So many entries are looked at for one page; what is seldom is found on the pages after. */
  private static final int MOST_READ = 5_000;
  private static final Pattern SEQUENCE = Pattern.compile("\\d{1,12}");

  /**
   * What was found.
   *
   * @param brokenAt the first entry that is not as it was written; empty when all are
   * @param witnessed how far the log had come when that was last noted outside of the tables; empty where it never was
   */
  public record Verification(boolean intact, long entries, String headHash, Optional<Broken> brokenAt, Optional<Witness.Seen> witnessed) {}

  public record Broken(String month, long sequence, String what) {}

  private final AuditLog log;
  private final Witness witness;

  public ReadAudit(AuditLog log, Witness witness) {
    this.log = log;
    this.witness = witness;
  }

  /** @param position where the page before ended */
  public Page<AuditEntry> page(Caller caller, AuditFilter filter, Optional<String> position) {
    caller.auditor();
    long after = position.map(ReadAudit::sequence).orElse(0L);
    int read = 0;
    var found = new ArrayList<AuditEntry>();
    for (var month : months(filter.check())) {
      boolean more = true;
      while (more) {
        var page = log.month(month, after, PAGE);
        for (var entry : page.items()) {
          if (found.size() == PAGE || read == MOST_READ) {
            return new Page<>(List.copyOf(found), Optional.of(Long.toString(after)));
          }
          after = entry.sequence();
          read++;
          if (filter.takes(entry)) {
            found.add(entry);
          }
        }
        more = page.next().isPresent();
      }
    }
    return Page.last(List.copyOf(found));
  }

  /** Every entry that the filter takes, in order, one after another. */
  public void each(Caller caller, AuditFilter filter, Consumer<AuditEntry> reader) {
    caller.auditor();
    months(filter.check()).forEach(month -> eachOf(month, entry -> {
      if (filter.takes(entry)) {
        reader.accept(entry);
      }
    }));
  }

  /** Follows the chain from the first entry to the head, and compares it with what was witnessed. */
  public Verification verify(Caller caller) {
    caller.auditor();
    var witnessed = witness.last();
    var head = log.head();
    var chain = new Chain(witnessed);
    head.ifPresent(end -> months(AuditFilter.ALL).forEach(month -> eachOf(month, chain::follow)));
    head.ifPresent(chain::endsAt);
    witnessed.ifPresent(chain::reaches);
    return new Verification(chain.broken == null, chain.sequence, chain.hash, Optional.ofNullable(chain.broken), witnessed);
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

  private List<String> months(AuditFilter filter) {
    var months = new ArrayList<String>();
    log.head().ifPresent(head -> {
      var earliest = YearMonth.parse(head.firstMonth());
      var latest = YearMonth.parse(head.month());
      var first = filter.firstMonth().filter(earliest::isBefore).orElse(earliest);
      var last = filter.lastMonth().filter(latest::isAfter).orElse(latest);
      for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
        months.add(month.toString());
      }
    });
    return months;
  }

  private static long sequence(String position) {
    if (!SEQUENCE.matcher(position).matches()) {
      throw Refused.invalid("cursor", "This page marker is not one of ours. Start again from the first page.");
    }
    return Long.parseLong(position);
  }

  private static final class Chain {
    private final Optional<Witness.Seen> witnessed;
    private long sequence;
    private String hash = AuditEntry.GENESIS;
    private Broken broken;

    Chain(Optional<Witness.Seen> witnessed) {
      this.witnessed = witnessed;
    }

    void follow(AuditEntry entry) {
      if (broken != null) {
        return;
      }
      if (entry.sequence() != sequence + 1) {
        broken = new Broken(entry.month(), sequence + 1, "An entry is missing.");
      } else if (!entry.previousHash().equals(hash) || !entry.sound()) {
        broken = new Broken(entry.month(), entry.sequence(), "This entry is not as it was written.");
      } else if (witnessed.filter(seen -> seen.sequence() == entry.sequence() && !seen.is(entry)).isPresent()) {
        broken = new Broken(entry.month(), entry.sequence(), "This entry is not the one that was noted outside of the tables.");
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

    void reaches(Witness.Seen seen) {
      if (broken == null && sequence < seen.sequence()) {
        broken = new Broken(seen.month(), sequence + 1, sequence == 0
            ? "The whole log is missing: " + seen.sequence() + " entries were noted outside of the tables."
            : "The log once went on to entry " + seen.sequence() + ", which was noted outside of the tables.");
      }
    }
  }
}
