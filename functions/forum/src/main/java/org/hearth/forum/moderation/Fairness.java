package org.hearth.forum.moderation;

import java.time.Instant;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Role;

/** Nobody decides about themselves, nor on an appeal against their own decision, nor what was passed to the lead. */
final class Fairness {
  private Fairness() {}

  static void check(Case theCase, Caller.Member moderator, Instant now) {
    if (theCase.withLead(now) && moderator.role() != Role.LEAD) {
      throw withTheLead();
    }
    if (moderator.id().equals(theCase.subject().memberId())) {
      throw new Refused(new Refusal.Locked("This case is about you. Another moderator must take it."));
    }
    if (theCase.appeal() != null && theCase.appeal().decidedBy().equals(moderator.id())) {
      throw new Refused(new Refusal.Locked("This is an appeal against your decision. Another moderator must take it."));
    }
  }

  static Refused withTheLead() {
    return new Refused(new Refusal.Locked("This was passed to the safeguarding lead, who has been told. If the lead can't come in time, it is everybody's again."));
  }
}
