package org.hearth.forum.moderation;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.hearth.forum.audit.WatchAudit;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.Posts;
import org.hearth.forum.posting.ScreenPost;
import org.hearth.forum.rota.WatchCover;

/** Goes round every minute and leaves nothing unseen: posts that no check has reached, and cases that nobody has. */
public final class Sweep {
  private static final int POSTS_A_ROUND = 100;

  /**
   * What a round found.
   *
   * @param uncovered whether the lead was told that nobody is there
   * @param auditBroken whether the audit log no longer holds what it held
   */
  public record Round(int checked, int givenUp, int breached, boolean uncovered, boolean auditBroken) {}

  private final Posts posts;
  private final ScreenPost screen;
  private final WatchCases watchCases;
  private final WatchCover watchCover;
  private final WatchAudit watchAudit;
  private final InstantSource clock;
  private final Consumer<RuntimeException> failures;

  /** @param failures hears of each check that failed in a round, and of each post that could not even be given to a person */
  public Sweep(
      Posts posts, ScreenPost screen, WatchCases watchCases, WatchCover watchCover, WatchAudit watchAudit,
      InstantSource clock, Consumer<RuntimeException> failures) {
    this.posts = posts;
    this.screen = screen;
    this.watchCases = watchCases;
    this.watchCover = watchCover;
    this.watchAudit = watchAudit;
    this.clock = clock;
    this.failures = failures;
  }

  public Round round() {
    var overdue = posts.waitingForCheck(POSTS_A_ROUND).stream().filter(this::overdue).toList();
    int givenUp = (int) overdue.stream().filter(post -> !checked(post)).count();
    int breached = watchCases.look();
    return new Round(overdue.size() - givenUp, givenUp, breached, watchCover.look(), auditBroken());
  }

  // The Parameter Store being away must not keep anybody from being looked after.
  private boolean auditBroken() {
    try {
      return watchAudit.look();
    } catch (RuntimeException failed) {
      failures.accept(failed);
      return false;
    }
  }

  private boolean overdue(Post post) {
    return ScreenPost.waitsSince(post).plus(ScreenPost.OVERDUE).isBefore(clock.instant());
  }

  private boolean checked(Post post) {
    try {
      screen.check(post);
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
}
