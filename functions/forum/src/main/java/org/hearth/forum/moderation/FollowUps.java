package org.hearth.forum.moderation;

import java.time.InstantSource;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.members.Caller;
import org.hearth.forum.posting.Wording;

/** Records that a person asked after somebody who had been in danger, and what came of it. */
public final class FollowUps {
  private final Cases cases;
  private final Changes changes;
  private final Auditing audit;
  private final InstantSource clock;

  public FollowUps(Cases cases, Changes changes, Auditing audit, InstantSource clock) {
    this.cases = cases;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param note what was done and what came of it; for moderators only
   * @return the case, closed if it was decided before
   * @throws Refused when nothing is owed, somebody has done it, another moderator has the case, or it is about the caller
   */
  public Case record(Caller caller, String caseId, String note) {
    var moderator = caller.moderator();
    new Wording().require("note", note, Wording.LONGEST_NOTE).check();
    return Attempts.of(() -> {
      var now = clock.instant();
      var found = cases.find(caseId).orElseThrow(Refused::notFound);
      var owed = found.followUp();
      if (owed == null || owed.done()) {
        throw new Refused(new Refusal.Locked(owed == null
            ? "No follow-up is owed in this case."
            : "Somebody has already asked after this person. Read the timeline before you do it again."));
      }
      var claim = found.claimAt(now);
      if (claim != null && !claim.moderatorId().equals(moderator.id())) {
        throw new Refused(new Refusal.Claimed(claim.moderatorName(), claim.until()));
      }
      Fairness.check(found, moderator, now);
      var followed = found.changed(draft -> {
        draft.followUp = new Case.FollowUp(owed.dueAt(), now, moderator.name(), note.strip());
        draft.event(now, "Followed up", moderator.name());
        if (found.state() == Case.State.FOLLOW_UP) {
          draft.close(now);
        }
      });
      changes.commit(audit.to(new Change().save(followed), now, moderator.id(), Audited.FOLLOWED_UP, caseId, null));
      return followed;
    });
  }
}
