package org.hearth.forum.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hearth.forum.screening.Finding;

/** What may be changed in a case. */
public final class CaseDraft {
  private static final int MOST_SNAPSHOTS = 5;
  private static final int MOST_EVENTS = 100;

  private final Case before;
  public Case.State state;
  public Risk risk;
  public Instant openedAt;
  public Instant closedAt;
  public Case.Subject subject;
  public List<Finding> findings;
  public int reportCount;
  public Case.Claim claim;
  public Case.OpenAppeal appeal;
  public Case.Clocks clocks;
  public boolean checkFailed;
  public int flags;
  public Case.FollowUp followUp;
  public Case.Outcome outcome;
  private final List<Case.Snapshot> snapshots;
  private final List<String> reasons;
  private final List<Case.Event> events;

  CaseDraft(Case before) {
    this.before = before;
    state = before.state();
    risk = before.risk();
    openedAt = before.openedAt();
    closedAt = before.closedAt();
    subject = before.subject();
    findings = before.findings();
    reportCount = before.reportCount();
    claim = before.claim();
    appeal = before.appeal();
    clocks = before.clocks();
    checkFailed = before.checkFailed();
    flags = before.flags();
    followUp = before.followUp();
    outcome = before.outcome();
    snapshots = new ArrayList<>(before.snapshots());
    reasons = new ArrayList<>(before.reasons());
    events = new ArrayList<>(before.events());
  }

  /** Opens it, at least this urgent. An open case keeps its clock, unless it becomes more urgent; one opened anew starts its own. */
  public CaseDraft open(Risk atLeast, Instant now) {
    if (state != Case.State.OPEN) {
      state = Case.State.OPEN;
      closedAt = null;
      claim = null;
      flags = 0;
      reasons.clear();
      begin(atLeast, now);
    } else if (atLeast.isMoreUrgentThan(risk)) {
      begin(atLeast, now);
    }
    return this;
  }

  private void begin(Risk newRisk, Instant now) {
    risk = newRisk;
    openedAt = now;
    clocks = Case.Clocks.NONE;
    boolean owed = followUp != null && !followUp.done();
    if (newRisk == Risk.CRISIS && !owed) {
      followUp = Case.followUp(before.kind(), now);
    }
  }

  /** Closes it, or, when a follow-up is still owed, leaves it for that. */
  public CaseDraft close(Instant now) {
    boolean owed = followUp != null && !followUp.done();
    state = owed ? Case.State.FOLLOW_UP : Case.State.CLOSED;
    clocks = owed ? clocks.withoutBreach() : clocks;
    closedAt = now;
    claim = null;
    appeal = null;
    return this;
  }

  public CaseDraft because(String reason) {
    if (!reasons.contains(reason)) {
      reasons.add(reason);
    }
    return this;
  }

  /** Takes out all that was written by those whom it is about or who reported it. */
  public CaseDraft withoutWords() {
    snapshots.clear();
    findings = List.of();
    appeal = appeal == null ? null : new Case.OpenAppeal(appeal.id(), appeal.decisionId(), appeal.decidedBy(), "", appeal.at());
    return this;
  }

  /** The first is kept for good, and the newest few; of the others those go first that are not the author's own words. */
  public CaseDraft snapshot(Case.Snapshot taken) {
    if (snapshots.stream().noneMatch(kept -> kept.version() == taken.version())) {
      if (snapshots.size() == MOST_SNAPSHOTS) {
        snapshots.remove(IntStream.range(1, MOST_SNAPSHOTS).filter(place -> snapshots.get(place).redacted()).findFirst().orElse(1));
      }
      snapshots.add(taken);
    }
    return this;
  }

  public CaseDraft event(Instant at, String what, String by) {
    if (events.size() == MOST_EVENTS) {
      events.remove(1);
    }
    events.add(new Case.Event(at, what, by));
    return this;
  }

  Case toCase() {
    return new Case(before.id(), before.kind(), state, risk, openedAt, closedAt, subject, List.copyOf(snapshots), List.copyOf(findings),
        List.copyOf(reasons), reportCount, claim, appeal, List.copyOf(events), clocks, checkFailed, flags,
        followUp, outcome, before.revision() + 1);
  }
}
