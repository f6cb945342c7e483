package org.hearth.forum.reporting;

import java.util.Objects;
import org.hearth.forum.Fingerprint;
import org.hearth.forum.posting.Wording;

/**
 * A report as somebody sends it.
 *
 * @param reason one of {@link ReportReason}'s ids
 * @param note in their own words; may be null where something is named
 * @param contact how to reach them, if they want to be; else null
 * @param tellMe whether they want to hear what came of it; null for yes
 */
public record ReportDraft(String reason, String note, String contact, Boolean tellMe) {
  private static final int LONGEST_CONTACT = 200;

  /** By somebody who has not said whether they want to hear. */
  public ReportDraft(String reason, String note, String contact) {
    this(reason, note, contact, null);
  }

  boolean wantsOutcome() {
    return tellMe == null || tellMe;
  }

  /** Tells whether two reports are the same. */
  String fingerprint(String about) {
    return Fingerprint.of(about, Objects.toString(reason, ""), Objects.toString(note, ""), Objects.toString(contact, ""), Boolean.toString(wantsOutcome()));
  }

  ReportReason check(boolean noteNeeded) {
    var known = ReportReason.of(reason);
    var wording = new Wording()
        .because(known.isEmpty(), "reason", "Choose one of rules, safeguarding, spam, personal-data or other.")
        .allow("contact", contact, LONGEST_CONTACT);
    if (noteNeeded) {
      wording.require("note", note, Wording.LONGEST_NOTE);
    } else {
      wording.allow("note", note, Wording.LONGEST_NOTE);
    }
    wording.check();
    return known.orElseThrow();
  }
}
