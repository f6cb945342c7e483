package org.hearth.lambda.moderation;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.hearth.forum.audit.AuditEntry;

/** The audit log for a spreadsheet. */
final class AuditCsv {
  private static final String FORMULA_BEGINS = "=+-@\t\r";

  private AuditCsv() {}

  /** @param entries hands over each entry in turn */
  static String of(Consumer<Consumer<AuditEntry>> entries) {
    var text = new StringWriter();
    var csv = CsvWriter.builder().build(text);
    csv.writeRecord("month", "sequence", "at", "actor", "action", "target", "rule", "previousHash", "hash");
    entries.accept(entry -> csv.writeRecord(
        entry.month(), Long.toString(entry.sequence()), entry.at().toString(), inert(entry.actor()), inert(entry.action()), inert(entry.target()),
        inert(entry.rule()), entry.previousHash(), entry.hash()));
    return text.toString();
  }

  // A spreadsheet runs a cell that begins like a formula, whoever wrote it (OWASP: CSV injection).
  private static String inert(String cell) {
    return !cell.isEmpty() && FORMULA_BEGINS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
