package org.hearth.forum.moderation;

import java.time.Duration;
import java.time.InstantSource;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.care.Care;
import org.hearth.forum.members.Caller;

/** Takes a case on, for ten minutes at a time, so that two moderators never work on the same. */
public final class ClaimCase {
  /** Long enough to read and decide; short enough that a closed laptop does not keep a case from the others. */
  public static final Duration LENGTH = Duration.ofMinutes(10);

  private final Cases cases;
  private final Care care;
  private final Changes changes;
  private final InstantSource clock;

  public ClaimCase(Cases cases, Care care, Changes changes, InstantSource clock) {
    this.cases = cases;
    this.care = care;
    this.changes = changes;
    this.clock = clock;
  }

  /** Claims it, or renews the caller's claim. */
  public Case by(Caller caller, String caseId) {
    var moderator = caller.moderator();
    return Attempts.of(() -> {
      var now = clock.instant();
      var found = cases.find(caseId).orElseThrow(Refused::notFound);
      var current = found.claimAt(now);
      if (current != null && !current.moderatorId().equals(moderator.id())) {
        throw new Refused(new Refusal.Claimed(current.moderatorName(), current.until()));
      }
      Fairness.check(found, moderator, now);
      care.beforeClaim(found, moderator);
      var claimed = found.changed(draft -> {
        draft.claim = new Case.Claim(moderator.id(), moderator.name(), now.plus(LENGTH));
        draft.clocks = draft.clocks.seen(now);
        if (current == null) {
          draft.event(now, "Claimed", moderator.name());
        }
      });
      changes.commit(new Change().save(claimed));
      return claimed;
    });
  }

  /** Hands it back, without a reason. Handing back what one does not hold changes nothing. */
  public void handBack(Caller caller, String caseId) {
    var moderator = caller.moderator();
    Attempts.of(() -> {
      var now = clock.instant();
      var found = cases.find(caseId).orElseThrow(Refused::notFound);
      if (found.claimedBy(moderator.id(), now)) {
        changes.commit(new Change().save(found.changed(draft -> {
          draft.claim = null;
          draft.event(now, "Handed back", moderator.name());
        })));
      }
      return null;
    });
  }
}
