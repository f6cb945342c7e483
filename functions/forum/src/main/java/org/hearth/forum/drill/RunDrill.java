package org.hearth.forum.drill;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Ids;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.members.Caller;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Cases;

/** Starts an exercise and tells how it went. From then on it takes the way of any other post, until somebody has decided it. */
public final class RunDrill {
  private static final int SHOWN = 20;

  /**
   * How it went.
   *
   * @param theCase empty until the checks have read it
   */
  public record Result(Drill drill, Optional<Case> theCase) {
    boolean over() {
      return theCase.filter(one -> !one.open()).isPresent();
    }
  }

  private final Drills drills;
  private final Cases cases;
  private final Changes changes;
  private final Auditing audit;
  private final Ids ids;
  private final InstantSource clock;

  public RunDrill(Drills drills, Cases cases, Changes changes, Auditing audit, Ids ids, InstantSource clock) {
    this.drills = drills;
    this.cases = cases;
    this.changes = changes;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** @throws Refused unless the caller is the lead, and while another is going on */
  public Drill start(Caller caller) {
    var lead = caller.lead();
    return Attempts.of(() -> {
      var now = clock.instant();
      var held = drills.newest(SHOWN);
      if (held.stream().map(this::result).anyMatch(one -> !one.over())) {
        throw new Refused(new Refusal.Locked("A drill is going on. Wait until somebody has decided its case."));
      }
      var drill = new Drill(ids.at(now), lead.name(), now, 1);
      var change = new Change().add(drill).add(Drill.post(drill.id(), Drill.TEXTS.get(held.size() % Drill.TEXTS.size())));
      changes.commit(audit.to(change, now, lead.id(), Audited.DRILL_STARTED, drill.id(), null));
      return drill;
    });
  }

  /** The newest first. */
  public List<Result> results(Caller caller) {
    caller.lead();
    return drills.newest(SHOWN).stream().map(this::result).toList();
  }

  public Instant now() {
    return clock.instant();
  }

  private Result result(Drill drill) {
    return new Result(drill, cases.find(drill.id()));
  }
}
