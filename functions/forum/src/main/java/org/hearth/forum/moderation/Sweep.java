package org.hearth.forum.moderation;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.notifying.TellPeople;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.Posts;
import org.hearth.forum.posting.ScreenPost;

/** Goes round every minute and leaves nothing unseen: posts that no check has reached, and cases that nobody has. */
public final class Sweep {
  private static final int POSTS_A_ROUND = 100;
  private static final int CASES_A_ROUND = 200;

  /** What a round found. */
  public record Round(int checked, int givenUp, int breached) {}

  private final Posts posts;
  private final Cases cases;
  private final ScreenPost screen;
  private final Changes changes;
  private final TellPeople tell;
  private final InstantSource clock;
  private final Consumer<RuntimeException> failures;

  /** @param failures hears of each check that failed in a round, and of each post that could not even be given to a person */
  public Sweep(
      Posts posts, Cases cases, ScreenPost screen, Changes changes, TellPeople tell, InstantSource clock, Consumer<RuntimeException> failures) {
    this.posts = posts;
    this.cases = cases;
    this.screen = screen;
    this.changes = changes;
    this.tell = tell;
    this.clock = clock;
    this.failures = failures;
  }

  public Round round() {
    var overdue = posts.waitingForCheck(POSTS_A_ROUND).stream().filter(this::overdue).toList();
    int givenUp = (int) overdue.stream().filter(post -> !checked(post)).count();
    return new Round(overdue.size() - givenUp, givenUp, tellOfBreaches());
  }

  private boolean overdue(Post post) {
    return ScreenPost.waitsSince(post).plus(ScreenPost.OVERDUE).isBefore(clock.instant());
  }

  private boolean checked(Post post) {
    try {
      screen.check(post.threadId(), post.id(), post.version());
      return true;
    } catch (RuntimeException failed) {
      failures.accept(failed);
      giveUp(post);
      return false;
    }
  }

  // One post that can be given to nobody must not keep the others from being given to somebody; it comes up again next round.
  private void giveUp(Post post) {
    try {
      screen.giveUp(post.threadId(), post.id());
    } catch (RuntimeException failed) {
      failures.accept(failed);
    }
  }

  private int tellOfBreaches() {
    var now = clock.instant();
    var breached = cases.in(Case.State.OPEN, Optional.empty(), CASES_A_ROUND).items().stream()
        .filter(waiting -> waiting.breached(now) && !waiting.breachTold())
        .toList();
    if (!breached.isEmpty()) {
      tell.breached(breached.size(), breached.stream().map(Case::risk).min(Comparator.naturalOrder()).orElseThrow());
      markTold(breached);
    }
    return breached.size();
  }

  // Told first and marked after: a crash between the two tells the lead twice, never not at all.
  private void markTold(List<Case> breached) {
    for (var waiting : breached) {
      Attempts.of(() -> {
        cases.find(waiting.id()).filter(Case::open).ifPresent(found -> changes.commit(new Change().save(found.changed(draft -> {
          draft.breachTold = true;
          draft.event(clock.instant(), "The lead was told that it waits too long", null);
        }))));
        return null;
      });
    }
  }
}
