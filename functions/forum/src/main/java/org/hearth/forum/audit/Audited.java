package org.hearth.forum.audit;

import java.util.Locale;

/** What the audit log tells of. The page of the log has words for each of them, and a test compares the two. */
public enum Audited {
  APPROVE,
  REDACT,
  HIDE,
  REMOVE,
  RESTORE,
  WARN,
  MUTE,
  SUSPEND,
  BAN,
  ESCALATE,
  CLOSE,
  HELD,
  ESCALATED,
  FOLLOWED_UP,
  UNMASKED,
  READ_RESTRICTED,
  PACK_MADE,
  NOTED,
  NOTE_REMOVED,
  PIN_THREAD,
  UNPIN_THREAD,
  LOCK_THREAD,
  UNLOCK_THREAD,
  MOVE_THREAD,
  POSTED_AS_ORGANISATION,
  CHECKS_PREVIEWED,
  CHECKS_CHANGED,
  ROTA_ADDED,
  ROTA_REMOVED,
  ROTA_IN_USE,
  ROTA_SET_ASIDE,
  CARE_SET,
  DRILL_STARTED,
  DRILL_CHECKED,
  DRILL_DECIDED,
  GREETER,
  GREETER_ENDED,
  RESOURCE_ADDED,
  RESOURCE_CHANGED,
  RESOURCE_REMOVED,
  INVITATION_MADE,
  INVITATION_USED,
  INVITATION_WITHDRAWN,
  EXTENSION_ASKED,
  EXTENSION_GRANTED,
  EXTENSION_REFUSED,
  CONVERSATIONS_ON,
  CONVERSATIONS_OFF,
  ERASED;

  /** As the log and the pages name it, such as {@code rota-added}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one with that id, which must be one of these. */
  public static Audited of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
