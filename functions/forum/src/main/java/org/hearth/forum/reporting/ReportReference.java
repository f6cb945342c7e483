package org.hearth.forum.reporting;

import org.hearth.forum.Stored;

/** Leads from the reference that a reporter was given to the case. */
public record ReportReference(String reference, String caseId, long revision) implements Stored {}
