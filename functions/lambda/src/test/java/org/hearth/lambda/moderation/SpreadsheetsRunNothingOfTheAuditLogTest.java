package org.hearth.lambda.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.hearth.forum.audit.AuditEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cells that begin like a formula, by the list of OWASP's page on CSV injection. */
class SpreadsheetsRunNothingOfTheAuditLogTest {

  @ParameterizedTest
  @ValueSource(strings = {"=HYPERLINK(\"https://example.org\")", "+1+1", "-1+1", "@SUM(A1)", "\tcmd", "\r=1+1"})
  void aCellThatBeginsLikeAFormulaBeginsWithAnApostrophe(String cell) {
    var csv = AuditCsv.of(reader -> reader.accept(new AuditEntry("2026-11", 1, Instant.EPOCH, cell, cell, cell, cell, "0", "1")));
    assertThat(csv.substring(csv.indexOf('\n') + 1)).containsSubsequence("1970", "'" + cell.charAt(0), "'" + cell.charAt(0), "'" + cell.charAt(0), "'" + cell.charAt(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"screening", "01KJPXHTG00QT5V8XC3F7M2R9B", "no-personal-data"})
  void allElseIsAsItWas(String cell) {
    var csv = AuditCsv.of(reader -> reader.accept(new AuditEntry("2026-11", 1, Instant.EPOCH, cell, cell, cell, cell, "0", "1")));
    assertThat(csv).contains("," + cell + "," + cell + "," + cell + "," + cell + ",").doesNotContain("'");
  }
}
