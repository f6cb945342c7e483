package org.hearth.forum.reporting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hearth.forum.moderation.Risk;

/** Why somebody reports. It says how soon a person looks, never what they will decide. */
public enum ReportReason {
  RULES("Reported: against the rules", Risk.AMBER),
  SAFEGUARDING("Reported: somebody may be in danger", Risk.RED),
  SPAM("Reported: spam", Risk.AMBER),
  PERSONAL_DATA("Reported: personal data", Risk.AMBER),
  OTHER("Reported: another reason", Risk.AMBER);

  private final String words;
  private final Risk risk;

  ReportReason(String words, Risk risk) {
    this.words = words;
    this.risk = risk;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String words() {
    return words;
  }

  public Risk risk() {
    return risk;
  }

  public static Optional<ReportReason> of(String id) {
    return Arrays.stream(values()).filter(reason -> reason.id().equals(id)).findFirst();
  }
}
