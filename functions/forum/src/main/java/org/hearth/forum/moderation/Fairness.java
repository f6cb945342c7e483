package org.hearth.forum.moderation;

import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Caller;

/** Nobody decides about themselves, and nobody decides on an appeal against their own decision. */
final class Fairness {
  private Fairness() {}

  static void check(Case theCase, Caller.Member moderator) {
    if (moderator.id().equals(theCase.subject().memberId())) {
      throw new Refused(new Refusal.Locked("This case is about you. Another moderator must take it."));
    }
    if (theCase.appeal() != null && theCase.appeal().decidedBy().equals(moderator.id())) {
      throw new Refused(new Refusal.Locked("This is an appeal against your decision. Another moderator must take it."));
    }
  }
}
