package org.hearth.forum.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearth.forum.posting.Wording;

/**
 * Which entries of the log somebody wants to see. Any of these may be null, for all.
 *
 * @param from the first month or day, as {@code 2026-11} or {@code 2026-11-23}, in UTC
 * @param to the last one
 * @param actor the id of whoever did it
 * @param action what was done, in the log's own word
 */
public record AuditFilter(String from, String to, String actor, String action) {
  public static final AuditFilter ALL = new AuditFilter(null, null, null, null);
  private static final String AS_A_DATE = "Give a month as 2026-11, or a day as 2026-11-23.";
  private static final Pattern WORD = Pattern.compile("[a-z-]{1,40}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** @throws org.hearth.forum.Refused with every field that can't be read */
  AuditFilter check() {
    new Wording()
        .because(from != null && first().isEmpty(), "from", AS_A_DATE)
        .because(to != null && last().isEmpty(), "to", AS_A_DATE)
        .because(actor != null && !ID.matcher(actor).matches(), "actor", "Give the id of somebody, or a name such as screening.")
        .because(action != null && !WORD.matcher(action).matches(), "action", "Give an action in small letters, such as hide.")
        .check();
    return this;
  }

  boolean takes(AuditEntry entry) {
    var day = LocalDate.ofInstant(entry.at(), ZoneOffset.UTC);
    return (actor == null || actor.equals(entry.actor())) && (action == null || action.equals(entry.action()))
        && first().filter(day::isBefore).isEmpty() && last().filter(day::isAfter).isEmpty();
  }

  Optional<YearMonth> firstMonth() {
    return first().map(YearMonth::from);
  }

  Optional<YearMonth> lastMonth() {
    return last().map(YearMonth::from);
  }

  private Optional<LocalDate> first() {
    return date(from, false);
  }

  private Optional<LocalDate> last() {
    return date(to, true);
  }

  private static Optional<LocalDate> date(String text, boolean end) {
    try {
      if (text == null || text.length() > "2026-11".length()) {
        return Optional.ofNullable(text).map(LocalDate::parse);
      }
      var month = YearMonth.parse(text);
      return Optional.of(end ? month.atEndOfMonth() : month.atDay(1));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
