package org.hearth.forum.rota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Ids;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.members.Caller;

/** Plans who is on duty, and when. Leads and admins may; every moderator may read it. */
public final class PlanRota {
  private static final int MOST_SHIFTS = 1_000;
  private static final int SHORTEST_WINDOW = 15;
  private static final int LONGEST_WINDOW = 240;

  private final Rotas rotas;
  private final Changes changes;
  private final Auditing audit;
  private final Ids ids;
  private final InstantSource clock;

  public PlanRota(Rotas rotas, Changes changes, Auditing audit, Ids ids, InstantSource clock) {
    this.rotas = rotas;
    this.changes = changes;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  public Duty read(Caller caller) {
    caller.staff();
    return rotas.duty();
  }

  /**
   * @return the shift, or the shifts of all its weeks
   * @throws Refused when the times can't be a shift or the person is not known as a moderator
   */
  public List<Shift> add(Caller caller, ShiftDraft draft) {
    var planner = caller.leadOrAdmin();
    draft.check(clock.instant());
    return Attempts.of(() -> {
      var now = clock.instant();
      var duty = rotas.duty();
      var person = duty.presences().stream()
          .filter(known -> known.moderatorId().equals(draft.moderatorId()) && known.role().moderates())
          .findFirst()
          .orElseThrow(() -> Refused.invalid("moderatorId", "Choose a moderator or lead who has opened the queue at least once."));
      var shifts = IntStream.range(0, draft.weeks() == null ? 1 : draft.weeks())
          .mapToObj(week -> draft.in(week, ids.at(now), person.name())).toList();
      var rota = duty.rota().with(shifts, now);
      if (rota.shifts().size() > MOST_SHIFTS) {
        throw Refused.invalid("weeks", "The rota holds " + MOST_SHIFTS + " shifts. Plan fewer weeks ahead.");
      }
      commit(planner, rota, Audited.ROTA_ADDED, person.moderatorId(), now);
      return shifts;
    });
  }

  public void remove(Caller caller, String shiftId) {
    var planner = caller.leadOrAdmin();
    Attempts.of(() -> {
      var rota = rotas.duty().rota();
      var gone = rota.shifts().stream().filter(shift -> shift.id().equals(shiftId)).findFirst().orElseThrow(Refused::notFound);
      commit(planner, rota.without(shiftId), Audited.ROTA_REMOVED, gone.moderatorId(), clock.instant());
      return null;
    });
  }

  /**
   * @param inUse false sets the rota aside, so that posts go out as their checks say whoever is there
   * @param windowMinutes how long somebody on duty may be silent; null leaves it
   */
  public Rota set(Caller caller, boolean inUse, Integer windowMinutes) {
    var planner = caller.leadOrAdmin();
    if (windowMinutes != null && (windowMinutes < SHORTEST_WINDOW || windowMinutes > LONGEST_WINDOW)) {
      throw Refused.invalid("windowMinutes", "Choose " + SHORTEST_WINDOW + " to " + LONGEST_WINDOW + " minutes.");
    }
    return Attempts.of(() -> {
      var rota = rotas.duty().rota();
      var next = rota.set(inUse, windowMinutes == null ? rota.window() : Duration.ofMinutes(windowMinutes));
      commit(planner, next, inUse ? Audited.ROTA_IN_USE : Audited.ROTA_SET_ASIDE, planner.id(), clock.instant());
      return next;
    });
  }

  private void commit(Caller.Member planner, Rota rota, Audited action, String target, Instant now) {
    changes.commit(audit.to(new Change().save(rota), now, planner.id(), action, target, null));
  }
}
