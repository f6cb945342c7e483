package org.hearth.forum.posting;

import org.hearth.forum.screening.Tuning;

/**
 * How careful the checks of a group's posts are.
 *
 * @param reason why they are not the standard, in the words of whoever changed them; null when nobody did. It is kept here and not in
 *     the audit log, so that it can be replaced: who changed them when is in the log.
 */
public record Checks(Tuning tuning, String reason) {
  public static final Checks STANDARD = new Checks(Tuning.standard(), null);
}
