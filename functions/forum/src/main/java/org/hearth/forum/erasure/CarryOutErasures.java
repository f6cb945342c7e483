package org.hearth.forum.erasure;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.conversation.Conversations;
import org.hearth.forum.conversation.PartCompanions;
import org.hearth.forum.greeting.Greeters;
import org.hearth.forum.marks.ThreadMarks;
import org.hearth.forum.members.KeptStanding;
import org.hearth.forum.members.Members;
import org.hearth.forum.members.Profile;
import org.hearth.forum.members.Pseudonym;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Cases;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.posting.BetweenTwo;
import org.hearth.forum.posting.Histories;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.Posts;
import org.hearth.forum.reporting.Report;

/**
 * Erases members whose cooling-off is over, and later the words that a case kept of them. Each step is written whole and
 * can be done again: a wish is struck off only by a round that finds nothing left to do.
 */
public final class CarryOutErasures {
  private static final int POSTS_AT_A_TIME = 50;
  private static final int BELONGINGS_AT_A_TIME = 25;
  private static final int CASES_A_ROUND = 50;

  /** What a round did. */
  public record Round(int erased, int forgotten) {}

  private final Erasures erasures;
  private final Greeters greeters;
  private final Posts posts;
  private final Members members;
  private final Cases cases;
  private final Changes changes;
  private final Auditing audit;
  private final InstantSource clock;
  private final Consumer<RuntimeException> failures;
  private final Histories histories;
  private final PartCompanions companions;

  /** @param failures hears of what failed; it is tried again in the next round */
  public CarryOutErasures(
      Erasures erasures, Greeters greeters, Conversations conversations, Posts posts, Members members, Cases cases, Changes changes, Auditing audit, InstantSource clock,
      Consumer<RuntimeException> failures) {
    this.erasures = erasures;
    this.greeters = greeters;
    this.posts = posts;
    this.members = members;
    this.cases = cases;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
    this.failures = failures;
    this.histories = new Histories(posts, changes);
    this.companions = new PartCompanions(conversations, members, posts, changes, clock);
  }

  public Round round() {
    var now = clock.instant();
    int erased = (int) erasures.waiting().stream().filter(wish -> wish.due(now)).filter(wish -> done(() -> erase(wish))).count();
    int forgotten = (int) erasures.keptCases(now, CASES_A_ROUND).stream().filter(kept -> done(() -> forget(kept))).count();
    return new Round(erased, forgotten);
  }

  // One person's trouble must not keep the others waiting.
  private boolean done(Runnable step) {
    try {
      step.run();
      return true;
    } catch (RuntimeException failed) {
      failures.accept(failed);
      return false;
    }
  }

  private void erase(Erasure wish) {
    var profile = members.find(wish.memberId());
    boolean cameBack = profile.filter(found -> !wish.concerns(found)).isPresent();
    if (cameBack || profile.isEmpty() && !takeAll(wish)) {
      changes.commit(new Change().remove(wish));
    } else if (profile.isPresent()) {
      takeAll(wish);
      takeProfile(wish);
    }
  }

  /** Whether there was anything to take. */
  private boolean takeAll(Erasure wish) {
    return takePosts(wish) | takeReports(wish) | takeNotes(wish) | takeBelongings(wish);
  }

  private boolean takePosts(Erasure wish) {
    boolean any = false;
    Optional<String> position = Optional.empty();
    do {
      var page = posts.by(wish.memberId(), position, POSTS_AT_A_TIME);
      for (var post : page.items()) {
        any |= wish.memberId().equals(post.authorId());
        Attempts.of(() -> histories.take(post.id()));
        take(post, wish);
      }
      position = page.next();
    } while (position.isPresent());
    return any;
  }

  private void take(Post listed, Erasure wish) {
    Attempts.of(() -> {
      posts.find(listed.threadId(), listed.id())
          .filter(post -> wish.memberId().equals(post.authorId()))
          .ifPresent(post -> changes.commit(taking(post, wish)));
      return null;
    });
  }

  private Change taking(Post post, Erasure wish) {
    var now = clock.instant();
    // In a conversation between two, whose words they were would stay plain to see.
    boolean stays = wish.posts() == Erasure.Choice.KEEP_UNNAMED && post.shown() && !BetweenTwo.is(post.groupId());
    var after = stays ? post.unnamed() : post.erased();
    var change = new Change().save(after);
    var thread = posts.thread(post.threadId()).orElseThrow();
    var followed = thread.following(post, after, now);
    if (post.opening()) {
      change.save(stays ? thread.unnamed() : followed.erased(thread.revision() + 1));
    } else if (post.shown() != after.shown()) {
      change.save(followed);
    }
    cases.find(post.id()).ifPresent(found -> keep(change, found, stays, now));
    return change;
  }

  private void keep(Change change, Case found, boolean postStays, Instant now) {
    change.save(found.changed(draft -> {
      draft.subject = found.subject().unnamed(postStays);
      draft.event(now, "The author was erased", null);
      if (found.open() && found.risk() == Risk.GREEN && found.reportCount() == 0 && found.appeal() == null) {
        draft.close(now);
      }
    }));
    if (erasures.keptCase(found.id()).isEmpty()) {
      change.add(new KeptCase(found.id(), keptUntil(found, now), 1));
    }
  }

  private static Instant keptUntil(Case found, Instant now) {
    return (found.open() ? now : found.closedAt()).plus(Erasure.CASE_KEPT);
  }

  private boolean takeReports(Erasure wish) {
    var reports = erasures.reportsBy(wish.memberId());
    reports.forEach(report -> Attempts.of(() -> {
      takeReport(report);
      return null;
    }));
    return !reports.isEmpty();
  }

  // The case it belongs to keeps what was reported, not who did.
  private void takeReport(Report listed) {
    cases.reportBy(listed.caseId(), listed.reporterId()).ifPresent(report -> {
      var now = clock.instant();
      var about = cases.find(report.caseId()).orElseThrow();
      var change = new Change().remove(report).add(report.unnamed(about.open()));
      if (about.open() && erasures.keptCase(about.id()).isEmpty()) {
        change.add(new KeptCase(about.id(), keptUntil(about, now), 1));
      }
      changes.commit(change);
    });
  }

  private boolean takeNotes(Erasure wish) {
    var notes = cases.notes(wish.memberId());
    for (int from = 0; from < notes.size(); from += BELONGINGS_AT_A_TIME) {
      var change = new Change();
      notes.subList(from, Math.min(from + BELONGINGS_AT_A_TIME, notes.size())).forEach(change::remove);
      changes.commit(change);
    }
    return !notes.isEmpty();
  }

  private boolean takeBelongings(Erasure wish) {
    companions.of(wish.memberId());
    erasures.belongings(wish.memberId()).stream().filter(ThreadMarks.class::isInstance).map(ThreadMarks.class::cast).forEach(this::takeReactions);
    var belongings = erasures.belongings(wish.memberId());
    for (int from = 0; from < belongings.size(); from += BELONGINGS_AT_A_TIME) {
      var change = new Change();
      belongings.subList(from, Math.min(from + BELONGINGS_AT_A_TIME, belongings.size())).forEach(change::remove);
      changes.commit(change);
    }
    return !belongings.isEmpty();
  }

  private void takeReactions(ThreadMarks marks) {
    var left = marks;
    for (var given : marks.reactions().entrySet()) {
      var without = left.withoutReactions(given.getKey());
      var change = new Change().save(without);
      posts.find(marks.threadId(), given.getKey()).ifPresent(post -> change.save(post.reacted(given.getValue(), -1)));
      changes.commit(change);
      left = without;
    }
  }

  // A post that was written meanwhile has changed the profile too: then all is looked through again.
  private void takeProfile(Erasure wish) {
    Attempts.of(() -> {
      takePosts(wish);
      members.find(wish.memberId()).filter(wish::concerns).ifPresent(profile -> commitWithout(profile));
      return null;
    });
  }

  private void commitWithout(Profile profile) {
    var now = clock.instant();
    var change = new Change().remove(profile);
    members.claimOn(Pseudonym.folded(profile.name())).filter(claim -> claim.memberId().equals(profile.id())).ifPresent(change::remove);
    if (!profile.standing().at(now).mayWrite() && members.keptStanding(profile.id()).isEmpty()) {
      change.add(new KeptStanding(profile.id(), profile.standing(), 1));
    }
    greeters.find(profile.id()).ifPresent(change::remove);
    cases.find(profile.id()).ifPresent(found -> keep(change, found, false, now));
    changes.commit(audit.to(change, now, "sweep", Audited.ERASED, profile.id(), null));
  }

  private void forget(KeptCase kept) {
    Attempts.of(() -> {
      var now = clock.instant();
      var found = cases.file(kept.caseId());
      if (found.isEmpty()) {
        changes.commit(new Change().remove(kept));
        return null;
      }
      var until = keptUntil(found.get().theCase(), now);
      changes.commit(until.isAfter(now)
          ? new Change().save(new KeptCase(kept.caseId(), until, kept.revision() + 1))
          : forgetting(found.get().theCase(), found.get().reports(), now).remove(kept));
      return null;
    });
  }

  private static Change forgetting(Case found, List<Report> reports, Instant now) {
    var change = new Change().save(found.changed(draft -> {
      draft.withoutWords();
      draft.event(now, "The words of an erased member were taken out", null);
    }));
    reports.stream().filter(report -> report.reporterId() == null && !report.note().isEmpty())
        .limit(BELONGINGS_AT_A_TIME).forEach(report -> change.save(report.withoutWords()));
    return change;
  }
}
