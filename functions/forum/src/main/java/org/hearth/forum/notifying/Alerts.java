package org.hearth.forum.notifying;

import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Risk;

/** Tells moderators and the lead that a person is needed. No alert has anybody's words in it. */
public interface Alerts {
  void toModerators(String subject, String message);

  void toLead(String subject, String message);

  /** Whether a change of a case is one that somebody must hear of: it opened, became more urgent, or was appealed. */
  static boolean worthTelling(Case before, Case after) {
    if (!after.open()) {
      return false;
    }
    boolean opened = before == null || !before.open();
    boolean appealed = after.appeal() != null && (before == null || before.appeal() == null);
    return opened && after.risk() != Risk.GREEN || !opened && after.risk().isMoreUrgentThan(before.risk()) || appealed;
  }
}
