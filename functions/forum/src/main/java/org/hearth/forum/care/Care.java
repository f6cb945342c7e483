package org.hearth.forum.care;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.members.Caller;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Cases;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.notifying.TellPeople;
import org.hearth.forum.posting.Wording;
import org.hearth.forum.rota.Duty;
import org.hearth.forum.rota.Rotas;
import org.hearth.forum.rota.Shift;

/**
 * Looks after those who read what is hard to read: after enough of it in a shift they rest, and others get the rest of it. It
 * never keeps a crisis from somebody who would look at it when nobody else does.
 */
public final class Care {
  private static final int MOST_BUDGET = 100;
  private static final int LONGEST_REST = 240;
  /** Whoever was at work so lately will see a crisis within its target. */
  private static final Duration LATELY = Risk.CRISIS.target();

  /**
   * How it is with one moderator.
   *
   * @param restUntil null when they do not rest
   * @param spent whether they have had enough for this shift
   * @param others whether somebody else is there who has not
   */
  public record State(int opened, int budget, Instant restUntil, boolean spent, boolean others, boolean debriefAsked) {
    /** Whether this case is somebody else's to take. */
    public boolean spares(Case one) {
      return spent && others && heavy(one);
    }
  }

  private final Cares cares;
  private final Cases cases;
  private final Rotas rotas;
  private final Changes changes;
  private final Auditing audit;
  private final TellPeople tell;
  private final InstantSource clock;

  public Care(Cares cares, Cases cases, Rotas rotas, Changes changes, Auditing audit, TellPeople tell, InstantSource clock) {
    this.cares = cares;
    this.cases = cases;
    this.rotas = rotas;
    this.changes = changes;
    this.audit = audit;
    this.tell = tell;
    this.clock = clock;
  }

  /** Whether reading it counts. */
  public static boolean heavy(Case one) {
    return one.risk().isMoreUrgentThan(Risk.AMBER);
  }

  public State of(Caller caller) {
    var moderator = caller.moderator();
    return state(cares.book(), moderator, clock.instant());
  }

  /** Counts that a moderator opened the whole of what is hard to read, once for each case. */
  public State opened(Caller caller, String caseId) {
    var moderator = caller.moderator();
    return Attempts.of(() -> {
      var now = clock.instant();
      var found = cases.find(caseId).orElseThrow(Refused::notFound);
      var book = cares.book();
      var load = load(book, moderator, now);
      if (heavy(found) && !found.drill() && !load.opened().contains(caseId)) {
        var more = load.with(caseId, book.settings(), now);
        boolean alone = more.spent(book.settings()) && !more.leadTold() && !othersThere(book, moderator, now);
        if (alone) {
          tell.enoughRead();
        }
        changes.commit(new Change().save(more.leadTold(more.leadTold() || alone)));
      }
      return state(cares.book(), moderator, now);
    });
  }

  /** @throws Refused when the case should be somebody else's, or the moderator rests */
  public void beforeClaim(Case found, Caller.Member moderator) {
    var now = clock.instant();
    var book = cares.book();
    var load = load(book, moderator, now);
    boolean rests = load.rests(now);
    if (found.claimedBy(moderator.id(), now) || !rests && !(heavy(found) && load.spent(book.settings()))) {
      return;
    }
    if (othersThere(book, moderator, now) ? nobodyCame(found, now) : found.risk() == Risk.CRISIS || !rests) {
      return;
    }
    throw new Refused(new Refusal.Locked(rests
        ? "You have read a lot that is hard to read. Your rest goes on until " + load.restUntil().toString().substring(11, 16)
            + " UTC. The queue is looked after; go and do something kind for yourself."
        : "You have read enough that is hard to read for one shift. Somebody else is there and takes this one. The lighter cases are still yours."));
  }

  private static boolean nobodyCame(Case found, Instant now) {
    return found.risk() == Risk.CRISIS && now.isAfter(found.openedAt().plus(Risk.CRISIS.seenTarget()));
  }

  /** Asks the lead for a talk. It needs no reason, and nobody else hears of it. */
  public void askToTalk(Caller caller) {
    var moderator = caller.moderator();
    Attempts.of(() -> {
      var now = clock.instant();
      var load = load(cares.book(), moderator, now);
      if (load.debriefAskedAt() == null) {
        changes.commit(new Change().save(load.asking(now)));
        tell.debriefAsked();
      }
      return null;
    });
  }

  /** Who would like to talk, the longest wait first. */
  public List<Load> waitingToTalk(Caller caller) {
    caller.lead();
    return cares.book().loads().stream().filter(load -> load.debriefAskedAt() != null)
        .sorted(Comparator.comparing(Load::debriefAskedAt)).toList();
  }

  public void talked(Caller caller, String moderatorId) {
    caller.lead();
    Attempts.of(() -> {
      var load = cares.book().loads().stream().filter(one -> one.moderatorId().equals(moderatorId) && one.debriefAskedAt() != null)
          .findFirst().orElseThrow(Refused::notFound);
      changes.commit(new Change().save(load.asking(null)));
      return null;
    });
  }

  public CareSettings settings(Caller caller) {
    caller.lead();
    return cares.book().settings();
  }

  /** @throws Refused unless the caller is the lead and both are within reason */
  public CareSettings set(Caller caller, Integer budget, Integer restMinutes) {
    var lead = caller.lead();
    new Wording()
        .because(budget == null || budget < 1 || budget > MOST_BUDGET, "budget", "Choose 1 to " + MOST_BUDGET + ".")
        .because(restMinutes == null || restMinutes < 0 || restMinutes > LONGEST_REST, "restMinutes", "Choose 0 to " + LONGEST_REST + " minutes.")
        .check();
    return Attempts.of(() -> {
      var next = cares.book().settings().set(budget, Duration.ofMinutes(restMinutes));
      changes.commit(audit.to(new Change().save(next), clock.instant(), lead.id(), Audited.CARE_SET, lead.id(), null));
      return next;
    });
  }

  private State state(Cares.Book book, Caller.Member moderator, Instant now) {
    var load = load(book, moderator, now);
    boolean spent = load.spent(book.settings());
    return new State(load.opened().size(), book.settings().budget(), load.rests(now) ? load.restUntil() : null, spent,
        spent && othersThere(book, moderator, now), load.debriefAskedAt() != null);
  }

  private Load load(Cares.Book book, Caller.Member moderator, Instant now) {
    var known = book.loads().stream().filter(load -> load.moderatorId().equals(moderator.id())).findFirst();
    var shift = known.isEmpty() || known.get().opened().isEmpty() ? Optional.<Instant>empty() : shift(rotas.duty(), moderator, now);
    return known.map(load -> load.at(now, shift)).orElseGet(() -> Load.none(moderator.id(), moderator.name(), now));
  }

  private static Optional<Instant> shift(Duty duty, Caller.Member moderator, Instant now) {
    return duty.rota().onDuty(now).stream().filter(shift -> shift.moderatorId().equals(moderator.id())).map(Shift::start).max(Comparator.naturalOrder());
  }

  private boolean othersThere(Cares.Book book, Caller.Member moderator, Instant now) {
    var duty = rotas.duty();
    return duty.presences().stream()
        .filter(other -> other.role().moderates() && !other.moderatorId().equals(moderator.id()) && other.at().plus(LATELY).isAfter(now))
        .anyMatch(other -> book.loads().stream().filter(load -> load.moderatorId().equals(other.moderatorId()))
            .noneMatch(load -> load.rests(now) || load.spent(book.settings()) && !now.isAfter(load.since().plus(Load.LONGEST_SHIFT))));
  }
}
