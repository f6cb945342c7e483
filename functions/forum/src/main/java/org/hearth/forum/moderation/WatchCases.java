package org.hearth.forum.moderation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.notifying.TellPeople;

/** Looks at the clocks of the cases that wait, and tells people again, or tells the lead, when one has run out. */
public final class WatchCases {
  private static final int AT_A_TIME = 500;
  /** Told again one by one, the most urgent first: a flood must not cost a message a minute for each. */
  private static final int TOLD_AGAIN_A_ROUND = 20;
  /** What a round can write down with time to spare; those that are left are late in the next round, too. */
  private static final int MARKED_A_ROUND = 500;

  private final Cases cases;
  private final Changes changes;
  private final TellPeople tell;
  private final InstantSource clock;

  public WatchCases(Cases cases, Changes changes, TellPeople tell, InstantSource clock) {
    this.cases = cases;
    this.changes = changes;
    this.tell = tell;
    this.clock = clock;
  }

  /** @return how many cases the lead was told of because they wait too long */
  public int look() {
    var now = clock.instant();
    var open = all(Case.State.OPEN);
    var owed = all(Case.State.FOLLOW_UP);
    open.stream().filter(waiting -> unseen(waiting, now)).limit(TOLD_AGAIN_A_ROUND).forEach(this::tellAgain);
    var late = open.stream().filter(waiting -> waiting.breached(now) && !waiting.clocks().breachTold() && !waiting.drill()).limit(MARKED_A_ROUND).toList();
    tellOfBreaches(late);
    tellOfFollowUps(owed, now);
    count(open, owed.size());
    return late.size();
  }

  // A long queue is when nobody must be forgotten: the last of a thousand is looked at as well.
  private List<Case> all(Case.State state) {
    var found = new ArrayList<Case>();
    Optional<String> position = Optional.empty();
    do {
      var page = cases.in(state, position, AT_A_TIME);
      found.addAll(page.items());
      position = page.next();
    } while (position.isPresent());
    return found;
  }

  private void count(List<Case> open, int followUps) {
    Attempts.of(() -> {
      var before = cases.counts().orElse(QueueCounts.NONE);
      var byRisk = open.stream().collect(Collectors.toMap(Case::risk, one -> 1, Integer::sum));
      var counted = new QueueCounts(Map.copyOf(byRisk), followUps, before.revision() + 1);
      if (!counted.same(before)) {
        changes.commit(new Change().save(counted));
      }
      return null;
    });
  }

  private static boolean unseen(Case waiting, Instant now) {
    var again = waiting.risk().toldAgainAfter();
    if (again == null || waiting.clocks().seenAt() != null || waiting.claimAt(now) != null) {
      return false;
    }
    var last = waiting.clocks().toldAt() == null ? waiting.openedAt() : waiting.clocks().toldAt();
    return now.isAfter(last.plus(again));
  }

  // Told first and marked after: a crash between the two tells people twice, never not at all.
  private void tellAgain(Case waiting) {
    tell.again(waiting);
    mark(waiting, draft -> {
      draft.clocks = draft.clocks.told(clock.instant(), true);
      return draft.event(clock.instant(), "Moderators and the lead were told again, for nobody had opened it", null);
    });
  }

  private void tellOfBreaches(List<Case> late) {
    if (late.isEmpty()) {
      return;
    }
    tell.breached(late.size(), late.stream().map(Case::risk).min(Comparator.naturalOrder()).orElseThrow());
    late.forEach(waiting -> mark(waiting, draft -> {
      draft.clocks = draft.clocks.breachTold(clock.instant());
      return draft.event(clock.instant(), "The lead was told that it waits too long", null);
    }));
  }

  private void tellOfFollowUps(List<Case> all, Instant now) {
    var late = all.stream()
        .filter(owed -> now.isAfter(owed.followUp().dueAt()) && !owed.clocks().breachTold())
        .limit(MARKED_A_ROUND)
        .toList();
    if (!late.isEmpty()) {
      tell.followUpsDue(late.size());
      late.forEach(owed -> mark(owed, draft -> {
        draft.clocks = draft.clocks.breachTold(now);
        return draft.event(now, "The lead was told that the follow-up is late", null);
      }));
    }
  }

  private void mark(Case seen, UnaryOperator<CaseDraft> change) {
    Attempts.of(() -> {
      cases.find(seen.id()).filter(found -> found.state() == seen.state())
          .ifPresent(found -> changes.commit(new Change().save(found.changed(change::apply))));
      return null;
    });
  }
}
