package org.hearth.forum.reporting;

import java.time.Instant;
import org.hearth.forum.Stored;

/**
 * Somebody's report of a post or a profile, or a complaint.
 *
 * @param reference what the reporter is given, to ask about it
 * @param reporterId null when they were not signed in
 * @param contact how to reach somebody who is not signed in, if they want it; else null
 */
public record Report(
    String caseId, String reference, ReportReason reason, String note, String reporterId, String contact, Instant at, long revision)
    implements Stored {}
