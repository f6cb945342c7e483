package org.hearth.forum.posting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.drill.Drill;
import org.hearth.forum.members.Profile;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Cases;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.rota.Duty;
import org.hearth.forum.rota.Rotas;
import org.hearth.forum.screening.Finding;
import org.hearth.forum.screening.Screening;
import org.hearth.forum.screening.Submission;
import org.hearth.forum.screening.Verdict;

/**
 * Checks a post that waits, and publishes it or sees that a person does. The verdict counts only for the version that
 * was read: replays, late records and races with a moderator change nothing.
 */
public final class ScreenPost {
  private static final int RECENT = 5;
  /** Somebody with so many posts to be seen is known; their posts are no longer compared with one another. */
  private static final int KNOWN = 20;
  /** A check takes well under a second; what waits longer has been forgotten by the stream. */
  public static final Duration OVERDUE = Duration.ofMinutes(2);

  private final Posts posts;
  private final Groups groups;
  private final Cases cases;
  private final Changes changes;
  private final Auditing audit;
  private final Screening screening;
  private final Rotas rotas;
  private final InstantSource clock;

  public ScreenPost(
      Posts posts, Groups groups, Cases cases, Changes changes, Auditing audit, Screening screening,
      Rotas rotas, InstantSource clock) {
    this.posts = posts;
    this.groups = groups;
    this.cases = cases;
    this.changes = changes;
    this.audit = audit;
    this.screening = screening;
    this.rotas = rotas;
    this.clock = clock;
  }

  /**
   * Checks that version of the post, if it still waits for it.
   *
   * @param seen as it was when its stream or the sweep told of it
   */
  public void check(Post seen) {
    Attempts.of(() -> {
      var place = posts.place(seen.threadId(), seen.id(), seen.authorId());
      place.post().filter(post -> awaits(post, seen.version())).ifPresent(post -> judge(post, place));
      return null;
    });
  }

  /** Gives a post to a person when its check can't be done. */
  public void giveUp(String threadId, String postId) {
    Attempts.of(() -> {
      posts.place(threadId, postId, null).post()
          .filter(post -> post.status() == PostStatus.PENDING)
          .ifPresent(post -> hold(post, Judgement.held(Risk.AMBER, "The check did not answer in time, so a person looks").failed(), "sweep",
              cases.find(postId), rotas.duty()));
      return null;
    });
  }

  private static boolean awaits(Post post, int version) {
    return post.status() == PostStatus.PENDING && post.version() == version;
  }

  private void judge(Post post, Posts.Place place) {
    // Whoever was erased meanwhile is nobody's author any more.
    var author = place.member().filter(member -> member.id().equals(post.authorId()));
    var group = groups.find(post.groupId());
    boolean newcomer = author.isEmpty() || author.get().newcomer(group.map(Group::newcomerPosts).orElse(Integer.MAX_VALUE));
    var verdict = screening.of(new Submission(
        post.screenedText(), new Submission.Author(newcomer, recentTexts(post, author)), group.map(Group::checks).orElse(Checks.STANDARD).tuning()));
    var duty = rotas.duty();
    var known = cases.find(post.id());
    var judgement = judgement(post, author, newcomer, verdict, known, duty);
    if (judgement.status() == PostStatus.PUBLISHED) {
      publish(post, author.orElseThrow(), place.thread().orElseThrow(), known, duty);
    } else {
      hold(post, judgement, "screening", known, duty);
    }
  }

  private List<String> recentTexts(Post post, Optional<Profile> author) {
    if (author.isEmpty() || author.get().publishedCount() >= KNOWN) {
      return List.of();
    }
    return posts.by(post.authorId(), Optional.empty(), RECENT + 1).items().stream()
        .filter(other -> !other.id().equals(post.id()) && !other.text().isEmpty())
        .map(Post::screenedText)
        .toList();
  }

  /** What is to become of the post, how soon a person must look, and why. */
  private record Judgement(PostStatus status, Risk risk, List<Finding> findings, List<String> reasons, boolean checkFailed) {

    static Judgement held(Risk risk, String why) {
      return new Judgement(PostStatus.HELD, risk, List.of(), List.of(why), false);
    }

    Judgement failed() {
      return new Judgement(status, risk, findings, reasons, true);
    }
  }

  private Judgement judgement(
      Post post, Optional<Profile> author, boolean newcomer, Verdict verdict, Optional<Case> known, Duty duty) {
    var risk = Risk.of(verdict.grade());
    var findings = verdict.findings();
    if (risk != Risk.GREEN || verdict.checkFailed()) {
      var reasons = findings.stream().map(Finding::reason).distinct().toList();
      var status = risk.isMoreUrgentThan(Risk.AMBER) ? PostStatus.ESCALATED : PostStatus.HELD;
      var atLeastAmber = risk.orMoreUrgent(Risk.AMBER);
      return new Judgement(status, atLeastAmber, findings, reasons, verdict.checkFailed());
    }
    if (author.isEmpty() || !author.get().standing().at(clock.instant()).mayWrite()) {
      return new Judgement(PostStatus.HELD, Risk.AMBER, findings, List.of("The author may not write at the moment"), false);
    }
    if (post.ruled()) {
      return new Judgement(PostStatus.HELD, Risk.AMBER, findings, List.of("Changed by its author after a moderator decided on it"), false);
    }
    if (newcomer) {
      return new Judgement(PostStatus.HELD, Risk.GREEN, findings, List.of("One of a newcomer's first posts"), false);
    }
    if (known.filter(Case::open).isPresent()) {
      return new Judgement(PostStatus.HELD, Risk.AMBER, findings, List.of("Changed by its author while its case is open"), false);
    }
    var cover = duty.cover(clock.instant());
    if (cover.holds()) {
      return new Judgement(PostStatus.HELD, Risk.GREEN, findings, List.of(cover.reason()), false);
    }
    return new Judgement(PostStatus.PUBLISHED, risk, findings, List.of(), false);
  }

  // Others see an earlier version, and may report it this very moment: then the new one waits with the case.
  private static void requireNoNewCase(Post post, Optional<Case> known, Change change) {
    known.ifPresentOrElse(change::unchanged,
        () -> change.absent(Case.opened(post.id(), Case.Kind.POST, Risk.GREEN, subject(post, Optional.empty()), post.createdAt())));
  }

  // Somebody answered in a closed group at the very moment in which the conversation was moved to a more open one.
  private boolean forFewer(Post post, ForumThread thread) {
    boolean moved = !post.groupId().equals(thread.groupId());
    return moved && groups.find(post.groupId()).flatMap(here -> groups.find(thread.groupId()).filter(here::mayBeReadByAllOf)).isEmpty();
  }

  private void publish(Post post, Profile author, ForumThread thread, Optional<Case> known, Duty duty) {
    var published = post.passed();
    var change = new Change().save(published);
    if (post.shown()) {
      change.unchanged(author);
      requireNoNewCase(post, known, change);
    } else {
      if (forFewer(post, thread)) {
        hold(post, Judgement.held(Risk.AMBER, "Written for fewer people than can read the conversation now"), "screening", known, duty);
        return;
      }
      change.save(author.counting(1));
      change.save(thread.following(post, published, clock.instant()));
    }
    changes.commit(change);
  }

  private void hold(Post post, Judgement judgement, String actor, Optional<Case> before, Duty duty) {
    var now = clock.instant();
    var known = before.orElseGet(() -> Case.opened(post.id(), Drill.is(post) ? Case.Kind.DRILL : Case.Kind.POST, judgement.risk(), subject(post), now));
    var opened = known.changed(draft -> {
      draft.open(judgement.risk(), now)
          .snapshot(new Case.Snapshot(post.version(), post.title(), post.text(), now))
          .event(now, eventOf(judgement), null);
      draft.subject = subject(post);
      draft.findings = judgement.findings();
      draft.checkFailed = judgement.checkFailed();
      judgement.reasons().forEach(draft::because);
    });
    var expected = duty.expected(opened.dueAt(), now);
    var change = new Change().save(post.held(judgement.status(), expected)).save(opened);
    // What was only an exercise is counted as nothing else by whoever counts what is in the log.
    var action = Drill.is(post) ? Audited.DRILL_CHECKED : judgement.status() == PostStatus.ESCALATED ? Audited.ESCALATED : Audited.HELD;
    changes.commit(audit.to(change, now, actor, action, post.id(), judgement.findings().isEmpty() ? null : judgement.findings().getFirst().rule()));
  }

  private static String eventOf(Judgement judgement) {
    return judgement.status() == PostStatus.ESCALATED ? "Escalated by an automatic check" : "Held by an automatic check";
  }

  // The conversation may have been moved since it was written.
  private Case.Subject subject(Post post) {
    return subject(post, groups.find(posts.thread(post.threadId()).map(ForumThread::groupId).orElse(post.groupId())));
  }

  /** What a case about this post says of it in a list. Of a closed group's posts no words: who reads them opens the case, and that is logged. */
  public static Case.Subject subject(Post post, Optional<Group> group) {
    boolean closed = group.filter(one -> one.visibility().closed()).isPresent();
    return new Case.Subject(post.id(), post.threadId(), group.map(Group::id).orElse(post.groupId()), group.map(Group::name).orElse(null), post.authorId(), post.authorName(),
        closed ? null : post.title(), closed ? "" : Case.snippetOf(post.text()));
  }

  /** When a post began to wait for the check of its newest version. */
  public static Instant waitsSince(Post post) {
    return post.editedAt() == null ? post.createdAt() : post.editedAt();
  }
}
