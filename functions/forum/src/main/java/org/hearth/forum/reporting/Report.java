package org.hearth.forum.reporting;

import java.time.Instant;
import org.hearth.forum.Stored;

/**
 * Somebody's report of a post or a profile, or a complaint.
 *
 * @param reference what the reporter is given, to ask about it
 * @param reporterId null when they were not signed in
 * @param wantsOutcome whether the reporter wants to hear what came of it
 * @param discounted whether it did not make the case more urgent, because this member flags very much or visitors flood us
 * @param contact how to reach somebody who is not signed in, if they want it; else null
 */
public record Report(
    String caseId, String reference, ReportReason reason, String note, String reporterId, String contact, Instant at,
    boolean wantsOutcome, boolean discounted, long revision)
    implements Stored {

  /** After the reporter was erased: a report in its own place, and their words only while the case needs them. */
  public Report unnamed(boolean keepWords) {
    return new Report(caseId, reference, reason, keepWords && note != null ? note : "", null, null, at, false, discounted, 1);
  }

  public Report withoutWords() {
    return new Report(caseId, reference, reason, "", reporterId, contact, at, wantsOutcome, discounted, revision + 1);
  }
}
